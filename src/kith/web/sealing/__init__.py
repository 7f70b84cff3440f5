"""Closing what must not be known, and whatever needs two people: seals, their lists, the queue of the second person.

What a seal does to a page is decided far below, in `access` and `people`; whoever is off a list is told nothing here.
"""
