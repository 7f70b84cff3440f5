"""The search for a good order, compiled to machine code by numba.

Imported only when a family needs a search: numba takes longer to load than a small family takes to draw.
"""
