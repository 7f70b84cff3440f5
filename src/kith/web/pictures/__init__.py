"""Pages on which pictures are drawn with a child or their family, at a desk and together on a tablet.

Each act is one press: it works without any script, and the script only does the same without leaving the page.
"""
