"""The order of everybody in their row: line-ups first, then a walk through the family, then small changes.

Nothing here knows about pixels.
"""
