"""Sets of stand-ins: other names for one child's record and one purpose, the copies made with them, and the way back.

A set is kept under a key of its own. While the key is there the same person has the same stand-in in every copy; once
it is destroyed no copy can be turned back.
"""
