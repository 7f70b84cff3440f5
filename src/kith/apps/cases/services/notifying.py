"""Telling a school what a child lived through at home; for a child in no school, telling the front door."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agencies_of_kind, agency_id_of
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import HEAR_NOTICES, NOTIFY
from kith.apps.cases.models import SchoolNotice
from kith.apps.cases.projections import NoticeTold, Told
from kith.apps.cases.rules import MOST_WORDS, SCHOOL, CannotSend
from kith.apps.cases.services.telling import tell_as_worker
from kith.kernel.text import LIMITS, cleaned

IN_NO_SCHOOL = "In no school that we know of: taught at home, or on no roll"


def notify_school(*, by: Actor, told: NoticeTold, now: dt.datetime) -> str:
    """Who hears it, in words. A child in no school is told of to the front door, so that somebody hears."""
    decision = require_by_role(by, NOTIFY, now=now)
    row = _row(told, now)
    if not told.school_ref:
        words = f"At home on {told.happened_on.isoformat()}: {row.words}"
        said = Told(words=words, child_name=row.child_name, child_age=row.child_age, child_where=IN_NO_SCHOOL)
        tell_as_worker(by=by, told=said, now=now)
        return "the front door"
    schools, school_id = dict(agencies_of_kind(SCHOOL)), agency_id_of(told.school_ref)
    if school_id is None or told.school_ref not in schools:
        raise CannotSend("Choose the school from the list.")
    row.school_id, row.sent_by_id, row.organisation_id = school_id, by.id, by.agency_id
    with deed(events.NOTICE_SENT, by=by, now=now, decision=decision) as act:
        row.save(force_insert=True)
        act.changed(row.ref, after={"child_name": row.child_name, "words": row.words})
    return schools[told.school_ref]


def _row(told: NoticeTold, now: dt.datetime) -> SchoolNotice:
    words = cleaned(told.words, limit=MOST_WORDS, multi_line=True)
    name = cleaned(told.child_name, limit=LIMITS["name"])
    if not words or not name:
        raise CannotSend("The school needs the child’s name, and what happened in a sentence.")
    if told.happened_on > day_of(now):
        raise CannotSend("That day has yet to come. On which day did it happen?")
    age = cleaned(told.child_age, limit=LIMITS["date"])
    return SchoolNotice(child_name=name, child_age=age, words=words, happened_on=told.happened_on, sent_at=now)


def mark_read(*, by: Actor, notice_ref: str, now: dt.datetime) -> None:
    """Somebody at the school has read it; the first who did stays on it."""
    decision = require_by_role(by, HEAR_NOTICES, now=now)
    with deed(events.NOTICE_READ, by=by, now=now, decision=decision) as act:
        rows = SchoolNotice.objects.select_for_update(of=("self",))
        row = rows.filter(ref=notice_ref, school_id=by.agency_id, read_at=None).first()
        if row is None:
            raise NothingHere
        row.read_by_id, row.read_at = by.id, now
        row.save(update_fields=["read_by", "read_at"])
        act.touches(row.ref)
