"""What happened for a child, from every agency, as one viewer may see it."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from kith.apps.access.queries import NothingHere, decide, may_publish, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import ANALYSE, EXPORT, READ, WRITE
from kith.apps.chronologies.attached import attachment_cards, attachments_of
from kith.apps.chronologies.placing import placed_rows
from kith.apps.chronologies.projections import EarlierTelling, PlacedRow, PlacedStory, RowCard, RowPage, Story
from kith.apps.chronologies.sight import EVENT, entries_of, may_do, may_read_with
from kith.apps.chronologies.told import (
    Reader,
    answers_to,
    beside,
    earlier_tellings,
    merged_cards,
    row_cards,
    texts_round,
    why_put_back,
)
from kith.apps.files.projections import OpenedFile
from kith.apps.files.queries import NoSuchFile, open_file
from kith.engines.chronology import Group
from kith.kernel.decisions import Decision


def story_of(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> Story:
    """All rows open to the viewer in one order, withdrawn ones among them."""
    reader = _reader(actor, child_ref, called, now)
    entries = list(entries_of(actor, child_ref, now=now))
    rows, chronology = merged_cards(tuple(row_cards(entries, beside(entries, reader), reader)))
    return Story(rows=rows, chronology=chronology, answers=answers_to(entries, rows), **_may(reader))


def placed_story(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> PlacedStory:
    """The same rows for a page that shows few of them whole: as they are placed, counted and linked."""
    reader = _reader(actor, child_ref, called, now)
    rows, found = placed_rows(entries_of(actor, child_ref, now=now), reader)
    return PlacedStory(rows=rows, arranged=found, **_may(reader))


def cards_of(
    actor: Actor, child_ref: str, rows: Collection[PlacedRow], *, called: str, now: dt.datetime
) -> Mapping[str, RowCard]:
    """By ref the cards of rows that were placed for this viewer a moment ago, and of what the family says beside them.

    It is decided once more about each.
    """
    reader = _reader(actor, child_ref, called, now)
    groups = dict.fromkeys([ref for row in rows for ref in row.answers], 0) | {row.ref: row.group for row in rows}
    entries = list(entries_of(actor, child_ref, now=now).filter(ref__in=groups))
    cards = row_cards(entries, beside(entries, reader), reader)
    return {card.ref: replace(card, group=groups[card.ref]) for card in cards}


def _reader(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Reader:
    """Whoever may read the chronology; that they do is on record."""
    decision = require(actor, READ, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    return Reader(actor, child_ref, called, now)


def _may(reader: Reader) -> Mapping[str, bool]:
    """What the page of a story offers further."""
    actor, child_ref, now = reader.actor, reader.child_ref, reader.now
    may_take = may_do(actor, EXPORT, child_ref, now=now)
    return {
        "may_write": may_do(actor, WRITE, child_ref, now=now),
        "may_take": may_take,
        "may_give": may_take and may_publish(actor, child_ref, now=now),
        "may_review": may_read_with(actor, ANALYSE, child_ref, now=now),
    }


def row_page(actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime) -> RowPage:
    """One row beside whoever else tells likely the same; which that is, is worked out over all rows of the viewer."""
    card, earlier = row_of(actor, child_ref, row_ref, called=called, now=now)
    story = placed_story(actor, child_ref, called=called, now=now)
    (place,) = (row for row in story.rows if row.ref == card.ref)
    told = [row for row in story.rows if place.group and row.group == place.group]
    cards = cards_of(actor, child_ref, told or [place], called=called, now=now)
    entry = entries_of(actor, child_ref, now=now).get(ref=row_ref)
    may_attach = card.is_own and card.withdrawn is None and story.may_write
    texts = texts_round(entry, Reader(actor, child_ref, called, now))
    attached = attachment_cards(entry, texts, now=now)
    return RowPage(
        row=card,
        earlier=earlier,
        put_back=why_put_back(entry, texts),
        accounts=tuple(cards[row.ref] for row in told if row.ref != card.ref),
        differences=Group(place.group, tuple(row.said.row for row in told)).differences,
        answers=tuple(cards[ref] for ref in place.answers),
        attachments=tuple(one for one in attached if may_attach or not one.is_taken_out),
        may_attach=may_attach,
    )


def attachment_file(
    actor: Actor, child_ref: str, row_ref: str, attachment_ref: str, *, called: str, now: dt.datetime
) -> OpenedFile:
    """The bytes of a photograph that stands, for whoever sees every word of its row."""
    row_of(actor, child_ref, row_ref, called=called, now=now)
    entry = entries_of(actor, child_ref, now=now).get(ref=row_ref)
    seen = attachments_of(entry, texts_round(entry, Reader(actor, child_ref, called, now)), now=now)
    one = next((one for one in seen if one.ref == attachment_ref and one.file_ref and not one.withdrawn_at), None)
    if one is None:
        raise NothingHere

    def decided(_: str) -> Decision:
        return decide(actor, READ, child_ref, now=now, kind=EVENT)

    try:
        return open_file(actor, one.file_ref, decide=decided, now=now)
    except NoSuchFile as problem:
        raise NothingHere from problem


def row_of(
    actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime
) -> tuple[RowCard, tuple[EarlierTelling, ...]]:
    """One row, and what it said before each correction."""
    reader = _reader(actor, child_ref, called, now)
    found = list(entries_of(actor, child_ref, now=now).filter(ref=row_ref))
    with_ = beside(found, reader)
    cards = tuple(row_cards(found, with_, reader))
    if not cards:
        raise NothingHere
    return cards[0], tuple(earlier_tellings(found[0], with_.texts))
