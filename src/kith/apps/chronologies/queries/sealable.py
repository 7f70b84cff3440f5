"""What of a child's chronology may be sealed on its own: each row that stands."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.sight import EVENT, entries_of, may_read
from kith.apps.chronologies.told import Reader, beside, row_cards
from kith.apps.people.projections import SealableRecord

MOST_SHOWN = 60
WHAT = "What happened, as an agency tells it"


def sealable_rows(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[SealableRecord, ...]:
    """For a form that decides about the seal itself; what the actor may not read is not offered."""
    if not may_read(actor, child_ref, now=now):
        return ()
    entries = list(entries_of(actor, child_ref, now=now).filter(withdrawn_at=None).order_by("-sorts_on", "-pk"))
    reader = Reader(actor, child_ref, "", now)
    cards = row_cards(entries, beside(entries, reader), reader) if entries else ()
    return tuple(SealableRecord(EVENT, card.ref, WHAT, f"{card.when}: {_begin(card.said.fact)}") for card in cards)


def _begin(fact: str) -> str:
    words = " ".join(fact.split())
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rsplit(' ', 1)[0]}…"
