"""Reads of conflicts of interest, for whoever may end them."""

import datetime as dt

from kith.apps.access.actions import DECLARE_CONFLICT, END_ANY_CONFLICT, END_CONFLICT, NOTE_CONFLICT
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Conflict
from kith.apps.access.moments import not_ended
from kith.apps.access.projections import ConflictCard
from kith.apps.access.seconds import roles_with
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_colleague_ids, worker_cards
from kith.kernel.decisions import Decision

HOW = {
    "declared": "said so themselves",
    "noted": "noted by a manager",
    "detected": "found by comparing records",
}


def conflicts_to_end(actor: Actor, *, now: dt.datetime) -> tuple[ConflictCard, ...]:
    """Of colleagues of the own agency, or of everybody; one's own is for others to end."""
    if not asked_to_end(actor).allowed:
        return ()
    rows = Conflict.objects.filter(not_ended(now), noted_at__lte=now, subject__merged_into=None)
    if not decide_by_role(actor, END_ANY_CONFLICT).allowed:
        rows = rows.filter(user__organisation_id=actor.agency_id)
    found = list(rows.exclude(user_id=actor.id).select_related("subject").order_by("noted_at", "pk"))
    workers = worker_cards({row.user_id for row in found})
    return tuple(
        ConflictCard(
            ref=row.ref,
            worker=workers[row.user_id].at_agency,
            how=HOW[row.how],
            noted_at=row.noted_at,
            subject_ref=row.subject.ref,
        )
        for row in found
    )


def may_declare(actor: Actor) -> bool:
    return decide_by_role(actor, DECLARE_CONFLICT).allowed


def may_note(actor: Actor) -> bool:
    """For a page that the actor may read; the deed decides again for itself."""
    return decide_by_role(actor, NOTE_CONFLICT).allowed


def asked_to_end(actor: Actor) -> Decision:
    any_one = decide_by_role(actor, END_ANY_CONFLICT)
    return any_one if any_one.allowed else decide_by_role(actor, END_CONFLICT)


def who_ends(actor: Actor) -> tuple[str, ...]:
    """The managers of the actor's agency, to be told by whoever has declared something; themselves left out."""
    ids = active_colleague_ids(actor.agency_id, roles=roles_with(END_CONFLICT.name)) - {actor.id}
    return tuple(sorted(card.name for card in worker_cards(ids).values()))
