"""What Kith wrote is read back as the same rows, whatever stands in them, and merging twice changes nothing."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.apps.chronologies.joining import CannotJoin, joined
from kith.apps.chronologies.projections import Contribution, Told
from kith.apps.chronologies.reading.contributions import made_id
from kith.apps.chronologies.reading.notebook import Notebook
from kith.apps.chronologies.reading.rows import cleaned_cell
from kith.apps.chronologies.tests.making import HEADINGS, contribution, csv_of, merged, said, xlsx
from kith.apps.chronologies.writing import FORMS
from kith.engines.chronology import CannotMerge, Rag, Row, Subject
from kith.kernel.partial_dates import PartialDate

MIA, DANA = Subject("mia brook", name="Mia Brook"), Subject("dana", role="mother", name="Dana")
CODES: tuple[str, ...] = (
    "2019-03-05",
    "2019-03-05~",
    "2019",
    "2019-03",
    "2019-21",
    "2019-24",
    "../2019",
    "2019-03/..",
    "2019-01~/2019-04~",
)
CODES += ("1899-05-01", "2014/2016", "2019-03-04/2019-03-10")
TRICKS = (
    "=1+1",
    "'=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2",
    "_x0041_",
    "TRUE",
    "1e5",
    "a\nb\tc",
    "<b>&amp;",
    "مرحبا",
    "“",
    "#N/A",
)
SIGNS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@;,\n\"'|_x0<&"), max_size=30)


def as_read(text: str) -> str:
    return cleaned_cell(text, Notebook("trial"))


TEXTS = SIGNS.map(as_read) | st.sampled_from(TRICKS)
ROWS = st.builds(
    Row,
    agency=st.sampled_from(["Police", "Health"]),
    id=st.uuids().map(str),
    subjects=st.sampled_from([(MIA,), (MIA, DANA)]),
    start=st.sampled_from(CODES).map(PartialDate),
    end=st.none() | st.sampled_from(CODES[:3]).map(PartialDate),
    fact=TEXTS.filter(bool),
    start_time=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    sequence=st.integers(0, 3),
    version=st.integers(1, 3),
    type=st.sampled_from(["", "police_incident", "strength"]),
    rag=st.none() | st.sampled_from(Rag),
    impact=TEXTS,
    childs_words=TEXTS,
    action=TEXTS,
    source=TEXTS,
    basis=TEXTS,
    restriction=TEXTS,
    withdrawn=TEXTS,
)


def from_rows(rows: list[Row]) -> Contribution:
    told = tuple(Told(row, "" if row.type else "Swimming gala") for row in rows)
    return Contribution(file="B.csv", told=told, places=("",) * len(told), columns=(), remarks=())


def read_back(story: bytes, form: str) -> Contribution:
    return contribution(story, f"merged.{form}", agency="")


@pytest.mark.parametrize("form", ["xlsx", "json"])
@settings(max_examples=10, deadline=None)
@given(rows=st.lists(ROWS, min_size=1, max_size=12, unique_by=lambda row: row.id))
def test_rows_come_back_as_they_were(form: str, rows: list[Row]) -> None:
    rows = [replace(row, end=None if row.end and row.end.certainly_before(row.start) else row.end) for row in rows]
    story = joined([from_rows(rows)])
    again = read_back(FORMS[form].write(story), form)
    assert {one.row.id: one for one in again.told} == {one.row.id: one for one in from_rows(rows).told}
    assert joined([again]).passages == story.passages


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_versions_and_withdrawn_rows_come_back(form: str) -> None:
    first = Row(agency="Police", id="1", subjects=(MIA,), start=PartialDate("2019-03-05"), fact="Seen.")
    rows = [first, replace(first, version=2, fact="Not seen."), replace(first, id="2", withdrawn="Another family.")]
    story = joined([from_rows(rows)])
    again = joined([read_back(FORMS[form].write(story), form)])
    assert again.passages == story.passages
    assert [one.row.fact for one in again.accounts[0].earlier] == ["Seen."]


def test_the_same_file_twice_and_a_longer_one_change_nothing_that_was_there() -> None:
    rows = [HEADINGS, ("5/3/2019", "a"), ("5/3/2019", "b"), ("2019", "c")]
    once = contribution(csv_of(rows))
    assert merged(once, once).passages == merged(once).passages
    longer = contribution(xlsx([HEADINGS, (dt.date(2019, 3, 5), "before"), *rows[1:]]), "later.xlsx")
    both = merged(once, longer)
    assert {one.row.id for one in both.accounts} == {one.row.id for one in longer.told}


def test_two_rows_of_one_name_that_differ_are_not_chosen_between() -> None:
    rows = [(*HEADINGS, "Row ID"), ("2019", "a", "7"), ("2019", "b", "7")]
    with pytest.raises(CannotMerge, match="two different rows with the id 7"):
        merged(contribution(csv_of(rows)))


def test_a_child_without_a_name_is_not_taken_for_one_with() -> None:
    named = contribution(csv_of([(*HEADINGS, "Child"), ("2019", "a", "Mia")]), "A.csv")
    unnamed = contribution(csv_of([HEADINGS, ("2019", "b")]), "B.csv")
    with pytest.raises(CannotJoin, match=r"Rows of B\.csv do not say whom they are about, and others do\."):
        merged(named, unnamed)
    assert len(merged(unnamed, unnamed).accounts) == 1


def test_what_a_row_is_named_after_is_all_that_it_says_and_nothing_else() -> None:
    row = Row(agency="Police", id="", subjects=(MIA,), start=PartialDate("2019"), fact="Seen.")
    name = made_id(Told(row))
    assert made_id(Told(replace(row, sequence=3, version=2, id="x"))) == name
    others = (replace(row, fact="x"), replace(row, agency="x"), replace(row, withdrawn="x"))
    assert len({name, *(made_id(Told(other)) for other in others)}) == 4


def test_a_merged_workbook_says_nothing_of_its_own_columns_that_has_to_be_looked_at() -> None:
    again = read_back(FORMS["xlsx"].write(merged(contribution(csv_of([HEADINGS, ("5 March 2019", "a")])))), "xlsx")
    assert [column.because for column in again.columns if not column.field] == ["the merge says it anew"] * 3
    assert said(again) == [
        "merged.xlsx, sheet “About this copy”: no headings for the date and for what happened were found, "
        "so it was left out."
    ]
