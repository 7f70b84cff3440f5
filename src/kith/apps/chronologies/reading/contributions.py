"""All rows of one file, with everything that has to be said about it; nothing in it is passed over in silence."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kith.apps.chronologies.projections import Column, Contribution, Told
from kith.apps.chronologies.reading.headings import Header, find_header
from kith.apps.chronologies.reading.knowledge import titles
from kith.apps.chronologies.reading.maps import HeadingMap
from kith.apps.chronologies.reading.notebook import CannotReadRow, Notebook, quoted
from kith.apps.chronologies.reading.own_tables import as_written
from kith.apps.chronologies.reading.people import Children
from kith.apps.chronologies.reading.rows import Asked, cleaned_cell, told_of
from kith.apps.chronologies.reading.told_words import told_words
from kith.apps.files.projections import ReadTable, ReadTables
from kith.engines.chronology import missing_fields
from kith.kernel.errors import KithError

NOT_IN_A_NAME = ("row", "version", "sequence")
MADE_BY = "kith-"
WIDE = 3  # cells that are one across: then it is a heading within the table


class CannotReadChronology(KithError):
    """A file holds nothing that could be part of a chronology."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What whoever merges says of a file: whose rows they are where it does not say, the children, and a map.

    A kind of event that Kith has no name for stays in its words, unless there is no place to keep them.
    """

    agency: str = ""
    children: tuple[str, ...] = ()
    headings: HeadingMap = field(default_factory=HeadingMap)
    keeps_other_types: bool = True


def contribution_of(file: str, read: ReadTables, wanted: Wanted) -> Contribution:
    """The rows of a file called `file`. Raises CannotReadChronology where there is none."""
    notes = Notebook(file)
    for warning in read.warnings:
        notes.of_file(warning)
    asked = Asked(
        agency=wanted.agency,
        children=Children(wanted.children),
        counts_from_1904=read.counts_from_1904,
        keeps_other_types=wanted.keeps_other_types,
        notes=notes,
    )
    told: list[Told] = []
    places: list[str] = []
    columns: list[Column] = []
    for place, table in enumerate(read.tables):
        cleaned = _cleaned(as_written(table), notes)
        header = find_header(cleaned, wanted.headings)
        if header is None:
            _note_unread(cleaned, place, read, notes)
            continue
        _refuse_without_agency(file, header, wanted)
        columns += header.columns
        found = list(_rows(cleaned, header, asked, _where(file, read, place)))
        rows = [one for one, _ in found]
        told += rows if "sequence" in header.fields else _in_order_of_days(rows)
        places += [where for _, where in found]
    if not columns:
        raise CannotReadChronology(_nothing_found(file, read))
    _note_missing(told, notes)
    return Contribution(
        file=file,
        told=tuple(_named(told, notes)),
        places=tuple(places),
        columns=tuple(dict.fromkeys(column for column in columns if column.heading)),
        remarks=notes.remarks(),
    )


def _cleaned(table: ReadTable, notes: Notebook) -> ReadTable:
    return replace(table, rows=tuple(tuple(cleaned_cell(cell, notes) for cell in row) for row in table.rows))


def _refuse_without_agency(file: str, header: Header, wanted: Wanted) -> None:
    if "agency" not in header.fields and not wanted.agency:
        raise CannotReadChronology(
            f'{file} does not say whose rows they are. Name the agency of each such file: --agency "{file}=Police".'
        )


def _where(file: str, read: ReadTables, place: int) -> str:
    if len(read.tables) == 1:
        return file
    title = read.tables[place].title
    return f"{file}, {read.called} {title if title.isdecimal() else quoted(title)}"


def _note_unread(table: ReadTable, place: int, read: ReadTables, notes: Notebook) -> None:
    if any(map(any, table.rows)):
        where = _where(notes.file, read, place)
        notes.of_row(where, "no headings for the date and for what happened were found, so it was left out.")


def _nothing_found(file: str, read: ReadTables) -> str:
    first = next((row for table in read.tables for row in table.rows if any(row)), ())
    shown = ", ".join(quoted(cell) for cell in first[:6] if cell.strip())
    holds = f" It begins with {shown}." if shown else ""
    return (
        f"{file} has no table with headings for the date and for what happened.{holds} "
        "If the headings are others, say what they mean in a map: --map."
    )


def _rows(table: ReadTable, header: Header, asked: Asked, where: str) -> Iterator[tuple[Told, str]]:
    _note_unsolved(table, header, asked.notes, where)
    across = _cells_across(table)
    for number, row in enumerate(table.rows[header.last_row :], header.last_row + 1):
        here = f"{where}, row {number}"
        if not any(row) or row in header.texts:
            continue
        try:
            _refuse_heading_within(row, across.get(number, ""))
            yield told_of(_cells(row, header.columns), asked, here, is_struck=number in table.struck), here
        except CannotReadRow as problem:
            asked.notes.of_row(here, problem.message, is_lost=True)


def _note_unsolved(table: ReadTable, header: Header, notes: Notebook, where: str) -> None:
    """A formula whose value the file does not hold would have to be run, and nothing is."""
    for number, place in table.unsolved:
        column = header.columns[place - 1] if place <= len(header.columns) else Column("", "")
        if number > header.last_row and column.field:
            says = f"{quoted(column.heading)} holds a formula without its value, and no formula is run."
            notes.of_row(f"{where}, row {number}", says)


def _cells(row: Sequence[str], columns: Sequence[Column]) -> Mapping[str, str]:
    return {column.field: text for column, text in zip(columns, row, strict=False) if column.field and text}


def _cells_across(table: ReadTable) -> Mapping[int, str]:
    """The text of the first wide cell of each row that has one."""
    found: dict[int, str] = {}
    for top, left, bottom, right in table.merged:
        if right - left + 1 >= WIDE:
            for number in range(top, min(bottom, len(table.rows)) + 1):
                found.setdefault(number, "".join(table.rows[number - 1][left - 1 : left]))
    return found


def _refuse_heading_within(row: Sequence[str], across: str) -> None:
    if across and set(row) - {""} == {across}:
        raise CannotReadRow(f"One cell goes across: {quoted(across)}. The row was left out.")


def _in_order_of_days(told: Sequence[Told]) -> Iterator[Told]:
    """Rows of one day stand as in the file, which says nothing else about their order."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in told:
        day = (one.row.agency, one.row.start.code)
        yield one._replace(row=replace(one.row, sequence=seen[day]))
        seen[day] += 1


