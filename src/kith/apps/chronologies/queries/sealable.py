"""What of a child's chronology may be sealed on its own: each row that stands, and what is attached to it."""

import datetime as dt
from collections.abc import Collection, Iterator

from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.attached import attachments_of
from kith.apps.chronologies.models import Attachment, Entry
from kith.apps.chronologies.projections import RowCard
from kith.apps.chronologies.sight import EVENT, entries_of, may_read
from kith.apps.chronologies.told import Reader, beside, row_cards, texts_round
from kith.apps.people.projections import SealableRecord

MOST_SHOWN = 60
WHAT = "What happened, as an agency tells it"
ATTACHED = {"photograph": "A photograph attached to what happened", "video": "Where a recording is kept"}


def sealable_rows(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[SealableRecord, ...]:
    """For a form that decides about the seal itself; what the actor may not read is not offered."""
    if not may_read(actor, child_ref, now=now):
        return ()
    entries = list(entries_of(actor, child_ref, now=now).filter(withdrawn_at=None).order_by("-sorts_on", "-pk"))
    reader = Reader(actor, child_ref, "", now)
    cards = list(row_cards(entries, beside(entries, reader), reader)) if entries else []
    rows = [SealableRecord(EVENT, card.ref, WHAT, f"{card.when}: {_begin(card.said.fact)}") for card in cards]
    return (*rows, *_attached(entries, cards, reader))


def _attached(entries: Collection[Entry], cards: Collection[RowCard], reader: Reader) -> Iterator[SealableRecord]:
    """To rows that are shown, and not taken out."""
    when = {card.ref: card.when for card in cards}
    holding = set(Attachment.objects.filter(entry__ref__in=when, withdrawn_at=None).values_list("entry_id", flat=True))
    for entry in entries:
        if entry.pk not in holding:
            continue
        for one in attachments_of(entry, texts_round(entry, reader), now=reader.now):
            if one.withdrawn_at is None:
                yield SealableRecord(EVENT, one.ref, ATTACHED[one.kind], f"{when[entry.ref]}: {_begin(one.what)}")


def _begin(fact: str) -> str:
    words = " ".join(fact.split())
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rsplit(' ', 1)[0]}…"
