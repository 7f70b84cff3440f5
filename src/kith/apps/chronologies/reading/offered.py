"""The headings of a file as a person is asked about them: what each was taken for, and what stands below it."""

from collections.abc import Iterator
from typing import NamedTuple

from kith.apps.chronologies.projections import Column
from kith.apps.chronologies.reading.headings import Header, find_header, likeliest_header
from kith.apps.chronologies.reading.maps import HeadingMap
from kith.apps.files.projections import ReadTable, ReadTables

MOST_SAMPLES = 3
LONGEST_SAMPLE = 60


class Offered(NamedTuple):
    """A heading with a few of the texts below it."""

    column: Column
    samples: tuple[str, ...]


def offered_columns(read: ReadTables, known: HeadingMap) -> tuple[Offered, ...]:
    """Each heading once, in the order of the file. Where none are understood, those that look most like headings."""
    found: dict[str, Offered] = {}
    for table in read.tables:
        for one in _of_table(table, find_header(table, known) or likeliest_header(table, known)):
            found.setdefault(one.column.heading, one)
    return tuple(found.values())


def _of_table(table: ReadTable, header: Header) -> Iterator[Offered]:
    below = table.rows[header.last_row :]
    for place, column in enumerate(header.columns):
        if column.heading:
            texts = dict.fromkeys(
                " ".join(row[place].split()) for row in below if row[place : place + 1] and row[place]
            )
            yield Offered(column, tuple(_short(text) for text in list(texts)[:MOST_SAMPLES]))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"
