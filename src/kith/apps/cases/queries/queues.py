"""The front door's queue and the designated officer's, and one contact of each."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.cases.cards import challenge_cards, decision_cards, lines_of, told_in
from kith.apps.cases.kept_out import kept_out_of, to_let_in
from kith.apps.cases.models import Begun, Contact, ContactPerson
from kith.apps.cases.outcomes import DESIGNATED, FRONT_DOOR, outcomes
from kith.apps.cases.projections import ContactPage, ContactsNote, KeptOutOfficer, LinkedPerson, QueuePage, Told
from kith.apps.cases.queries.notices import notices_wait
from kith.apps.cases.sight import (
    allegations,
    at_front_door,
    may_keep_allegations,
    may_see_rules,
    may_send,
    may_triage,
    require_designated_officer,
    require_front_door,
)
from kith.apps.people.projections import FoundChild
from kith.apps.people.queries import expected_in_words, find_children, names_of, sieve, still_expected
from kith.kernel.decisions import Decision
from kith.kernel.partial_dates import PartialDate

ON_A_PAGE = 50
MOST_SUGGESTED = 5


def front_door_queue(actor: Actor, *, number: int = 1, now: dt.datetime) -> QueuePage:
    """What waits for a decision, the longest waiting first; what is decided is no longer in it."""
    require_front_door(actor, now=now)
    return _queue(at_front_door(actor, now=now), number, now)


def allegation_queue(actor: Actor, *, number: int = 1, now: dt.datetime) -> QueuePage:
    require_designated_officer(actor, now=now)
    return _queue(allegations(actor), number, now)


def _queue(rows: QuerySet[Contact], number: int, now: dt.datetime) -> QueuePage:
    start = (number - 1) * ON_A_PAGE
    found = list(rows.filter(waits=True).order_by("received_at", "pk")[start : start + ON_A_PAGE + 1])
    shown = found[:ON_A_PAGE]
    note_listed(row.ref for row in shown)
    return QueuePage(tuple(lines_of(shown, now=now)), number, has_more=len(found) > ON_A_PAGE)


def contacts_note(actor: Actor, *, now: dt.datetime) -> ContactsNote:
    """What waits, for the first page of whoever decides it."""
    triages, keeps = may_triage(actor), may_keep_allegations(actor)
    return ContactsNote(
        front_door=_waiting(at_front_door(actor, now=now), "at the front door") if triages else "",
        closed_queue=_waiting(allegations(actor), "for the designated officer") if keeps else "",
        notices=notices_wait(actor),
        may_send=may_send(actor),
        may_triage=triages,
        may_keep=keeps,
        may_see_rules=may_see_rules(actor),
    )


def _waiting(rows: QuerySet[Contact], where: str) -> str:
    count = rows.filter(waits=True)[: ON_A_PAGE + 1].count()
    if not count:
        return ""
    how_many = f"{ON_A_PAGE}+" if count > ON_A_PAGE else str(count)
    return f"{how_many} {'waits' if count == 1 else 'wait'} {where}"


def contact_page(actor: Actor, contact_ref: str, *, now: dt.datetime) -> ContactPage:
    """One contact at the front door, with known children whose name is alike: to look at, and never taken for them."""
    decision = require_front_door(actor, now=now)
    row = _opened(at_front_door(actor, now=now), contact_ref, decision)
    linked = _linked(actor, row, now)
    refs = {one.ref for one in linked}
    told = _as_readable(actor, told_in(row), refs, now)
    suggested = tuple(one for one in _alike(actor, row, now) if one.ref not in refs) if row.waits else ()
    page = _page(row, told, FRONT_DOOR, now, linked, suggested)
    return _of_unborn(page, row) if row.unborn else page


def _of_unborn(page: ContactPage, row: Contact) -> ContactPage:
    day = PartialDate.from_code(row.expected) if row.expected else None
    is_begun = Begun.objects.filter(contact=row, taken_back_at=None).exists()
    is_linked = bool(still_expected([one.ref for one in page.people])) if page.people else False
    return replace(page, is_unborn=True, expected=expected_in_words(day), may_begin=not (is_begun or is_linked))


def allegation_page(actor: Actor, contact_ref: str, *, now: dt.datetime) -> ContactPage:
    decision = require_designated_officer(actor, now=now)
    row = _opened(allegations(actor), contact_ref, decision)
    page = _page(row, told_in(row), DESIGNATED, now)
    return replace(page, kept_out=tuple(card for _, card in kept_out_of(row.pk, now=now)))


def letting_in_page(actor: Actor, contact_ref: str, officer_ref: str, *, now: dt.datetime) -> KeptOutOfficer:
    """A kept-out officer who may be let in, for an officer who may read the allegation."""
    decision = require_designated_officer(actor, now=now)
    row = _opened(allegations(actor), contact_ref, decision)
    return to_let_in(row.pk, officer_ref, now=now)[1]


def _opened(rows: QuerySet[Contact], contact_ref: str, decision: Decision) -> Contact:
    row = rows.filter(ref=contact_ref).first()
    if row is None:
        raise NothingHere
    note_opened(row.ref, decision=decision)
    return row


def _page(
    row: Contact,
    told: Told,
    queue: str,
    now: dt.datetime,
    people: tuple[LinkedPerson, ...] = (),
    suggested: tuple[LinkedPerson, ...] = (),
) -> ContactPage:
    return ContactPage(
        line=lines_of([row], now=now)[0],
        version=row.version,
        told=told,
        sender_reach=row.sender_reach,
        waits=row.waits,
        people=people,
        suggested=suggested,
        decisions=decision_cards(row.pk),
        challenges=challenge_cards(row.pk),
        outcomes=tuple((one.name, one.says) for one in outcomes(queue).values()),
    )


def _linked(actor: Actor, row: Contact, now: dt.datetime) -> tuple[LinkedPerson, ...]:
    links = ContactPerson.objects.filter(contact=row, ended_at=None).order_by("pk")
    refs = list(dict.fromkeys(links.values_list("subject__ref", flat=True)))
    names = names_of(actor, refs, now=now)
    return tuple(LinkedPerson(ref=ref, name=names[ref], age="") for ref in refs if ref in names)


def _alike(actor: Actor, row: Contact, now: dt.datetime) -> tuple[LinkedPerson, ...]:
    """Children this worker may open, found by the name that was told as if they had typed it into the search.

    For a baby not born yet it is the mother’s: she may be known herself, as a child or in leaving care, and the baby
    may be on record already.
    """
    found = [one for one in find_children(actor, row.mother if row.unborn else row.child_name, now=now) if one.may_open]
    return tuple(
        LinkedPerson(ref=one.ref, name=one.name, age=one.age or _baby(one), is_expected=bool(one.expected))
        for one in found[:MOST_SUGGESTED]
    )


def _baby(one: FoundChild) -> str:
    """Of a baby not born yet: who expects them, and when."""
    return ", ".join(part for part in (f"baby of {one.mother}" if one.mother else "", one.expected) if part)


def _as_readable(actor: Actor, told: Told, refs: set[str], now: dt.datetime) -> Told:
    """What was told, less what holds something sealed about those it is linked to."""
    if not refs:
        return told
    parts = ("words", "child_where", "others", "mother")
    says = sieve(actor, refs, now=now)
    shown: dict[str, Any] = {part: says(getattr(told, part)) for part in parts}
    return replace(told, **shown)
