"""Promises about the code itself: budgets, front doors, names, documents that keep up.

Every check is a small function over a path, so that it can be shown to fail on a bad sample.
What a tool already checks (ruff, import-linter, mypy) does not belong here.
"""
