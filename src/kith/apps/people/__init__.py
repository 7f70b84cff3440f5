"""Persons of any kind, their names over time, households, parental responsibility and the dated ties between them.

Who may see them is decided in `access`; pictures of them belong to `networks`, work with them to higher apps.
"""
