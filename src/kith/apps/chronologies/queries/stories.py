"""What happened for a child, from every agency, as one viewer may see it."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import NothingHere, decide, may_publish, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import ANALYSE, EXPORT, READ, WRITE
from kith.apps.chronologies.attached import attachment_cards, attachments_of
from kith.apps.chronologies.projections import EarlierTelling, RowCard, RowPage, Story
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
from kith.kernel.decisions import Decision


def story_of(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> Story:
    """All rows open to the viewer in one order, withdrawn ones among them."""
    decision = require(actor, READ, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    reader = Reader(actor, child_ref, called, now)
    entries = list(entries_of(actor, child_ref, now=now))
    rows, chronology = merged_cards(tuple(row_cards(entries, beside(entries, reader), reader)))
    return Story(
        rows=rows,
        chronology=chronology,
        answers=answers_to(entries, rows),
        may_write=may_do(actor, WRITE, child_ref, now=now),
        may_take=may_do(actor, EXPORT, child_ref, now=now),
        may_give=may_publish(actor, child_ref, now=now) and may_do(actor, EXPORT, child_ref, now=now),
        may_review=may_read_with(actor, ANALYSE, child_ref, now=now),
    )


def row_page(actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime) -> RowPage:
    """One row beside whoever else tells likely the same; which that is, is worked out over all rows of the viewer."""
    card, earlier = row_of(actor, child_ref, row_ref, called=called, now=now)
    story = story_of(actor, child_ref, called=called, now=now)
    (place,) = (row for row in story.rows if row.ref == card.ref)
    group = next((one for one in story.groups if one.number == place.group), None)
    answers = story.answers.get(card.ref, ())
    entry = entries_of(actor, child_ref, now=now).get(ref=row_ref)
    may_attach = card.is_own and card.withdrawn is None and story.may_write
    texts = texts_round(entry, Reader(actor, child_ref, called, now))
    attached = attachment_cards(entry, texts, now=now)
    shown = tuple(one for one in attached if may_attach or not one.is_taken_out)
    page = RowPage(
        row=card,
        earlier=earlier,
        put_back=why_put_back(entry, texts),
        attachments=shown,
        may_attach=may_attach,
        answers=answers,
    )
    if group is None:
        return page
    others = tuple(row for row in story.rows if row.group == place.group and row.ref != card.ref)
    return replace(page, accounts=others, differences=group.differences)


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
    decision = require(actor, READ, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    reader = Reader(actor, child_ref, called, now)
    found = list(entries_of(actor, child_ref, now=now).filter(ref=row_ref))
    with_ = beside(found, reader)
    cards = tuple(row_cards(found, with_, reader))
    if not cards:
        raise NothingHere
    return cards[0], tuple(earlier_tellings(found[0], with_.texts))
