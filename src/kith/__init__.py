"""Kith: the team behind every child, on one page.

One network of people, places and services around a child, seen by exactly those who may.
"""
