"""Error pages: static, without context, the same bytes for everybody.

The words belong to the templates; nothing here may say whether a record exists.
"""
