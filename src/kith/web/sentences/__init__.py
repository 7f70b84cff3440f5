"""Adults under a sentence or an order: whoever supervises records, a child's workers see what keeps the child safe.

Who may see what, what a condition covers and when an address is unsafe belongs to the sentences app.
"""
