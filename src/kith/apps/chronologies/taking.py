"""Which form of a row is on a device of whose, and for whom it may be taken along."""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, OpenToAll, decide_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import EXPORT, READ, WRITE
from kith.apps.chronologies.models import TakenForm
from kith.apps.chronologies.sight import may_do
from kith.apps.records.base import queue_key_in
from kith.kernel.decisions import Decision

QUEUE_KEYS = "rows on devices"
MOST_CHILDREN = 20


def require_writer(actor: Actor) -> Decision:
    """About nobody yet: only roles that write rows have anything to do with a device."""
    decision = decide_by_role(actor, WRITE)
    if not decision.allowed:
        raise NothingHere
    return decision


def may_go_along(actor: Actor, child_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Of these, whom the actor may write about and take a copy of, and whom no seal covers."""
    sealed = OpenToAll(actor, READ, now=now).closed_subjects(list(child_refs))
    return {
        ref
        for ref in child_refs
        if ref not in sealed and all(may_do(actor, action, ref, now=now) for action in (WRITE, EXPORT))
    }


def own_forms(actor: Actor) -> QuerySet[TakenForm]:
    """Those that have not ended; the day of some may be over."""
    rows: QuerySet[TakenForm] = TakenForm.objects.filter(taken_by_id=actor.id, ended_at=None).order_by("pk")
    return rows


def own_form(actor: Actor, taken_ref: str) -> TakenForm:
    """For whoever still writes rows."""
    require_writer(actor)
    row = own_forms(actor).filter(ref=taken_ref).first()
    if row is None:
        raise NothingHere
    return row


def key_of(row: TakenForm) -> str:
    return queue_key_in(row.queue_key, purpose=QUEUE_KEYS, bound_to=row.ref)
