"""A copy of what happened for a child, to take out of Kith: its own, higher, permission and row on the record.

What is under any seal stays behind, also for those on its list; a row kept for another agency is not there at all.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kith.apps.access.queries import OpenToAll, day_of, require, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import EXPORT, READ
from kith.apps.chronologies.editions import called as names_of_editions
from kith.apps.chronologies.editions import edition_of, rows_of_the_day
from kith.apps.chronologies.joining import name_of, told_together
from kith.apps.chronologies.models import Edition, Entry, EntryChild
from kith.apps.chronologies.projections import RowCard, Told
from kith.apps.chronologies.projections.rows import engine_row
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.chronologies.told import Beside, Reader, beside, row_cards
from kith.apps.chronologies.writing import COPIES
from kith.apps.exports.projections import ExportedFile, Mark, Stamp
from kith.engines.chronology import Row
from kith.kernel.days import day_words

TAKEN = "chronologies.chronology.exported"
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}


def story_file(actor: Actor, child_ref: str, form: str, *, called: str, now: dt.datetime) -> ExportedFile:
    """All rows that may leave, withdrawn ones struck through, as `form` (xlsx, csv, docx or pdf).

    The same rows for the same reader on the same day are the same bytes. Raises CannotMakePdf.
    """
    reader = _taking(actor, child_ref, called, now)
    entries = list(entries_of(actor, child_ref, now=now))
    return _file(entries, beside(entries, reader), reader, form)


def edition_file(
    actor: Actor, child_ref: str, edition_ref: str, form: str, *, called: str, now: dt.datetime
) -> ExportedFile:
    """The rows of an edition as they stood on its day, of those that may leave today; which it is, is on every page."""
    reader = _taking(actor, child_ref, called, now)
    edition = edition_of(child_ref, edition_ref)
    name = names_of_editions(Edition.objects.filter(subject__ref=child_ref))[edition.pk]
    entries, of_the_day = rows_of_the_day(edition, reader)
    which = f"Edition {name} of {day_words(day_of(edition.published_at))}"
    return _file(entries, of_the_day, reader, form, which=which)


def _taking(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Reader:
    """Decided and on the record."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision, event=TAKEN)
    return Reader(actor, child_ref, called, now, is_copy=True)


def rows_to_take(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> tuple[RowCard, ...]:
    """The same rows for whoever writes them again in other words before they leave; what was withdrawn stays behind."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    reader = Reader(actor, child_ref, called, now, is_copy=True)
    entries = list(entries_of(actor, child_ref, now=now))
    cards = _cards_to_take(entries, beside(entries, reader), reader)
    return tuple(card for card in cards if card.withdrawn is None)


def file_of_rows(
    rows: Iterable[Row], form: str, *, mark: Mark, name: str, to_fill: tuple[str, ...] = ()
) -> ExportedFile:
    """Rows as a file of one of the forms of copies, the same bytes for the same rows; `to_fill` are headings
    of what is left empty for its reader. Raises CannotMakePdf."""
    told = {name_of(row): Told(row) for row in rows}
    story = replace(told_together(told, mark=mark), to_fill=to_fill)
    return ExportedFile(name=f"{name}.{form}", content_type=TYPES[form], data=COPIES[form].write(story))


def _file(entries: Sequence[Entry], with_: Beside, reader: Reader, form: str, *, which: str = "") -> ExportedFile:
    mark = Stamp(reader=reader.actor.name, agency=reader.actor.agency_name, on=day_of(reader.now), which=which)
    rows = _named(_cards_to_take(entries, with_, reader))
    return file_of_rows(rows, form, mark=mark, name=f"chronology-{mark.on}")


def _cards_to_take(entries: Sequence[Entry], with_: Beside, reader: Reader) -> list[RowCard]:
    return list(row_cards(_unsealed(entries, with_.children, reader), with_, reader))


def _unsealed(
    entries: Sequence[Entry], children: Mapping[int, Sequence[EntryChild]], reader: Reader
) -> Iterator[Entry]:
    """Without rows under a seal, and those about a further child who is under one."""
    sight = OpenToAll(reader.actor, READ, now=reader.now)
    sealed = sight.closed_records(row.ref for row in entries)
    closed = sight.closed_subjects({one.subject.ref for some in children.values() for one in some} - {reader.child_ref})
    for row in entries:
        if row.ref not in sealed and closed.isdisjoint(one.subject.ref for one in children[row.pk]):
            yield row


def _named(cards: Collection[RowCard]) -> Iterator[Row]:
    """Each under its agency's own number where it has one that no other row of the copy has."""
    numbers = Counter((card.told_by, card.said.row_id) for card in cards)
    bases = sharing_words("bases")
    for card in cards:
        own = card.said.row_id if numbers[card.told_by, card.said.row_id] == 1 else ""
        basis = bases.get(card.said.basis, "")
        yield replace(engine_row(card), id=own or card.ref, version=card.corrections + 1, basis=basis)
