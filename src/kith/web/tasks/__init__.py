"""Tasks: giving one to a colleague whose role sees nobody without one, watching over those that run, and ending them.

What a task opens is decided in `access`; here children are named only where the viewer may see them.
"""
