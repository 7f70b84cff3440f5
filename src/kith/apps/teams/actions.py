"""What may be done with a child's team: seen, kept, asked to let somebody in; and one's own absences."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

READ = Action("teams.read", Level.READ, "See a child’s team, who is away, and whom to go to")
KEEP = Action("teams.keep", Level.WRITE, "Ask somebody onto a child’s team, change their place, and let them go")
ASK = Action("teams.ask", Level.READ, "Ask the teams of children round an adult one works with to be let in")
ASK_ADVISER = Action("teams.ask_adviser", Level.READ, "Ask the adviser for the years from 16 to 25")
OWN_ABSENCES = Action(
    "teams.keep_own_absences", Level.POINTER, "Enter when one is away, and who covers", is_by_role=True
)
KEEP_ABSENCES = Action(
    "teams.keep_absences", Level.POINTER, "Enter when a colleague of the own agency is away", is_by_role=True
)

ACTIONS = (READ, KEEP, ASK, ASK_ADVISER, OWN_ABSENCES, KEEP_ABSENCES)
"""Every action of this app, for the registry."""