def _named(told: Iterable[Told], notes: Notebook) -> Iterator[Told]:
    """Every row has a name: its own, or one made of all that it says, so that it has the same one the next time."""
    seen: Counter[str] = Counter()
    for one in told:
        if one.row.id:
            yield one
            continue
        made = made_id(one)
        seen[made] += 1
        if seen[made] > 1:
            notes.once("same", f"A row says the same as another: {quoted(one.row.fact)} Both stay.")
        yield one._replace(row=replace(one.row, id=made if seen[made] == 1 else f"{made}-{seen[made]}"))


def made_id(told: Told) -> str:
    """The id of a row that its agency gave none: the first signs of a hash over all that it says."""
    said = (f"{name}\x1f{text}" for name, text in sorted(told_words(told).items()) if name not in NOT_IN_A_NAME)
    return MADE_BY + hashlib.sha256("\x1e".join(said).encode()).hexdigest()[:12]


def _note_missing(told: Sequence[Told], notes: Notebook) -> None:
    missing = Counter(name for one in told for name in missing_fields(one.row))
    missing["type"] -= sum(bool(one.type_words) for one in told)
    if +missing:
        counted = ", ".join(f"{titles()[name]} ({missing[name]:,})" for name in titles() if missing[name] > 0)
        notes.of_file(f"Rows that leave something empty which a whole row says: {counted}.")
