"""What may be done with a child's chronology: read it, write the rows of one's own agency, and take copies."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("chronologies.read", Level.READ, "Read what happened for a child, from every agency")
WRITE = Action("chronologies.write", Level.WRITE, "Write, correct and withdraw rows of one’s own agency")
EXPORT = Action("chronologies.export", Level.EXPORT, "Take a copy of a child’s chronology out of Kith")

ACTIONS = (READ, WRITE, EXPORT)
"""Every action of this app, for the registry."""
