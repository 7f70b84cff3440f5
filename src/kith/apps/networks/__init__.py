"""Pictures of a child's network, drawn for one viewer from what they may see.

The facts belong to `people`; this app turns them into a drawing, a list and sentences that say the same.
"""
