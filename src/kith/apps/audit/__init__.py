"""The append-only record of every read and deed of a person's data, and the transaction pattern that keeps it whole.

It knows nobody: actors and subjects are refs; reading the record for people belongs to higher apps.
"""
