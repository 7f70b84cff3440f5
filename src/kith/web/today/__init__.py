"""The first page after signing in: whose day it is, what is due, whose children, and what is new.

What stands in each list is worked out by the apps; how much of it stands open is decided here.
"""
