"""In the loop: who of a family was told, asked and invited, parents near and far, and the page one relative reads.

What may be recorded, and what is still open, belongs to the occasions app.
"""
