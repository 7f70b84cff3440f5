"""The other programs that draw families, each run on the same family and its drawing told as the yard-stick reads it.

Owns one adapter for each program, in Python or in `scripts`; what is measured and compared is decided by the bench.
"""
