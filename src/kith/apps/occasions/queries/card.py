"""Told and invited, in short: the occasion that is nearest, for the child's own page."""

import datetime as dt
from collections.abc import Mapping

from django.db.models import QuerySet

from kith.apps.access.queries import day_of, decide
from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import FamilyMeeting
from kith.apps.cases.queries import family_meetings
from kith.apps.occasions.actions import READ
from kith.apps.occasions.cards import NOT_TOLD, TOLD, invited_in_words, invited_to, told_in_words
from kith.apps.occasions.kinds import occasion_kinds
from kith.apps.occasions.models import LedgerRow, Occasion
from kith.apps.occasions.projections import LoopCard, LoopLine
from kith.apps.occasions.rules import nearest
from kith.apps.occasions.sight import OCCASION
from kith.apps.people.queries import Texts
from kith.apps.records.base import prepared

MOST_LINES = 6
MOST_LOOKED_AT = 12


def loop_card(actor: Actor, child_ref: str, names: Mapping[str, str], *, now: dt.datetime) -> LoopCard | None:
    """For the page of a child whom the viewer reads already; None where their ledger is not theirs to see.

    `names` are those of the people on that page, by ref: whoever is not on it is not named.
    """
    if not decide(actor, READ, child_ref, now=now, kind=OCCASION).allowed:
        return None
    meetings = [one for one in family_meetings(actor, child_ref, now=now) if not one.is_taken_out]
    texts = Texts(actor, [child_ref], now=now)
    known = [_card(row, texts) for row in _standing(child_ref=child_ref)] + [_card_of_meeting(one) for one in meetings]
    card = nearest(known, day_of(now))
    if card is None:
        return LoopCard()
    guests = next((one.guests for one in meetings if one.ref == card.ref), ())
    lines = _lines(card.ref, guests, names)
    return LoopCard(ref=card.ref, says=card.says, on=card.on, lines=lines[:MOST_LINES], more=len(lines[MOST_LINES:]))


def _card(row: Occasion, texts: Texts) -> LoopCard:
    return LoopCard(ref=row.ref, says=texts(row, "words") or occasion_kinds()[row.kind].says, on=row.on_day)


def _card_of_meeting(one: FamilyMeeting) -> LoopCard:
    return LoopCard(ref=one.ref, says=one.says, on=one.on)


def _lines(
    occasion_ref: str, guests: tuple[tuple[str, str, str], ...], names: Mapping[str, str]
) -> tuple[LoopLine, ...]:
    """What the path says of its own meeting stands before what is written here, as in the ledger."""
    rows = {row.person.ref: row for row in _said_of(occasion_ref=occasion_ref)}
    asked = {ref: TOLD if invited_to(presence) else NOT_TOLD for ref, presence, _ in guests}
    return tuple(
        LoopLine(
            name=name,
            told=told_in_words(rows[ref]) if ref in rows else "",
            invited=asked.get(ref) or (invited_in_words(rows[ref]) if ref in rows else ""),
        )
        for ref, name in names.items()
        if ref in rows or ref in asked
    )


@prepared
def _standing(*, child_ref: str) -> QuerySet[Occasion]:
    rows = Occasion.objects.filter(subject__ref=child_ref, withdrawn_at=None)
    return rows.order_by("-on_day", "-pk")[:MOST_LOOKED_AT]


@prepared
def _said_of(*, occasion_ref: str) -> QuerySet[LedgerRow]:
    return LedgerRow.objects.filter(occasion_ref=occasion_ref).select_related("person").order_by("pk")
