"""Looking at the looking: reviews of emergency looks, unusual looking, and who looked at somebody's record.

The record itself belongs to `audit`, the looks and the right to them to `access`; nothing here opens a child's record.
"""
