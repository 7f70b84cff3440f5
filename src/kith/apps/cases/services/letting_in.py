"""Letting an officer in from whom an allegation was kept wrongly, and shutting them out again."""

import datetime as dt

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.kept_out import to_let_in
from kith.apps.cases.models import Contact, LetIn
from kith.apps.cases.sight import allegations, require_designated_officer
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotLetIn(KithError):
    """Nobody is let in without a reason."""


WHY = "Write how you know that they are neither employer nor colleague of the one who is named."


def let_in(*, by: Actor, contact_ref: str, officer_ref: str, why: str, now: dt.datetime) -> None:
    """By somebody who may read it; never somebody whose own name stands in the words."""
    decision = require_designated_officer(by, now=now)
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotLetIn(WHY)
    with deed(events.LET_IN, by=by, now=now, decision=decision) as act:
        row = _held(by, contact_ref)
        officer, _ = to_let_in(row.pk, officer_ref, now=now)
        LetIn(contact=row, user_id=officer.id, why=reason, let_in_by_id=by.id, let_in_at=now).save(force_insert=True)
        act.changed(row.ref, after={"let_in": officer.ref, "why": reason})


def shut_out(*, by: Actor, contact_ref: str, officer_ref: str, now: dt.datetime) -> None:
    """What they were let in to is kept from them again; that they were stays on record."""
    decision = require_designated_officer(by, now=now)
    with deed(events.SHUT_OUT, by=by, now=now, decision=decision) as act:
        row = _held(by, contact_ref)
        standing = LetIn.objects.filter(contact=row, user__ref=officer_ref, ended_at=None)
        if not standing.update(ended_at=now, ended_by_id=by.id):
            raise NothingHere
        act.changed(row.ref, before={"let_in": officer_ref})


def _held(by: Actor, contact_ref: str) -> Contact:
    row = allegations(by).select_for_update(of=("self",)).filter(ref=contact_ref).first()
    if row is None:
        raise NothingHere
    return row
