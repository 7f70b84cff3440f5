"""What may be done with a picture of a network."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("networks.read", Level.READ, "See the picture of a child’s family")
EXPORT = Action("networks.export", Level.EXPORT, "Take a copy of a picture out of Kith")

ACTIONS = (READ, EXPORT)
