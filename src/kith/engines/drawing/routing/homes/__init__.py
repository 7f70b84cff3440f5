"""Homes: closed curves around those who live together, which never take in anybody else.

Who lives where comes from the network, on a day; rooms and rows from the ground. Nobody who is not drawn counts.
"""

from kith.engines.drawing.routing.homes.engine import surround
from kith.engines.drawing.routing.homes.plan import NAME_LINE, NAME_SIZE, PlannedHome, plan_homes, with_room_for_names

__all__ = ["NAME_LINE", "NAME_SIZE", "PlannedHome", "plan_homes", "surround", "with_room_for_names"]
