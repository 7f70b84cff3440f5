"""What may be done with the directory. Each is asked of the role alone: no child has anything to do with it."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action(
    "directory.read", Level.READ, "Look for help in the directory, and follow the thresholds", is_by_role=True
)
ASSURE = Action("directory.assure", Level.WRITE, "Say that an entry of the directory was checked", is_by_role=True)
KEEP = Action("directory.keep", Level.WRITE, "Write, change and take out entries of the directory", is_by_role=True)
LOAD = Action("directory.load", Level.WRITE, "Bring a feed of services or the county’s own data in", is_by_role=True)

ACTIONS = (READ, ASSURE, KEEP, LOAD)
