"""What may be done with stand-ins: make copies that carry them, and see who is meant by them."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

MAKE = Action("pseudonyms.make", Level.EXPORT, "Make copies about a child with stand-ins in the place of names")
TURN_BACK = Action("pseudonyms.turn_back", Level.READ, "See who is meant by the stand-ins in such a copy")

ACTIONS = (MAKE, TURN_BACK)
"""Every action of this app, for the registry."""
