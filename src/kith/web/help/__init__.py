"""Somebody to ring: the public page, the way out of a family page, and the page of those who keep the numbers.

Which numbers there are, and who may change them, belongs to the helplines app; services at large do not belong here.
"""
