"""Telling the front door or the designated officer: by somebody at work, or by anybody at all."""

import datetime as dt
from dataclasses import asdict, replace

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor, Operator
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import Deed, deed
from kith.apps.cases import events
from kith.apps.cases.actions import READ
from kith.apps.cases.models import Contact, ContactPerson
from kith.apps.cases.projections import Receipt, Teller, Told
from kith.apps.cases.rules import (
    ALLEGATION,
    CONCERN,
    PROFESSIONAL,
    reference_from,
    sender_kind,
    sound,
    sound_teller,
)
from kith.apps.cases.services.closing_lists import close_to_named
from kith.apps.cases.sight import CONTACT, require_sender
from kith.apps.people.services import require_expected
from kith.apps.records.base import next_ref
from kith.kernel.decisions import Decision, Level, granted
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate

ANYBODY = Operator(ref="public")
TELLING = granted(Level.POINTER, "R3", "Anybody may tell the front door about a child.")


def tell_as_worker(*, by: Actor, told: Told, is_about_adult: bool = False, now: dt.datetime) -> Receipt:
    """A professional tells; who they are is on record, and they hear what comes of it."""
    decision = require_sender(by, now=now)
    return _received(_from_worker(told, by, now, is_about_adult), by=by, now=now, decision=decision)


def tell_of_child(*, by: Actor, child_ref: str, told: Told, now: dt.datetime) -> Receipt:
    """The same about a child whose record the teller may read: whom it is about need not be found out any more."""
    require_sender(by, now=now)
    decision = require(by, READ, child_ref, now=now, kind=CONTACT)
    row = _from_worker(told, by, now)
    return _received(row, by=by, now=now, decision=decision, child_ref=child_ref)


def _from_worker(told: Told, by: Actor, now: dt.datetime, is_about_adult: bool = False) -> Contact:
    row = _row(told, is_about_adult, now)
    row.sender_kind, row.sent_by_id, row.organisation_id = PROFESSIONAL, by.id, by.agency_id
    return row


def tell_as_public(
    *, told: Told, teller: Teller, due: str = "", is_about_adult: bool = False, now: dt.datetime
) -> Receipt:
    """Anybody tells. Nothing known is looked up, so the answer is the same whoever they name.

    When a baby is due is understood where it can be; where it cannot, the words stay as they were written, for nobody
    who worries has to find another way to say it.
    """
    said = sound_teller(teller)
    row = _row(_with_day(told, due, now), is_about_adult, now)
    row.sender_kind, row.sender_name, row.sender_reach = sender_kind(said), said.name, said.reach
    return _received(row, by=ANYBODY, now=now, decision=TELLING)


def _with_day(told: Told, due: str, now: dt.datetime) -> Told:
    try:
        day = PartialDate.parse(due) if due and told.unborn else None
        require_expected(day, day_of(now))
    except KithError:
        day = None
    if day is not None:
        return replace(told, expected=day.code)
    if told.child_age:
        return replace(told, others=", ".join(filter(None, (told.others, due))))
    return replace(told, child_age=due)


def _row(told: Told, is_about_adult: bool, now: dt.datetime) -> Contact:
    kind = ALLEGATION if is_about_adult else CONCERN
    if told.expected:
        require_expected(PartialDate.from_code(told.expected), day_of(now))
    return Contact(kind=kind, reference=reference_from(next_ref()), received_at=now, **asdict(sound(told)))


def _received(row: Contact, *, by: Doer, now: dt.datetime, decision: Decision, child_ref: str = "") -> Receipt:
    with deed(events.RECEIVED, by=by, now=now, decision=decision) as act:
        row.save(force_insert=True)
        if child_ref:
            link = ContactPerson(contact=row, linked_by_id=row.sent_by_id or 0, linked_at=now)
            link.subject_id = target_of(child_ref).id
            link.save(force_insert=True)
            act.touches(child_ref)
        if row.kind == ALLEGATION:
            close_to_named(row)
        _say(act, row)
    return Receipt(ref=row.ref, reference=row.reference)


def _say(act: Deed, row: Contact) -> None:
    """Sealed under the contact's own key, for it is about nobody on record yet."""
    told = ("words", "child_name", "child_age", "child_where", "others", "mother", "expected")
    parts = (*told, "adult_name", "adult_work", "sender_name")
    act.changed(row.ref, after={part: getattr(row, part) for part in parts if getattr(row, part)})
    act.notes(kind=row.kind, sender=row.sender_kind)
