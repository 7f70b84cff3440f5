"""A merged chronology on paper: whole, in order, accounts side by side, and the same bytes again."""

import io
import re
import time
import zipfile

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.tests.making import contribution, csv_of, merged
from kith.apps.chronologies.writing import FORMS
from kith.apps.chronologies.writing.shown import columns, shown

POLICE = csv_of(
    [
        ("Date", "Event", "RAG", "Type", "Restriction", "Row", "Withdrawn"),
        (
            "3/3/2019",
            "Officers attended. Altercation between father and mother.",
            "Red",
            "Police incident",
            "Victim",
            "1",
            "",
        ),
        ("3/3/2019", "=HYPERLINK(1) <script>alert(1)</script>", "Green", "", "", "2", ""),
        ("early 2019", "Seen in town.", "", "", "", "3", "Another family."),
    ]
)
HEALTH = csv_of(
    [
        ("Date", "Event", "Type", "Child s voice"),
        ("4/3/2019", "Mum told HV of a row with dad. Police came.", "parent_change", "أنا بخير"),
        ("4/3/2019", "Weighed.", "", ""),
    ]
)


@pytest.fixture(scope="module")
def story() -> Joined:
    return merged(contribution(POLICE, "A.csv", agency="Police"), contribution(HEALTH, "B.csv"))


def table_of(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]


def test_accounts_of_one_event_stand_beside_each_other(story: Joined) -> None:
    (shared,) = [passage for passage in story.passages if passage.is_shared]
    assert [account.row.agency for account in shared.accounts] == ["Police", "Health"]
    assert shared.differences[0] == "When: Police say 3 March 2019, Health say 4 March 2019."
    assert shown(shared).heading == "Likely one event, told by Police and Health"
    assert len(story.accounts) == 5


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_are_the_same_bytes_at_any_time_and_in_any_order(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = contribution(POLICE, "A.csv", agency="Police"), contribution(HEALTH, "B.csv")
    first = FORMS[form].write(merged(*files))
    monkeypatch.setattr(time, "time", lambda: 1_900_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(1_900_000_000))
    assert FORMS[form].write(merged(*reversed(files))) == first


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_all_that_the_rows_say(form: str, story: Joined) -> None:
    data = FORMS[form].write(story)
    text = data.decode() if form in ("html", "json") else "".join(map(str, words_of(data)))
    for word in ("Altercation", "أنا بخير", "Another family.", "Victim", "Weighed", "When: Police say 3 March 2019"):
        assert word in text, word


def words_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            re.sub(r"<[^>]*>", "", archive.read(name).decode()) for name in archive.namelist() if name.endswith("xml")
        ]


def test_a_workbook_holds_no_formula_and_strikes_what_is_withdrawn(story: Joined) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(FORMS["xlsx"].write(story)))["Table"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    struck = {cell.row for cell in cells if cell.value is not None and cell.font.strike}
    assert struck == {cell.row for cell in cells if cell.value == "Another family."}
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
    assert [cell.number_format for cell in cells if cell.is_date] == ["yyyy-mm-dd"] * 4


def test_a_document_is_across_with_its_headings_and_page_numbers_on_every_page(story: Joined) -> None:
    document = docx.Document(io.BytesIO(FORMS["docx"].write(story)))
    section, head = document.sections[0], document.tables[0].rows[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [round(Mm(297) / side, 3) for side in (section.page_width, section.page_height) if side] == [1.0, 1.414]
    assert [cell.text for cell in head.cells] == [column.title for column in columns()]
    assert head._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (document.core_properties.author, document.core_properties.created.year) == ("Kith", 1980)


def test_a_document_strikes_what_is_withdrawn_and_turns_what_is_from_the_right(story: Joined) -> None:
    document = docx.Document(io.BytesIO(FORMS["docx"].write(story)))
    runs = [run for row in document.tables[0].rows for cell in row.cells for one in cell.paragraphs for run in one.runs]
    assert {run.text for run in runs if run.font.strike} >= {"Seen in town."}
    assert not [run for run in runs if run.font.strike and "Withdrawn" in run.text]
    assert {run.text for run in runs if run.font.rtl} == {"أنا بخير"}


def test_a_page_stands_by_itself_and_runs_nothing(story: Joined) -> None:
    page = FORMS["html"].write(story).decode()
    assert "<script" not in page and "style=" not in page and "&lt;script&gt;" in page
    assert not re.search(r"(?:src|href|url)\s*[=(]", page)
    assert '<html lang="en-GB">' in page and page.count(' scope="col" ') == len(columns())
    assert "<s>Seen in town.</s>" in page and "Withdrawn: Another family." in page
    assert "1 row carries a restriction and can be read here." in page
    assert "between about January 2019 and about April 2019" in page and "Not an exact day." in page


def test_a_row_too_long_for_a_page_may_be_parted(story: Joined) -> None:
    long = merged(contribution(csv_of([("Date", "Event"), ("2019", "x" * 19_000), ("2020", "y")])))
    rows = [row for passage in long.passages for row in shown(passage).rows]
    assert [row.is_short for row in rows] == [False, True]
    assert len(table_of(FORMS["docx"].write(long))) == 3
