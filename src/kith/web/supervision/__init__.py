"""Group supervision on screen: asking, triage, the pool, one's own part, meetings, and what it comes to.

No page here names a child, but the form that is opened from the child's own page.
"""
