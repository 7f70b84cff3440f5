"""Tables as Excel workbooks: texts as texts, numbers and dates by their kind, no formula, no link, nothing else."""

import datetime as dt
import io
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kith.apps.exports.formulas import is_dangerous
from kith.apps.exports.projections import Cell, Mark, Table

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST_DAY = dt.date(1900, 3, 1)  # before it, Excel counts a day that never was
MOST_EXACT = 2**53
WIDTH = 24
A4 = 9  # as Excel counts papers
STRUCK = "struck "
LOOKS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
}
OPTIONS = {
    "in_memory": True,  # no copy of anybody on a disk
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(table: Table, stamp: Mark) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"author": "Kith", "created": dt.datetime(stamp.on.year, stamp.on.month, stamp.on.day)})  # noqa: DTZ001 Excel knows no zones
        forms = {name: book.add_format(look) for name, look in LOOKS.items()}
        forms |= {STRUCK + name: book.add_format({**look, "font_strikeout": True}) for name, look in LOOKS.items()}
        _fill(book.add_worksheet("Table"), table, forms)
        about = book.add_worksheet("About this copy")
        for line, text in enumerate((table.title, stamp.sentence)):
            _write_text(about, (line, 0), text, forms)
        about.set_column(0, 0, 3 * WIDTH)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table, forms: dict[str, Format]) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, forms["heading"])
    struck = {name: forms[STRUCK + name] for name in LOOKS}
    for line, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            _write(sheet, (line, column), value, struck if line - 1 in table.struck else forms)
    sheet.set_column(0, len(table.columns) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    _make_printable(sheet)


def _make_printable(sheet: Worksheet) -> None:
    """On A4 across, as wide as the paper, with the headings on every page and its number."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&CPage &P of &N")


def _write(sheet: Worksheet, place: tuple[int, int], value: Cell, forms: dict[str, Format]) -> None:
    """Never `write()`, which guesses: a text that looks like a formula would become one."""
    if value is None:
        return
    if isinstance(value, int | float) and abs(value) <= MOST_EXACT:
        sheet.write_number(*place, value)
    elif isinstance(value, dt.date) and value >= FIRST_DAY:
        sheet.write_datetime(*place, dt.datetime(value.year, value.month, value.day), forms["date"])  # noqa: DTZ001
    else:
        _write_text(sheet, place, str(value), forms)


def _write_text(sheet: Worksheet, place: tuple[int, int], text: str, forms: dict[str, Format]) -> None:
    """A text that looks like a formula is also marked as one in quotes, so that it stays a text when it is edited."""
    sheet.write_string(*place, text, forms["quoted" if is_dangerous(text) else "text"])
