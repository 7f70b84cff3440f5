"""The first page after signing in: whose day it is, whose children, and what is new.

Appointments and clocks join it when they are built.
"""
