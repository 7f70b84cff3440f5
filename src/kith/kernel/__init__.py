"""Tiny plain types that every other storey shares.

Standard library only. No Django, no files of other storeys, no clock.
"""
