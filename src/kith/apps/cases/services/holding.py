"""A contact held for a deed: as its page showed it, locked until the deed is done, and kept as the next version."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.cases.models import Contact, ContactPerson
from kith.apps.records.base import require_version


def held(rows: QuerySet[Contact], contact_ref: str, expected_version: int) -> Contact:
    """One of those that are there for the doer."""
    row = rows.select_for_update(of=("self",)).filter(ref=contact_ref).first()
    if row is None:
        raise NothingHere
    require_version(row, expected_version)
    return row


def keep(row: Contact) -> None:
    row.version += 1
    row.save()


def keep_link(contact_id: int, subject_id: int, *, by: Actor, now: dt.datetime) -> None:
    link = ContactPerson(linked_by_id=by.id, linked_at=now)
    link.contact_id, link.subject_id = contact_id, subject_id
    link.save(force_insert=True)
