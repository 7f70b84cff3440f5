"""What may be done with the numbers. It is asked of the role alone: no child has anything to do with it."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

KEEP = Action("helplines.keep", Level.WRITE, "Keep the numbers that people can ring")

ACTIONS = (KEEP,)
