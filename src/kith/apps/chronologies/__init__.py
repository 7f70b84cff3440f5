"""Chronologies as files: the rows of an agency read from its own table, and a merged chronology written.

Nothing is stored here yet, and no database is needed; how rows become one story is the chronology engine’s.
"""
