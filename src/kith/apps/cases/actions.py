"""What may be done with contacts: sent by anybody at work, decided at the front door, kept in a closed queue."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

SEND = Action(
    "cases.send", Level.POINTER, "Tell the front door about a child, and hear what came of it", is_by_role=True
)
TRIAGE = Action("cases.triage", Level.POINTER, "Read and decide what reaches the front door", is_by_role=True)
KEEP_ALLEGATIONS = Action(
    "cases.keep_allegations",
    Level.POINTER,
    "Read and decide what is said of adults who work with children",
    is_by_role=True,
)
READ = Action("cases.read", Level.READ, "See what reached the front door about a child, and the child’s path")
STEP = Action("cases.step", Level.WRITE, "Record a step of a child’s path, and where the child stands")
SEE_RULES = Action(
    "cases.see_rules", Level.POINTER, "See the timescales, and which the county has confirmed", is_by_role=True
)
KEEP_RULES = Action(
    "cases.keep_rules", Level.POINTER, "Say that a timescale holds in the county, or take that back", is_by_role=True
)
NOTE_NOT_BROUGHT = Action(
    "cases.note_not_brought", Level.WRITE, "Record that a child was not brought to an appointment"
)
NOTIFY = Action("cases.notify", Level.POINTER, "Tell a school what a child lived through at home", is_by_role=True)
HEAR_NOTICES = Action(
    "cases.hear_notices", Level.POINTER, "Read what the own school is told of a child", is_by_role=True
)
DISAGREE = Action("cases.disagree", Level.WRITE, "Say that one’s agency disagrees with another about a child")
# A manager answers for their agency without being on the child’s team, so reading is enough; and their agency has to be
# one of the two.
ANSWER_DISAGREEMENT = Action(
    "cases.answer_disagreement", Level.READ, "Read and answer a disagreement to which one’s own agency is a party"
)

ACTIONS = (
    SEND,
    TRIAGE,
    KEEP_ALLEGATIONS,
    READ,
    STEP,
    NOTE_NOT_BROUGHT,
    NOTIFY,
    HEAR_NOTICES,
    SEE_RULES,
    KEEP_RULES,
    DISAGREE,
    ANSWER_DISAGREEMENT,
)
"""Every action of this app, for the registry."""
