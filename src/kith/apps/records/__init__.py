"""The abstract base that every stored row derives from: a public ref, a version, and no change outside a deed.

Owns no table of its own; what a row means belongs to the app that declares it.
"""
