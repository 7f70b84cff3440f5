"""What may be done with a child's voice: read it, write it down with what came of it, and keep labels beside it."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("voices.read", Level.READ, "Read what a child says and shows, what came of it, and labels of risk")
WRITE = Action(
    "voices.write", Level.WRITE, "Write down what a child says and shows, where it was used and what the child was told"
)
LABEL = Action("voices.label", Level.WRITE, "Keep a label of risk, with its history and the young person’s view")
EXPORT = Action("voices.export", Level.EXPORT, "Take a copy of what a child says, or of labels of risk, out of Kith")

ACTIONS = (READ, WRITE, LABEL, EXPORT)
"""Every action of this app, for the registry."""
