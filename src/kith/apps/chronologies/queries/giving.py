"""Of a child's chronology what may be given to one person of the family: cut before anything is chosen."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from kith.apps.access.queries import OpenToAll, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import EXPORT, READ
from kith.apps.chronologies.models import KnownTo
from kith.apps.chronologies.projections import KnownRow, RowCard, RowsToGive
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.chronologies.told import Reader, beside, merged_cards, row_cards
from kith.apps.chronologies.vocabulary import restrictions


def rows_to_give(
    actor: Actor, child_ref: str, reader_ref: str, *, called: str, family: Collection[str], now: dt.datetime
) -> RowsToGive:
    """For a caller that has decided that a copy may be made, of the people who may stand in one.

    Nothing that any seal covers, that was withdrawn, or that is about a further child who is in no copy.
    """
    decision = require(actor, EXPORT, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    reader = Reader(actor, child_ref, called, now, is_copy=True)
    entries = list(entries_of(actor, child_ref, now=now).filter(withdrawn_at=None))
    closed = OpenToAll(actor, READ, now=now).closed_records([row.ref for row in entries])
    entries = [row for row in entries if row.ref not in closed]
    cards = [card for card in row_cards(entries, beside(entries, reader), reader) if _is_within(card, family)]
    ordered, _ = merged_cards(cards)
    known = _known(reader_ref, [card.ref for card in ordered if card.said.restriction])
    restricted = [card for card in ordered if card.said.restriction]
    return RowsToGive(
        open_rows=tuple(card for card in ordered if not card.said.restriction),
        known=tuple(_withheld(restricted, known)),
        kept=tuple(card for card in restricted if card.ref not in known),
    )


def _is_within(card: RowCard, family: Collection[str]) -> bool:
    return {other.ref for other in card.said.others} <= set(family)


def _known(reader_ref: str, refs: Collection[str]) -> Mapping[str, KnownTo]:
    rows = KnownTo.objects.filter(person__ref=reader_ref, entry__ref__in=refs, ended_at=None).order_by("pk")
    return {row.entry.ref: row for row in rows.select_related("entry")}


def _withheld(cards: Collection[RowCard], known: Mapping[str, KnownTo]) -> Iterator[KnownRow]:
    for card in cards:
        if fact := known.get(card.ref):
            says = restrictions()[card.said.restriction].family
            at, said_by = fact.recorded_at, fact.said_by
            yield KnownRow(ref=card.ref, known_ref=fact.ref, card=card, says=says, said_by=said_by, at=at)
