"""Reads GenoPro files (.gno): people, families, pedigree links, twins and emotional relationships.

Where things stand on the page is Kith's own business, so positions are counted and left out; the rest is kept.
"""

from kith.engines.drawing.formats.genopro.reading import DATA, read_genopro

__all__ = ["DATA", "read_genopro"]
