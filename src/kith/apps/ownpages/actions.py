"""What may be done with a young person's own page: read it, write it down with them, and print it.

Reading asks for as much as writing does: "everybody who works with me" is who works with the child now, and neither
their manager, nor the front door, nor an agency with which something is shared.
"""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("ownpages.read", Level.WRITE, "Read the page that a young person made for those who work with them")
WRITE = Action("ownpages.write", Level.WRITE, "Write a young person’s own page down with them")
EXPORT = Action("ownpages.export", Level.EXPORT, "Print a young person’s own page, or its card for the pocket")

ACTIONS = (READ, WRITE, EXPORT)
"""Every action of this app, for the registry."""
