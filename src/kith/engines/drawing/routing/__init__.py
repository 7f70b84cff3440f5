"""Family lines: couple lines, trunks, bars and drops, each drawn once and never on one another.

Layout says where people stand and which corridors are free; here lines get their bends, lanes and heights.
"""

from kith.engines.drawing.routing.engine import Routes, route

__all__ = ["Routes", "route"]
