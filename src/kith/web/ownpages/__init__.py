"""A young person's own page for others: reading it, writing it down with them, on paper, and as a link of their own.

What it holds and who may read which part belongs to the ownpages app.
"""
