"""Asking facilitators to lead; each says whether they know the network, and may withdraw at any time."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import NothingHere, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import Facilitator, Lead
from kith.apps.supervision.pairing import Pool, is_live
from kith.apps.supervision.rules import CannotSupervise, is_open, one_of
from kith.apps.supervision.sight import held, leads_of
from kith.apps.supervision.vocabulary import LEAD_ANSWERS, PROCEED
from kith.engines.pairing import tie

NOT_FREE = "One of them is tied to this network, or has no room now. Look again and choose."


def ask_to_lead(
    *, by: Actor, request_ref: str, worker_refs: Sequence[str], expected_version: int, now: dt.datetime
) -> None:
    """A person chooses; but nobody who is tied to the case can be chosen."""
    decision = require_by_role(by, TRIAGE, now=now)
    with deed(events.ASKED_TO_LEAD, by=by, now=now, decision=decision) as act:
        row = held(request_ref, expected_version)
        if row.outcome != PROCEED or not is_open(row):
            raise CannotSupervise("Decide first that it goes ahead.")
        standing = {lead.facilitator.user_id for lead in leads_of(row)}
        chosen = _chosen(row.ref, worker_refs, Pool(now))
        fresh = [one for one in chosen if one.user_id not in standing]
        if not fresh or len(standing | {one.user_id for one in chosen}) > 2:
            raise CannotSupervise("Two lead a meeting. Choose those who fit beside whoever was asked already.")
        for one in fresh:
            Lead(request=row, facilitator=one, asked_by_id=by.id, asked_at=now).save(force_insert=True)
        row.version += 1
        row.save()
        act.notes(request=row.ref, asked=len(fresh))


def _chosen(request_ref: str, worker_refs: Sequence[str], pool: Pool) -> list[Facilitator]:
    """Independence is looked at again when it counts."""
    asked = next((one for one in pool.all_asked if one.ref == request_ref), None)
    known = {one.ref: one for one in pool.facilitators}
    if asked is None or not worker_refs or not set(worker_refs) <= known.keys():
        raise CannotSupervise(NOT_FREE)
    if any(tie(known[ref], asked) or known[ref].room == 0 for ref in worker_refs):
        raise CannotSupervise(NOT_FREE)
    by_ref = {pool.workers[row.user_id].ref: row for row in pool.rows if row.user_id in pool.workers}
    return [by_ref[ref] for ref in dict.fromkeys(worker_refs)]


def answer_lead(*, by: Actor, lead_ref: str, answer: str, now: dt.datetime) -> None:
    """Whoever has a tie says so, and not which."""
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.LEAD_ANSWERED, by=by, now=now, decision=decision) as act:
        row = _own(by, lead_ref)
        one_of(answer, LEAD_ANSWERS, "Choose your answer.")
        row.answer, row.answered_at = answer, now
        row.save()
        act.notes(lead=row.ref)


def withdraw_lead(*, by: Actor, lead_ref: str, now: dt.datetime) -> None:
    """Also on the evening before: the place is empty at once, and whoever triages sees it first."""
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.LEAD_WITHDREW, by=by, now=now, decision=decision) as act:
        row = _own(by, lead_ref)
        row.withdrew_at = now
        row.save()
        act.notes(lead=row.ref)


def _own(by: Actor, lead_ref: str) -> Lead:
    rows = Lead.objects.select_for_update(of=("self",)).select_related("request")
    row = rows.filter(ref=lead_ref, facilitator__user_id=by.id).first()
    if row is None or not is_live(row) or not is_open(row.request):
        raise NothingHere
    return row
