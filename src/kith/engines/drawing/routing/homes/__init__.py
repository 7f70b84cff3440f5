"""Homes: closed curves around those who live together, which never take in anybody else.

Who lives where comes from the network, on a day; rooms and rows from the ground. Nobody who is not drawn counts.
"""

from kith.engines.drawing.routing.homes.engine import surround
from kith.engines.drawing.routing.homes.parts import edges_of, name_box
from kith.engines.drawing.routing.homes.plan import PlannedHome, plan_homes, with_room_for_names

__all__ = ["PlannedHome", "edges_of", "name_box", "plan_homes", "surround", "with_room_for_names"]
