"""What may be done with people and their ties."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

KNOW = Action("people.know", Level.POINTER, "Learn that somebody here knows a child")
FIND = Action("people.find", Level.SUMMARY, "Find a child by name")
READ = Action("people.read", Level.READ, "Open somebody’s record")
ADD = Action("people.add", Level.WRITE, "Add somebody to a child’s network")
CHANGE = Action("people.change", Level.WRITE, "Change what is known of somebody")
LOAD = Action("people.load", Level.WRITE, "Bring a family file into a child’s network")

ACTIONS = (KNOW, FIND, READ, ADD, CHANGE, LOAD)
