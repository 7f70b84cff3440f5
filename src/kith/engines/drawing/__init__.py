"""Networks of people to pictures: a family goes in, a drawing comes out.

Owns layout, routing, symbols, output and the family-file formats; who may see whom is decided elsewhere, before.
"""
