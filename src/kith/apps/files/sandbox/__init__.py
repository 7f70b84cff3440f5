"""Reads what strangers made in a child process with little memory, little time, no network and no files.

Pure: no Django, no database, no settings. What is stored afterwards, and for whom, is decided elsewhere.
"""
