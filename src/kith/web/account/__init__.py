"""Signing in and out.

Accounts are made by administrators; nobody signs up by themselves.
"""
