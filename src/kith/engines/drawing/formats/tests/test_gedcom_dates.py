"""Dates as old and new family programs write them."""

import pytest

from kith.engines.drawing.formats.gedcom_dates import read_date


@pytest.mark.parametrize(
    ("words", "code", "is_whole"),
    [
        ("6 SEP 1888", "1888-09-06", True),
        ("      1799", "1799", True),
        ("BET 1900 AND 1905", "1900/1905", True),
        ("FROM 1900 TO 1905", "1900/1905", True),
        ("@#DGREGORIAN@ 1 JAN 1900", "1900-01-01", True),
        ("28 Jan 1456/1457", "1457-01-28", False),
        ("13 Feb 1541/2", "1542-02-13", False),
        ("11 FEB 1699/00", "1700-02-11", False),
        ("INT ABT 1850 (the census)", "1850~", False),
    ],
)
def test_understood(words: str, code: str, is_whole: bool) -> None:
    read = read_date(words)
    assert read.date is not None
    assert (read.date.code, read.is_whole) == (code, is_whole)


@pytest.mark.parametrize(
    "words",
    [
        "10 JAN",
        "(early in 1536)",
        "@#DJULIAN@ 25 OCT 1066",
        "100 B.C.",
        "28 Jan 1456/1470",
        "31 FEB 1900",
        "Y" * 100_000,
    ],
)
def test_not_understood(words: str) -> None:
    assert read_date(words).date is None
