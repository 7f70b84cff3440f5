"""Whatever is written into a cell is a value in the file: no formula, no link, and it comes back to the letter."""

import csv
import datetime as dt
import io
import math
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from django.contrib.sessions.models import Session
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.apps.exports.formulas import harmless, is_dangerous, original
from kith.apps.exports.projections import LONGEST_TEXT, CannotExport, Stamp, Table, proved_text
from kith.apps.exports.services import read_csv, write_table
from kith.kernel.partial_dates import PartialDate

STAMP = Stamp(reader="Ana Worker", agency="Council", on=dt.date(2026, 11, 24))
TRICKS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "  \t =1", '"=1', "'=1", "''=1", "\ufeff=1"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "\u200b=1", "\u00a0=1", "a;=1", "a\t=1", "a\n=1", "a|=1", "a;'=1"),
    *("=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","y")', "http://x.example", "mailto:a@b.example"),
    *("'tis", "a;'b", "a\n\n'b", "{=1}", "<b>", "&amp;", "_x0041_", "1e5", "007", "TRUE", "2026-11-24", "#N/A", ""),
    *(";", "'", "''", ";;'", "\u202e=1", "a\u0301=", "👩‍👩‍👧=1", '"', '""=', "a,=1", "\n", "\t", "' ", "internal:A1"),
]
FORMULA = re.compile(r"[\s\"\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def table(*texts: Any) -> Table:
    return Table(title="Trial", columns=("Text",), rows=tuple((text,) for text in texts))


def written_csv(texts: list[str]) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(write_table(table(*texts), "csv", stamp=STAMP).data.decode("utf-8-sig"), newline=""))
    )


def cells_of(data: bytes) -> list[object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Table"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    return [cell.value for cell in cells]


def check(texts: list[str]) -> None:
    """Through both forms: nothing is a formula, and everything comes back."""
    expected = [proved_text(text) for text in texts]
    data = write_table(table(*texts), "csv", stamp=STAMP).data
    raw = [row[0] for row in written_csv(texts)[1:-2]]
    assert not [cell for cell in raw if FORMULA.match(cell)]
    assert [row[0] for row in read_csv(data)[1:-2]] == expected
    for cell, text in zip(raw, expected, strict=True):
        for part in re.split(r"[;|\t\r\n]", cell):
            assert not FORMULA.match(part), (cell, text)
    found = cells_of(write_table(table(*texts), "xlsx", stamp=STAMP).data)
    found += [None] * (len(expected) - len(found))
    assert [value or "" for value in found] == expected


def test_every_known_trick_is_harmless_and_comes_back():
    check(TRICKS)


# 100 tables of 100 texts each: 10,000 texts, made of the signs that matter.
SIGNS = st.sampled_from(
    [*"=+-@'\";|, \t\n\rab1", "\ufeff", "\u200b", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\0", "é", "😀"]
)
TEXTS = st.lists(st.one_of(st.text(SIGNS, max_size=12), st.text(max_size=20)), min_size=100, max_size=100)


@settings(max_examples=100)
@given(TEXTS)
def test_no_text_becomes_a_formula(texts):
    check(texts)


@given(st.text(SIGNS, max_size=40))
def test_what_makes_a_text_harmless_can_be_undone(text):
    assert original(harmless(text)) == text
    if is_dangerous(text):
        assert harmless(text) != text


@pytest.mark.parametrize(
    "value",
    [
        Session(),
        [],
        {},
        object(),
        True,
        b"x",
        1j,
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        math.nan,
        math.inf,
        type("S", (str,), {})("x"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_only_plain_values_leave(value):
    with pytest.raises(CannotExport):
        table(value)


def test_a_table_is_a_table():
    with pytest.raises(CannotExport):
        write_table(Session(), "csv", stamp=STAMP)
    with pytest.raises(CannotExport):
        Table(title="x", columns=("a", "b"), rows=(("only one",),))
    with pytest.raises(CannotExport):
        Table(title="x", columns=("a",), rows=[("a list",)])
    with pytest.raises(CannotExport, match="characters"):
        table("x" * (LONGEST_TEXT + 1))


def test_numbers_and_dates_keep_their_kind():
    values = (7, -3, 2.5, dt.date(2019, 3, 5), dt.date(1850, 1, 2), PartialDate.parse("spring 2019"), None, 2**60)
    found = cells_of(write_table(table(*values), "xlsx", stamp=STAMP).data)
    assert found[:3] == [7, -3, 2.5]
    assert found[3] == dt.datetime(2019, 3, 5)  # noqa: DTZ001
    assert found[4:] == ["1850-01-02", "spring 2019", None, str(2**60)]
    assert [row[0] for row in read_csv(write_table(table(*values), "csv", stamp=STAMP).data)[1:-2]] == [
        *("7", "-3", "2.5", "2019-03-05", "1850-01-02", "spring 2019", "", str(2**60))
    ]


def test_a_copy_says_for_whom_it_is_and_its_name_says_nothing():
    file = write_table(table("Ann"), "xlsx", stamp=STAMP)
    about = openpyxl.load_workbook(io.BytesIO(file.data))["About this copy"]
    said = "Copy for Ana Worker, Council, on 24 November 2026, from Kith"
    assert [cell.value for cell in about["A"]] == ["Trial", said]
    assert read_csv(write_table(table("Ann"), "csv", stamp=STAMP).data)[-1] == [said]
    assert file.name == "table-2026-11-24.xlsx"


def test_a_workbook_reaches_for_nothing_and_is_the_same_every_time():
    one, two = (write_table(table(*TRICKS), "xlsx", stamp=STAMP).data for _ in range(2))
    assert one == two
    parts = zipfile.ZipFile(io.BytesIO(one))
    assert not [name for name in parts.namelist() if "external" in name.lower() or "macro" in name.lower()]
    everything = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in everything and b"<hyperlink" not in everything and b'TargetMode="External"' not in everything


def test_a_long_text_of_blanks_takes_no_time():
    text = "\t" * (LONGEST_TEXT - 2) + "=1"
    assert original(harmless(text)) == text
    assert original(harmless(" " * 30_000)) == " " * 30_000
