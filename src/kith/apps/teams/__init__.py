"""The team round a child and its cover: who works with whom, who is away, who stands in, and who can be asked.

That somebody works with a child at all, from when and until when, is `access`'s to know, because decisions rest on it;
here stands what else is said of their place on the team. Workers themselves belong to `agencies`.
"""
