"""Whether this installation is a demonstration or live, and which migrations of meaning it has been through.

Settings of the machine belong to the environment; data about people never belong here.
"""
