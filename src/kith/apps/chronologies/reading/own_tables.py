"""A CSV that Kith wrote itself, read as what it was written of: without what made its cells harmless, and its mark."""

from dataclasses import replace

from kith.apps.chronologies.reading.knowledge import data, titles
from kith.apps.exports.services import original
from kith.apps.files.projections import ReadTable


def as_written(table: ReadTable) -> ReadTable:
    """The table as it is, where it is not a CSV of ours; only such a table has no title and all our headings."""
    if table.title or not table.rows or table.rows[0] != (*titles().values(), *data()["made"].values()):
        return table
    rows = table.rows[:-1] if _is_mark(table.rows[-1]) else table.rows
    return replace(table, rows=tuple(tuple(map(original, row)) for row in rows))


def _is_mark(row: tuple[str, ...]) -> bool:
    """The line that says for whom a copy was made: no row of a chronology has a first cell alone."""
    return bool(row) and bool(row[0]) and not any(row[1:])
