"""Who hears a complaint about work with a subject: somebody of the agency that answers who never did that work.

Rows carry a `subject` and the `agency` that answers. What is decided for one row and the list of rows are one rule.
"""

from typing import Unpack

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.decisions import decide, visible
from kith.apps.access.gathering import Asking
from kith.apps.access.models import Involvement
from kith.apps.agencies.projections import Actor


def may_hear(actor: Actor, action: Action, subject_ref: str, agency_id: int | None, **asking: Unpack[Asking]) -> bool:
    """Nobody hears of their own work, also where it is over, or was with a record that joined this one."""
    is_theirs = agency_id is not None and agency_id == actor.agency_id
    worked = _own_work(actor)
    if not is_theirs or worked.filter(Q(subject__ref=subject_ref) | Q(subject__merged_into__ref=subject_ref)).exists():
        return False
    return decide(actor, action, subject_ref, **asking).allowed


def heard(actor: Actor, action: Action, rows: QuerySet, **asking: Unpack[Asking]) -> QuerySet:
    """The rows that `may_hear` would allow, as one query."""
    worked = _own_work(actor)
    joined = worked.exclude(subject__merged_into=None).values("subject__merged_into_id")
    of_agency = visible(actor, action, rows, **asking).filter(agency_id=actor.agency_id)
    return of_agency.exclude(subject_id__in=worked.values("subject_id")).exclude(subject_id__in=joined)


def _own_work(actor: Actor) -> QuerySet[Involvement]:
    """Whatever they did themselves, at any time: not what a team of theirs did."""
    return Involvement.objects.filter(user_id=actor.id)
