"""The abstract base that every stored row derives from (a ref, a version, no change outside a deed), and its keys.

Owns no table of its own; what a row means belongs to the app that declares it.
"""
