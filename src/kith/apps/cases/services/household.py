"""Saying in one go which children of a household a contact is about: each has a record and a path of their own."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.cases import events
from kith.apps.cases.actions import READ
from kith.apps.cases.models import Begun, Contact, ContactPerson
from kith.apps.cases.projections import HouseholdTold
from kith.apps.cases.rules import CannotLink, sound_names
from kith.apps.cases.services.beginning import keep_begun
from kith.apps.cases.services.holding import held, keep, keep_link
from kith.apps.cases.sight import CONTACT, PURPOSE, at_front_door, require_front_door
from kith.apps.people import services as people
from kith.engines.drawing import network as net

MOST_AT_ONCE = 40


def link_household(
    *, by: Actor, contact_ref: str, told: HouseholdTold, expected_version: int, now: dt.datetime
) -> tuple[int, int]:
    """How many known children were linked, and for how many a record began. All of it, or nothing."""
    decision = require_front_door(by, now=now)
    known, names = tuple(dict.fromkeys(told.known)), sound_names(told.names)
    if not known and not names:
        raise CannotLink("Tick at least one child, or write the name of one who has no record yet.")
    if len(known) + len(names) > MOST_AT_ONCE:
        raise CannotLink(f"At most {MOST_AT_ONCE} children in one go. Link the others in a second one.")
    for ref in known:
        require(by, READ, ref, now=now, purpose=PURPOSE, kind=CONTACT)
    with deed(events.HOUSEHOLD_LINKED, by=by, now=now, decision=decision, subjects=known) as act:
        row = held(at_front_door(by, now=now), contact_ref, expected_version)
        before = _linked_before(row)
        linked = [ref for ref in known if _link(act, row, ref, by=by, now=now)]
        begun = _begin(act, row, names, by=by, now=now)
        together = people.Together(share=told.share, is_one_home=told.is_one_home)
        people.begin_together(
            act, by=by, new_refs=begun, known_refs=dict.fromkeys((*before, *known)), told=together, now=now
        )
        act.notes(contact=row.ref, linked=len(linked), begun=len(names))
        keep(row)
    return len(linked), len(names)


def _link(act: Deed, row: Contact, ref: str, *, by: Actor, now: dt.datetime) -> bool:
    """Somebody known; a child so far known only as one of a family gets a record of their own."""
    subject_id = target_of(ref).id
    if ContactPerson.objects.filter(contact=row, subject_id=subject_id, ended_at=None).exists():
        return False
    if people.begin_for_known(act, person_ref=ref):
        keep_begun(row, ref, by=by, now=now, was_known=True)
    else:
        keep_link(row.pk, subject_id, by=by, now=now)
    return True


def _begin(act: Deed, row: Contact, names: Sequence[str], *, by: Actor, now: dt.datetime) -> list[str]:
    begun = []
    for name in names:
        person = net.Person(id="new", kind="child", names=(net.Name(text=name, kind="known_as"),))
        begun.append(people.begin_record(act, person=person, now=now))
        keep_begun(row, begun[-1], by=by, now=now)
    return begun


def _linked_before(row: Contact) -> list[str]:
    """Children whom the contact is about already; of a baby’s contact only those begun from it, for the mother may be
    linked to it too."""
    links = ContactPerson.objects.filter(contact=row, ended_at=None)
    if row.unborn:
        links = links.filter(subject__in=Begun.objects.filter(contact=row, taken_back_at=None).values("subject"))
    return list(links.order_by("pk").values_list("subject__ref", flat=True))
