"""Tests of Kith as a whole; those of one package stand beside it.

`architecture` holds the promises about the code itself. What a journey through pages needs does not belong there.
"""
