"""What children say and show, what came of it, and labels of risk with the young person's own view beside them.

A child's words are kept whole, with who heard them and where they were used. Who may read them belongs to `access`, and
what steps of help follow belongs to `cases`.
"""
