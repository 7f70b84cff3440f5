"""Small real files as agencies bring them, made here: workbooks, documents and CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import docx
import openpyxl

from kith.apps.chronologies.joining import Joined, joined
from kith.apps.chronologies.projections import Contribution
from kith.apps.chronologies.reading import Wanted, contribution_of
from kith.apps.files.reading import read_tables

Rows = Sequence[Sequence[Any]]
HEADINGS = ("Date", "What happened")


def xlsx(rows: Rows, change: Callable[[Any], object] = bool) -> bytes:
    """A workbook of one sheet; `change` may do to the book what a person would."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(rows: Rows, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def table_docx(*tables: Rows, change: Callable[[Any], object] = bool) -> bytes:
    document = docx.Document()
    for rows in tables:
        table = document.add_table(len(rows), max(map(len, rows)))
        for place, row in enumerate(rows):
            for cell, text in zip(table.rows[place].cells, row, strict=False):
                cell.text = text
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def contribution(data: bytes, file: str = "B.csv", **wanted: Any) -> Contribution:
    return contribution_of(file, read_tables(data), Wanted(**{"agency": "Health", **wanted}))


def said(found: Contribution) -> list[str]:
    """What is said of it, but for the fields that rows leave empty."""
    return [remark.sentence for remark in found.remarks if "leave something empty" not in remark.sentence]


def merged(*files: Contribution) -> Joined:
    return joined(files)


def facts(found: Iterable[Any]) -> list[str]:
    return [one.row.fact for one in found]
