"""Some of the rows: what is typed stays out of addresses, what is chosen may stand there."""

from dataclasses import replace
from itertools import chain

import pytest

from kith.kernel.partial_dates import PartialDate
from kith.web.chronologies.ground import birthdays, numbers_of
from kith.web.chronologies.pages import ON_A_PAGE, sheet_of
from kith.web.chronologies.sifting import Sifted, choices_of
from kith.web.lanes.asked import LanesAsked
from kith.web.tests.sample_rows import AT, MUM, OUT, POLICE, ROW

STORY = (POLICE, MUM, OUT, ROW)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (Sifted(), STORY),
        (Sifted(said="1"), (OUT, ROW)),
        (Sifted(agency="family"), (MUM,)),
        (Sifted(agency="a1"), (POLICE, OUT, ROW)),
        (Sifted(kind="attendance", reads="amber"), (OUT, ROW)),
        (Sifted(reads="plain"), ()),
        (Sifted(find="OFFICERS attended"), (POLICE,)),
        (Sifted(find="maths"), (OUT, ROW)),
        (Sifted(find="officers maths"), ()),
    ],
)
def test_rows_are_kept_that_are_as_asked(asked: Sifted, left: tuple[object, ...]) -> None:
    assert tuple(row for row in STORY if asked.keeps(row)) == left


def test_what_is_typed_never_stands_in_an_address() -> None:
    assert Sifted(find="Noor", said="1", agency="a1").address == {"said": "1", "agency": "a1"}
    sheet = sheet_of([ROW] * 1, "", LanesAsked(), Sifted(find="Noor"))
    assert "Noor" not in sheet.href(ROW.ref)


def test_only_what_some_row_has_is_offered() -> None:
    offered = choices_of(STORY)
    assert offered.agencies == (("a1", "Saltmere Academy"), ("family", "the family"))
    assert [value for value, _ in offered.reads] == ["green", "amber", "red"]
    assert choices_of((MUM,)).agencies == (("family", "the family"),)


def test_a_long_story_is_on_several_pages_and_each_row_is_found_on_its_own() -> None:
    rows = [replace(POLICE, ref=f"r{number}") for number in range(2 * ON_A_PAGE + 5)]
    first = sheet_of(rows, "", LanesAsked(), Sifted(said="1"))
    assert (first.rows[0].ref, first.first, first.last, first.newer) == ("r204", 1, ON_A_PAGE, None)
    assert first.href("r204") == "#row-r204"
    assert first.href("r0") == "?said=1&page=3#row-r0"
    last = sheet_of(rows, "3", LanesAsked(), Sifted())
    assert (last.first, last.last, last.older) == (201, 205, None)
    assert last.newer
    assert last.newer.href == "?page=2#rows"
    assert set(chain(last.rows, first.rows)) < set(rows)


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "9" * 30])
def test_a_page_that_is_none_is_one_that_is(page: str) -> None:
    assert sheet_of([POLICE], page, LanesAsked(), Sifted()).rows == (POLICE,)


def test_repeated_calls_to_the_police_are_counted_once_each() -> None:
    called = replace(POLICE, said=replace(POLICE.said, type="police_incident"), group=0)
    rows = (called, replace(called, ref="b", group=4), replace(called, ref="c", group=4), replace(called, ref="d"))
    assert numbers_of(rows) == {called.ref: 1, "b": 2, "c": 2, "d": 3}
    assert numbers_of(rows[:1]) == {}


def test_birthdays_need_a_day_and_a_leap_day_has_one_each_year() -> None:
    today = AT.date()
    assert list(birthdays(PartialDate("2015-02"), "Noor", today)) == []
    assert list(birthdays(None, "Noor", today)) == []
    leap = list(birthdays(PartialDate("2016-02-29"), "Noor", today))
    assert [(one.day.month, one.day.day) for one in leap[:4]] == [(3, 1), (3, 1), (3, 1), (2, 29)]
    assert leap[-1].at_first == "Noor is 10"
