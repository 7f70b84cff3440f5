"""Who sees a child's page and why, and what somebody is told who may only know that a child is known.

From there an emergency look is taken; what it opens, and who reviews it, is decided below.
"""
