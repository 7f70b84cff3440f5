"""The command line: one file per command, each a thin translation to the storeys below.

Nothing here decides or stores; a failure is one plain sentence and exit code 2.
"""
