"""Files as agencies bring them: what is sound becomes rows, and everything else is said by row."""

import datetime as dt
from typing import Any

import pytest
from openpyxl.styles import Font

from kith.apps.chronologies.projections import Column
from kith.apps.chronologies.reading import CannotReadChronology, HeadingMap
from kith.apps.chronologies.tests.making import HEADINGS, contribution, csv_of, facts, said, table_docx, xlsx
from kith.apps.files.reading import CannotReadFile, read_tables
from kith.engines.chronology import Rag, Subject

LONG = "Mia told her teacher." + 19_979 * "x"


def test_a_workbook_is_read_under_its_headings_wherever_they_stand() -> None:
    rows: list[list[Any]] = [["Chronology of Mia"], [], ["Event date", "Time", "Details", "RAG"]]
    rows += [[dt.date(2019, 3, 5), dt.time(14, 30), "Seen at home.", "G"]]
    (told,) = contribution(xlsx(rows), "A.xlsx", agency="Police").told
    assert (str(told.row.start), told.row.start_time, told.row.fact) == (
        "5 March 2019",
        dt.time(14, 30),
        "Seen at home.",
    )
    assert (told.row.agency, told.row.rag, told.row.subjects) == ("Police", Rag.GREEN, (Subject("child"),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators_are_found_out(encoding: str, separator: str) -> None:
    rows = [HEADINGS, ("5/3/2019", "Zoë said: “I’m fine, Mum; really”.\nThen she left.")]
    found = contribution(csv_of(rows, separator=separator, encoding=encoding))
    assert facts(found.told) == [rows[1][1]]
    assert any("Western alphabet" in sentence for sentence in said(found)) == (encoding == "cp1252")


def test_a_file_may_name_its_separator() -> None:
    assert facts(contribution(b"sep=;\nDate;Event\n2019;a,b,c\n").told) == ["a,b,c"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"Date\n2019\n2020\n", "no columns"),
        (b"a,b;c\nd,e;f\n", "parted by"),
        ("Дата,Событие\n2019,Приехала полиция\n".encode("cp1251"), "alphabet"),
        (b'Date,Event\n2019,"never closed\n2020,b\n', "From line"),
        (b"\xff\xfe" + "Date,Event".encode("utf-16-le") + b"\x00\xd8", "no text that can be read"),
        (b'{"format": "other"}', "no chronology that Kith wrote"),
        (b"{", "broken"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word or Excel file"),
        (b"Date,Event\n" + b"2019,x\n" * 50_001, "larger than"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
    ids=[
        "empty",
        "one column",
        "two separators",
        "alphabet",
        "quote",
        "half a sign",
        "json",
        "cut",
        "old",
        "rows",
        "MB",
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotReadFile) as refused:
        read_tables(data)
    assert says in refused.value.message and refused.value.message.endswith(".")


def test_a_file_without_headings_says_how_it_begins_and_what_helps() -> None:
    with pytest.raises(CannotReadChronology, match=r"B.csv has no table .* begins with “Colour”, “Size”.* --map"):
        contribution(csv_of([["Colour", "Size"], ["red", "5"]]))


def test_a_file_that_names_no_agency_asks_for_it() -> None:
    with pytest.raises(CannotReadChronology, match=r'--agency "B\.csv=Police"'):
        contribution(csv_of([HEADINGS, ("2019", "x")]), agency="")
    rows = [("Date", "Event", "Agency"), ("2019", "x", ""), ("2020", "y", "School")]
    found = contribution(csv_of(rows), agency="")
    assert [one.row.agency for one in found.told] == ["School"]
    assert said(found) == ["B.csv, row 2: No agency is named. The row was left out."]


def test_two_rows_of_headings_are_read_together() -> None:
    rows = [("Date", "", "Event", "Agency response", ""), ("from", "to", "", "Action taken", "Did it help")]
    rows += [("1/3/2019", "4/3/2019", "Away from home", "Looked for her", "Yes")]

    def merge(book: Any) -> None:
        for area in ("A1:B1", "C1:C2", "D1:E1"):
            book.active.merge_cells(area)

    for change in (merge, bool):
        found = contribution(xlsx(rows, change), "A.xlsx")
        (told,) = found.told
        assert (str(told.row.start), str(told.row.end)) == ("1 March 2019", "4 March 2019")
        assert (told.row.action, told.row.effective) == ("Looked for her", "Yes")
        assert [column.field for column in found.columns] == ["start", "end", "fact", "action", "effective"]


def test_merged_cells_stand_in_each_of_their_rows_and_a_heading_across_is_no_row() -> None:
    rows = [("Date", "Event", "Action"), ("2019", "In the house", ""), ("5 March 2019", "a", ""), ("", "b", "")]

    def merge(book: Any) -> None:
        book.active["B2"] = None
        book.active.merge_cells("A2:C2")
        book.active.merge_cells("A3:A4")

    found = contribution(xlsx(rows, merge), "A.xlsx")
    assert [(str(one.row.start), one.row.fact) for one in found.told] == [("5 March 2019", "a"), ("5 March 2019", "b")]
    assert said(found) == ["A.xlsx, row 2: One cell goes across: “2019”. The row was left out."]


def test_what_is_hidden_is_left_out_and_said() -> None:
    def hide(book: Any) -> None:
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["C"].hidden = True
        book.create_sheet("Old").sheet_state = "hidden"

    rows = [(*HEADINGS, "Action"), ("2019", "shown", "secret"), ("2020", "hidden", "")]
    found = contribution(xlsx(rows, hide), "A.xlsx")
    assert [(one.row.fact, one.row.action) for one in found.told] == [("shown", "")]
    assert said(found)[:3] == [
        "A.xlsx: Sheet “Sheet”: 1 hidden row was left out. Show what is hidden if it belongs in.",
        "A.xlsx: Sheet “Sheet”: 1 hidden column was left out. Show what is hidden if it belongs in.",
        "A.xlsx: Sheet “Old” is hidden and was left out. Show it if it belongs in.",
    ]


def test_a_row_struck_through_is_withdrawn() -> None:
    def strike(book: Any) -> None:
        for cell in book.active[3]:
            cell.font = Font(strike=True)

    rows = [HEADINGS, ("2019", "stands"), ("2020", "does not")]
    assert [bool(one.row.withdrawn) for one in contribution(xlsx(rows, strike)).told] == [False, True]

    def strike_words(document: Any) -> None:
        for cell in document.tables[0].rows[2].cells:
            cell.paragraphs[0].runs[0].font.strike = True

    assert [bool(one.row.withdrawn) for one in contribution(table_docx(rows, change=strike_words)).told] == [
        False,
        True,
    ]


def test_formulas_and_macros_are_not_run() -> None:
    rows = [(*HEADINGS, "Action"), ("2019", "a", "=1+1"), ("2020", "=HYPERLINK(1)", "")]
    found = contribution(xlsx(rows), "A.xlsx")
    assert [(one.row.fact, one.row.action) for one in found.told] == [("a", "")]
    assert said(found) == [
        "A.xlsx, row 2: “Action” holds a formula without its value, and no formula is run.",
        "A.xlsx, row 3: “What happened” holds a formula without its value, and no formula is run.",
        "A.xlsx, row 3: Nothing stands under “What happened”. The row was left out.",
    ]


def test_tables_of_a_document_are_read_and_others_left_alone() -> None:
    data = table_docx([("Name", "Born"), ("Mia", "2014")], [("When", "Event"), ("Mon 4 March 2019", "Quiet.\nVery.")])
    found = contribution(data, "C.docx")
    assert facts(found.told) == ["Quiet.\nVery."]
    assert said(found) == [
        "C.docx, table 1: no headings for the date and for what happened were found, so it was left out."
    ]


def test_headings_that_stand_again_on_each_page_are_no_rows() -> None:
    found = contribution(csv_of([HEADINGS, ("2019", "a"), HEADINGS, ("", ""), ("2020", "b")]))
    assert (facts(found.told), said(found)) == (["a", "b"], [])


def test_texts_from_the_right_and_of_20_000_signs_are_read_and_longer_ones_said() -> None:
    arabic = "قالت مايا: أنا بخير"
    rows = [HEADINGS, ("2019", arabic), ("2020", LONG), ("2021", f"{LONG}x")]
    found = contribution(csv_of(rows))
    assert [len(fact) for fact in facts(found.told)] == [len(arabic), 20_000]
    assert (
        "row 4: “What happened” holds 20,001 characters, and 20,000 are read. The row was left out." in said(found)[-1]
    )


def test_invisible_signs_are_taken_out_and_said() -> None:
    found = contribution("Date,Event\n2019,a\0b\u202ec\x1b[2J\n".encode())
    assert facts(found.told) == ["a\ufffdbc\ufffd[2J"]
    assert len(said(found)) == 2


def test_what_headings_were_taken_for_is_known_and_a_map_changes_it() -> None:
    rows = [("Date", "Event date", "Event", "Officer", "Comment"), ("2018", "2019", "a", "JD", "b")]
    found = contribution(csv_of(rows))
    assert [(column.heading, column.field) for column in found.columns] == [
        ("Date", "start"),
        ("Event date", ""),
        ("Event", "fact"),
        ("Officer", ""),
        ("Comment", ""),
    ]
    assert [column.because for column in found.columns if column.because] == [
        "another column says “Date” already",
        "what an analyst thinks of a row stays with the analyst",
    ]
    mapped = contribution(csv_of(rows), headings=HeadingMap({"date": "", "event date": "start", "officer": "source"}))
    assert [(str(one.row.start), one.row.source) for one in mapped.told] == [("2019", "JD")]


def test_a_part_that_cannot_be_read_is_left_empty_and_the_row_stays() -> None:
    rows = [("Date", "Until", "Time", "Event", "RAG", "Type"), ("5/3/2019", "4/3/2019", "late", "a", "purple", "Gala")]
    found = contribution(csv_of(rows))
    (told,) = found.told
    assert (told.row.end, told.row.start_time, told.row.rag, told.row.type, told.type_words) == (
        None,
        None,
        None,
        "",
        "Gala",
    )
    assert said(found)[-3:] == [
        "B.csv, row 2: “4/3/2019” is before it began. “Until” was left empty.",
        "B.csv, row 2: “late” is not a time of day such as 14:30. “Time” was left empty.",
        "B.csv, row 2: “purple” is neither red, amber nor green. “Red, amber or green” was left empty.",
    ]


def test_children_are_known_by_part_of_their_name_and_a_row_may_be_about_several() -> None:
    rows = [
        ("Date", "Event", "Child"),
        ("2019", "a", "Brook, Mia"),
        ("2020", "b", "mia & Dana Brook (mother)"),
        ("2021", "c", ""),
    ]
    found = contribution(csv_of(rows), children=("Mia Brook", "Rob Brook"))
    mia = Subject("mia brook", name="Mia Brook")
    assert [one.row.subjects for one in found.told] == [
        (mia,),
        (mia, Subject("dana brook", role="mother", name="Dana Brook")),
        (mia,),
    ]
    assert "B.csv: A row that names nobody was taken to be about Mia Brook." in said(found)
    (pair,) = contribution(csv_of([rows[0], ("2019", "a", "Mia, Rob")])).told
    assert [one.name for one in pair.row.subjects] == ["Mia", "Rob"]


def test_a_row_without_a_name_gets_one_of_what_it_says() -> None:
    rows = [HEADINGS, ("5/3/2019", "a"), ("2019", "b"), ("2019", "b")]
    names = [one.row.id for one in contribution(csv_of(rows)).told]
    assert names[2] == f"{names[1]}-2" and len(set(names)) == 3
    moved = contribution(xlsx([HEADINGS, ("2019", "b"), (dt.date(2019, 3, 5), "a")]), "A.xlsx").told
    assert [one.row.id for one in moved] == [names[1], names[0]]
    assert contribution(csv_of(rows), agency="School").told[0].row.id != names[0]


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (("P1", "P2"), ["P1", "P2"]),
        (("P1", "P1"), []),
        (("P1", ""), []),
        (("P1", "x" * 41), []),
    ],
)
def test_own_numbers_name_the_rows_where_each_row_has_its_own(numbers: tuple[str, str], names: list[str]) -> None:
    rows = [("Log no", "Date", "Event"), (numbers[0], "1/2/2019", "Late."), (numbers[1], "2/2/2019", "Late again.")]
    found = contribution(csv_of(rows))
    assert [one.row.id for one in found.told if not one.row.id.startswith("kith-")] == names
    assert Column("Log no", "row" if names else "") in found.columns


def test_a_map_that_leaves_own_numbers_alone_is_heeded() -> None:
    rows = [("Ref", "Date", "Event"), ("P1", "1/2/2019", "Late.")]
    found = contribution(csv_of(rows), headings=HeadingMap({"ref": ""}))
    assert Column("Ref", "") in found.columns
