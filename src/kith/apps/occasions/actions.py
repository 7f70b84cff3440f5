"""What may be done with the ledger of a child: seen, and kept."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("occasions.read", Level.READ, "See who of a child's family was told, asked and invited, and who was not")
KEEP = Action("occasions.keep", Level.WRITE, "Record who of a child's family was told, asked and invited")

ACTIONS = (READ, KEEP)
"""Every action of this app, for the registry."""
