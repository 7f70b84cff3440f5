"""Organisations of the partnership, their teams, and the people who sign in.

What a worker may see is decided in `access`; professionals without a sign-in belong to `people`.
"""
