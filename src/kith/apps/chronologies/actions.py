"""What may be done with a child's chronology: read it, write one's own rows, take copies, publish, review."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("chronologies.read", Level.READ, "Read what happened for a child, from every agency")
WRITE = Action("chronologies.write", Level.WRITE, "Write, correct and withdraw rows of one’s own agency")
EXPORT = Action("chronologies.export", Level.EXPORT, "Take a copy of a child’s chronology out of Kith")
PUBLISH = Action("chronologies.publish", Level.READ, "Publish a child’s chronology as a numbered edition")
ANALYSE = Action("chronologies.analyse", Level.READ, "Write and read what a review makes of the rows")

ACTIONS = (READ, WRITE, EXPORT, PUBLISH, ANALYSE)
"""Every action of this app, for the registry."""
