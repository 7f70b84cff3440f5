"""Excel workbooks as rows of text: values only, no formula, no link, no macro."""

import datetime as dt
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

from kith.apps.files.sandbox.archives import proved_archive
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.refusal import CannotReadFile

# openpyxl would use these where it finds them; they take memory and time, and more code would read hostile bytes.
for _heavy in ("numpy", "lxml", "lxml.etree", "PIL", "pandas"):
    sys.modules.setdefault(_heavy, None)  # type: ignore[arg-type]

import openpyxl  # noqa: E402

MOST_SHEETS = 50
MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_CELLS = 100_000
BROKEN = "This is not a whole Excel workbook. Open it in Excel and save it again as .xlsx."


def read(asked: Frame) -> Frame:
    if "xl/workbook.xml" not in proved_archive(asked.body).namelist():
        raise CannotReadFile("This is not an Excel workbook. Save it as an Excel workbook (.xlsx).")
    try:
        sheets = _sheets(asked.body)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as problem:
        raise CannotReadFile(BROKEN) from problem
    return Frame(body=json.dumps(sheets).encode("ascii"))


def opened(data: bytes) -> Any:
    """The workbook, of which nothing but values is ever asked."""
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _sheets(data: bytes) -> list[dict[str, Any]]:
    book = opened(data)
    if len(book.worksheets) > MOST_SHEETS:
        raise CannotReadFile(f"This workbook has {len(book.worksheets)} sheets and at most {MOST_SHEETS} are read.")
    return [{"title": str(sheet.title), "rows": list(_rows(sheet))} for sheet in book.worksheets]


def _rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a sheet says of its own size is not believed
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells += len(row)
        if number > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise CannotReadFile(
                f"A sheet of this workbook is larger than {MOST_ROWS:,} rows, {MOST_COLUMNS} columns or "
                f"{MOST_CELLS:,} cells. Remove what is empty or not needed, or split it."
            )
        yield [text_of(value) for value in row]


def text_of(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return "" if value is None else str(value)
