"""Finds the rows of a table that hold its headings, and says what each heading was taken for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kith.apps.chronologies.projections import Column
from kith.apps.chronologies.reading.knowledge import Known, data, field_of, left_alone, may_number_rows, titles
from kith.apps.chronologies.reading.maps import HeadingMap
from kith.apps.files.projections import ReadTable
from kith.kernel.text import LIMITS

BY_MAP = -1


class Header(NamedTuple):
    """The last row that belongs to the headings, the texts of those rows, and a column for each cell."""

    last_row: int
    texts: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]

    @property
    def fields(self) -> set[str]:
        return {column.field for column in self.columns if column.field}


def find_header(table: ReadTable, known: HeadingMap) -> Header | None:
    """The headings that mean most, in one row or in two; none where nothing says when and what.

    Two rows are believed to be headings only where they say more than one of them does.
    """
    best: Header | None = None
    for header in _candidates(table, known):
        is_more = len(header.fields) > (len(best.fields) if best else 0)
        if is_more and header.fields.issuperset(data()["reading"]["needed"]):
            best = header
    return _numbered(table, best, known) if best and "row" not in best.fields else best


def _numbered(table: ReadTable, header: Header, known: HeadingMap) -> Header:
    """With the agency's own numbers as the names of its rows, where each row has its own."""
    rows = [row for row in table.rows[header.last_row :] if any(row) and row not in header.texts]
    for place, column in enumerate(header.columns):
        if column.field or known.field_of(column.heading) is not None or not may_number_rows(column.heading):
            continue
        numbers = ["".join(row[place : place + 1]) for row in rows]
        if all(0 < len(one) <= LIMITS["identifier"] for one in numbers) and len(set(numbers)) == len(numbers):
            columns = (*header.columns[:place], Column(column.heading, "row"), *header.columns[place + 1 :])
            return header._replace(columns=columns)
    return header


def _candidates(table: ReadTable, known: HeadingMap) -> Iterator[Header]:
    """Every row near the top alone, and then every two of them."""
    rows = table.rows[: data()["reading"]["most_heading_rows"]]
    for number, row in enumerate(rows, 1):
        yield Header(number, (row,), _columns(row, row, known))
    for number, (upper, lower) in enumerate(pairwise(rows), 2):
        width = max(len(upper), len(lower))
        wide = [tuple(row) + ("",) * (width - len(row)) for row in (upper, lower)]
        yield Header(number, (upper, lower), _columns(wide[0], wide[1], known))


def likeliest_header(table: ReadTable, known: HeadingMap) -> Header:
    """The first of the rows near the top that fill most cells, for whoever is asked what it means."""
    rows = table.rows[: data()["reading"]["most_heading_rows"]]
    number, row = max(enumerate(rows, 1), key=lambda one: (sum(map(bool, one[1])), -one[0]), default=(0, ()))
    return _numbered(table, Header(number, (row,), _columns(row, row, known)), known)


def _columns(upper: Sequence[str], lower: Sequence[str], known: HeadingMap) -> tuple[Column, ...]:
    """One column for each place; of several that mean the same, the best known is taken."""
    headings = [_joined(*both) for both in zip(upper, lower, strict=True)]
    meant = [_meant(heading, under, known) for heading, under in zip(headings, lower, strict=True)]
    best: dict[str, tuple[int, int]] = {}
    for place, means in enumerate(meant):
        if means and means.field:
            best[means.field] = min(best.get(means.field, (means.rank, place)), (means.rank, place))
    return tuple(
        _column(heading, means, place, best) for place, (heading, means) in enumerate(zip(headings, meant, strict=True))
    )


def _column(heading: str, means: Known | None, place: int, best: dict[str, tuple[int, int]]) -> Column:
    if means is None:
        return Column(heading, "", left_alone(heading))
    if means.field and best[means.field][1] != place:
        return Column(heading, "", f"another column says “{titles()[means.field]}” already")
    return Column(heading, means.field)


def _meant(heading: str, under: str, known: HeadingMap) -> Known | None:
    """By the map, else by what is known of the whole heading, else of its lower part."""
    if not heading:
        return None
    mapped = known.field_of(heading)
    if mapped is not None:
        return Known(mapped, BY_MAP)
    if left_alone(heading):
        return None
    return field_of(heading) or field_of(under)


def _joined(upper: str, lower: str) -> str:
    parts = [" ".join(part.split()) for part in dict.fromkeys((upper, lower))]
    return " ".join(part for part in parts if part)
