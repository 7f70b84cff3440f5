"""What may be done with a picture that somebody drew with a family."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("pictures.read", Level.READ, "See the pictures that were drawn with a child")
WRITE = Action("pictures.write", Level.WRITE, "Draw a picture with a child or their family, or one of your own")
EXPORT = Action("pictures.export", Level.EXPORT, "Take a copy of a drawn picture out of Kith")
END_ANY = Action("pictures.end_any", Level.READ, "Take back a picture from the tablet of a colleague of one’s agency")

ACTIONS = (READ, WRITE, EXPORT, END_ANY)
"""Every action of this app, for the registry."""
