"""What relatives sent from their pages, for whoever sees the ledger, and what of it waits on the first page."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q, QuerySet

from kith.apps.access.queries import NothingHere, day_of, decide, heard, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.actions import HEAR, KEEP
from kith.apps.occasions.cards import representation_cards
from kith.apps.occasions.clocks import clock_of
from kith.apps.occasions.kinds import COMPLAINT, ways_to_speak_up
from kith.apps.occasions.models import Representation, RepresentationAnswer
from kith.apps.occasions.projections import RepresentationCard, Unanswered
from kith.apps.occasions.sight import OCCASION, family_round
from kith.apps.people.queries import Texts, names_of
from kith.apps.records.base import prepared

MOST_SHOWN, MOST_WAITING = 40, 5


def sent_by_relatives(
    actor: Actor, child_ref: str, texts: Texts, *, now: dt.datetime
) -> tuple[RepresentationCard, ...]:
    """For a caller that has decided: those that wait first, then the latest; of people whom the viewer may read."""
    sent = _open_to(actor, Representation.objects.filter(subject__ref=child_ref), now=now)
    rows = list(sent.select_related("person").order_by("-pk"))
    rows = sorted(rows, key=lambda row: row.answered_on is not None)[:MOST_SHOWN]
    names = names_of(actor, {row.person.ref for row in rows}, now=now) if rows else {}
    seen = [row for row in rows if row.person.ref in names]
    may_keep = bool(seen) and _may_keep(actor, child_ref, now)
    return representation_cards(seen, _answers(seen), names, texts, day_of(now), may_keep=may_keep)


def _open_to(actor: Actor, rows: QuerySet[Representation], *, now: dt.datetime) -> QuerySet[Representation]:
    """All but complaints, and of those whatever the actor hears."""
    if not role_may(actor, HEAR):
        return rows.exclude(kind=COMPLAINT)
    return rows.filter(~Q(kind=COMPLAINT) | Q(pk__in=_heard(actor, rows, now=now).values("pk")))


def _heard(actor: Actor, rows: QuerySet[Representation], *, now: dt.datetime) -> QuerySet[Representation]:
    return heard(actor, HEAR, rows.filter(kind=COMPLAINT), now=now, kind=OCCASION)


def _answers(rows: Iterable[Representation]) -> Mapping[int, list[RepresentationAnswer]]:
    found: dict[int, list[RepresentationAnswer]] = defaultdict(list)
    keys = [row.pk for row in rows]
    for answer in RepresentationAnswer.objects.filter(representation_id__in=keys).order_by("-pk"):
        found[answer.representation_id].append(answer)
    return found


def answer_page(actor: Actor, child_ref: str, representation_ref: str, *, now: dt.datetime) -> RepresentationCard:
    """What somebody sent, for whoever answers it."""
    sent = Representation.objects.filter(subject__ref=child_ref, ref=representation_ref)
    is_heard = role_may(actor, HEAR) and _heard(actor, sent, now=now).exists()
    family_round(actor, child_ref, HEAR if is_heard else KEEP, now=now)
    cards = sent_by_relatives(actor, child_ref, Texts(actor, [child_ref], now=now), now=now)
    card = next((card for card in cards if card.ref == representation_ref), None)
    if card is None:
        raise NothingHere
    return card


def relatives_waiting(actor: Actor, children: Mapping[str, str], *, now: dt.datetime) -> tuple[Unanswered, ...]:
    """`children` are the viewer's own, by ref with their names, whom they may open; the first to be answered first.

    Complaints are those that the viewer hears, of whatever child.
    """
    rows = [*_to_keep(actor, children, now), *_to_hear(actor, now)]
    rows.sort(key=lambda row: (row.due_on is None, row.due_on or dt.date.max, row.pk))
    names = names_of(actor, {ref for row in rows for ref in (row.person.ref, row.subject.ref)}, now=now) if rows else {}
    return tuple(
        Unanswered(
            child_ref=row.subject.ref,
            child=names[row.subject.ref],
            ref=row.ref,
            name=names[row.person.ref],
            says=ways_to_speak_up()[row.kind].says,
            clock=clock_of(row.kind, day_of(row.sent_at), row.due_on, None, today=day_of(now)),
        )
        for row in rows
        if row.person.ref in names and row.subject.ref in names
    )[:MOST_WAITING]


def _to_keep(actor: Actor, children: Collection[str], now: dt.datetime) -> list[Representation]:
    if not children or not role_may(actor, KEEP):
        return []
    return [row for row in _unanswered(child_refs=list(children)) if _may_keep(actor, row.subject.ref, now)]


def _to_hear(actor: Actor, now: dt.datetime) -> list[Representation]:
    if not role_may(actor, HEAR):
        return []
    waiting = _heard(actor, Representation.objects.filter(answered_on=None), now=now)
    return list(waiting.select_related("subject", "person").order_by("due_on", "pk")[:MOST_WAITING])


def _may_keep(actor: Actor, child_ref: str, now: dt.datetime) -> bool:
    return decide(actor, KEEP, child_ref, now=now, kind=OCCASION).allowed


@prepared
def _unanswered(*, child_refs: Collection[str]) -> QuerySet[Representation]:
    rows = Representation.objects.filter(subject__ref__in=child_refs, answered_on=None).exclude(kind=COMPLAINT)
    return rows.select_related("subject", "person").order_by("due_on", "pk")
