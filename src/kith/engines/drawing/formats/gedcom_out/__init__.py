"""A network as GEDCOM 5.5.1 or 7: standard lines for every program, and Kith's own tags for what they do not hold.

The standard lines are read back by our own reader while writing; each field that differs is told again exactly.
"""

from kith.engines.drawing.formats.gedcom_out.writer import write_gedcom

__all__ = ["write_gedcom"]
