"""Promises about who can learn what, asked of the whole product through its pages.

A promise of one app alone is tested beside that app; what browsers do belongs to the journeys.
"""
