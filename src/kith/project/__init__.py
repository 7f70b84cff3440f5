"""Settings, routes and the one wiring file: where the storeys are put together.

Nothing here knows a rule of practice; it only says which parts there are.
"""
