"""Bringing a family file into a child's network on a page: choose it, read what it would do, then do it.

Nothing of the file is stored before the last step; the rules of reading and loading live below.
"""
