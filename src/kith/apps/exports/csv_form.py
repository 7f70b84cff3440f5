"""Tables as CSV: every cell in quotes, texts made harmless, a line at the end that says for whom the copy is."""

import csv
import datetime as dt
import io

from kith.apps.exports.formulas import harmless, original
from kith.apps.exports.projections import Cell, Mark, Table

CONTENT_TYPE = "text/csv; charset=utf-8"
ENCODING = "utf-8-sig"  # Excel takes a file without the mark for another alphabet


def to_csv(table: Table, stamp: Mark) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(map(harmless, table.columns))
    writer.writerows(map(_value, row) for row in table.rows)
    writer.writerows(([], [harmless(stamp.sentence)]))
    return out.getvalue().encode(ENCODING)


def read_csv(data: bytes) -> list[list[str]]:
    """The cells of our own CSV as they were, heading and all; what made them harmless is taken away again."""
    rows = csv.reader(io.StringIO(data.decode(ENCODING), newline=""))
    return [[original(cell) for cell in row] for row in rows]


def _value(value: Cell) -> str | int | float:
    if isinstance(value, int | float):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else harmless(str(value))
