"""The checks: each reads files and returns what breaks a promise, as `Breach` records.

Nothing here knows about pytest, and nothing here imports the code that it reads.
"""
