"""What may be done with the ledger of a child: seen, and kept; and who hears complaints."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("occasions.read", Level.READ, "See who of a child’s family was told, asked and invited, and who was not")
KEEP = Action("occasions.keep", Level.WRITE, "Record who of a child’s family was told, asked and invited")
HEAR = Action(
    "occasions.hear_complaints",
    Level.READ,
    "Read and answer what a relative complains of, about work of others",
)

ACTIONS = (READ, KEEP, HEAR)
"""Every action of this app, for the registry."""
