"""Files that people bring: read in a fenced-off child process, kept encrypted, given out only upon a decision.

What a file means belongs to the app that asked for it; copies that leave Kith are written by `exports`.
"""
