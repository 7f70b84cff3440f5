"""What may be done with the record of who looked."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

SEE_LOOKING = Action(
    "oversight.see_looking", Level.POINTER, "See what a worker looked at, and what is unusual about it", is_by_role=True
)
ANSWER = Action("oversight.answer", Level.READ, "Answer somebody who asks who looked at their record")
ANSWER_BY_REF = Action(
    "oversight.answer_by_ref",
    Level.POINTER,
    "Answer who looked at a record whose reference the front door gave",
    is_by_role=True,
)

ACTIONS = (SEE_LOOKING, ANSWER, ANSWER_BY_REF)
