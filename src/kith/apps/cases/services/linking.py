"""Saying whom a contact is about: a worker's own choice, by a name they recognise, and never the system's."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import READ
from kith.apps.cases.models import ContactPerson
from kith.apps.cases.rules import CannotLink
from kith.apps.cases.services.holding import held, keep, keep_link
from kith.apps.cases.sight import CONTACT, PURPOSE, at_front_door, require_front_door


def link_person(*, by: Actor, contact_ref: str, subject_ref: str, expected_version: int, now: dt.datetime) -> None:
    """From now on it is read only by those who may read this child too."""
    require_front_door(by, now=now)
    decision = require(by, READ, subject_ref, now=now, purpose=PURPOSE, kind=CONTACT)
    subject_id = target_of(subject_ref).id
    with deed(events.LINKED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        row = held(at_front_door(by, now=now), contact_ref, expected_version)
        if ContactPerson.objects.filter(contact=row, subject_id=subject_id, ended_at=None).exists():
            raise CannotLink("This contact is linked to them already.")
        keep_link(row.pk, subject_id, by=by, now=now)
        act.notes(contact=row.ref)
        keep(row)


def unlink_person(*, by: Actor, contact_ref: str, subject_ref: str, expected_version: int, now: dt.datetime) -> None:
    """It was somebody else after all; that it was thought to be them stays on record."""
    decision = require_front_door(by, now=now)
    with deed(events.UNLINKED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        row = held(at_front_door(by, now=now), contact_ref, expected_version)
        links = ContactPerson.objects.filter(contact=row, subject__ref=subject_ref, ended_at=None)
        if not links.update(ended_at=now):
            raise NothingHere
        act.notes(contact=row.ref)
        keep(row)
