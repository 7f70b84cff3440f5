"""Pure calculation: data in, data out, explanation included.

No Django, no database, no clock, no settings; engines do not know each other.
"""
