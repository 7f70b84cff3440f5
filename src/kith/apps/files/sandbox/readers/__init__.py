"""One reader for each kind of file; each runs only in the child process, behind its fences.

A reader has `read(asked)`; it returns plain facts and bytes, or raises an error with its one sentence.
"""
