"""P11 for what happened for a child: a copy says what the page says to the same viewer, and not a row more."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
import pypdf
import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from kith.apps.audit.models import AuditRow
from kith.apps.chronologies.models import Telling
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.reading import Wanted, contribution_of
from kith.apps.chronologies.services import add_row, correct_row, withdraw_row
from kith.apps.exports.services import read_csv
from kith.apps.files.reading import read_tables
from kith.engines.drawing.output import missing_for_pdf
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.hidden import SECRET_PERSON, seal_relative
from tests.trust.rows_told import published
from tests.trust.sealing import seal
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
FORMS = ("csv", "xlsx", "docx", "pdf")
ARABIC = "أريد أن أبقى."


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Rows of two agencies for Mina, corrected and withdrawn; one names somebody sealed, one stays in its agency."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        seal_relative(made)
        made.involve("mina", "zed")
        made.involve("mina", "tess")
        at: dict[str, Any] = {"child_ref": made.refs["mina"], "now": NOW}
        say(made, "zed", "2026-11-03", f"{SECRET_PERSON} came to the gate.", childs_words="Nan came.")
        late = say(made, "pru", "2026-11-10", "Late twise.", row_id="R7", childs_words=ARABIC, rag="amber")
        said = RowSaid(start=PartialDate("2026-11-10"), fact="Late twice.", childs_words=ARABIC, rag="amber")
        correct_row(by=made.actor("pru"), row_ref=late, said=said, expected_version=1, **at)
        out = say(made, "pru", "2026-11-12", "Seen in town.")
        withdraw_row(by=made.actor("pru"), row_ref=out, why="Another family.", expected_version=1, **at)
        say(made, "pru", "2026-11-14", "=1+1 The police rang.", restriction="police", basis="public_task")
        say(made, "tess", "2026-11-15", "Kept in an agency.", restriction="victim")
        yield made


def say(county: Partnership, who: str, day: str, fact: str, **more: Any) -> str:
    said = RowSaid(start=PartialDate(day), fact=fact, **more)
    return add_row(by=county.actor(who), child_ref=county.refs["mina"], said=said, now=NOW)


def taken(county: Partnership, who: str, form: str, edition: str = "") -> bytes:
    if form == "pdf" and (missing := missing_for_pdf()):
        pytest.skip(missing)
    cache.clear()
    at = [county.refs["mina"], *filter(None, [edition])]
    answer = visitor(who).get(reverse(f"chronologies:{'edition' if edition else 'story'}_{form}", args=at))
    assert answer.status == 200, answer
    assert dict(answer.headers)["Content-Disposition"] == f'attachment; filename="chronology-2026-11-24.{form}"'
    return answer.body


def words(data: bytes, form: str) -> str:
    if form == "csv":
        return plain(" ".join(cell for row in read_csv(data) for cell in row))
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
        return plain(" ".join(str(cell) for cell in cells if cell is not None))
    if form == "docx":
        document = docx.Document(io.BytesIO(data))
        told = [cell.text for row in document.tables[0].rows for cell in row.cells]
        return plain(" ".join([*(one.text for one in document.sections[0].header.paragraphs), *told]))
    return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def row_saying(fact: str) -> str:
    return str(Telling.objects.get(fact=fact, replaced_at=None).entry.ref)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_holds_the_rows_of_its_reader_and_says_whose_it_is(county, form):
    pru = words(taken(county, "pru", form), form)
    assert "Late twice." in pru and "Late twise." not in pru
    assert "Seen in town." in pru and "Another family." in pru
    assert "=1+1 The police rang." in pru and "Kept in an agency." not in pru
    assert "Copy for Pru Worker, Council, on 24 November 2026, from Kith" in pru
    tess = words(taken(county, "tess", form), form)
    assert "Kept in an agency." in tess and "The police rang." not in tess


@pytest.mark.parametrize("form", FORMS)
def test_what_is_sealed_stays_behind_also_for_those_on_the_list(county, form):
    """A row in which somebody sealed is named, and a row that is sealed itself."""
    page = visitor("zed").get(reverse("chronologies:page", args=[county.refs["mina"]])).body.decode()
    assert SECRET_PERSON in page
    row = say(county, "zed", "2026-11-16", "Sealed alone.")
    assert "Sealed alone." in words(taken(county, "zed", form), form)
    seal(county, "mina", [("event", row)], readers=("zed",))
    for who in ("zed", "pru"):
        copy = words(taken(county, who, form), form)
        assert "Quillfeather" not in copy and "Sealed alone." not in copy and "Nan came." not in copy


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_are_the_same_bytes(county, form):
    assert taken(county, "pru", form) == taken(county, "pru", form)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_is_read_back_as_the_rows_it_was_made_of(county, form):
    """Under their agencies' own numbers, in their versions, withdrawn ones as such."""
    read = contribution_of("copy", read_tables(taken(county, "pru", form)), Wanted(children=("Mina Reed",)))
    told = {one.row.fact: one.row for one in read.told}
    late, out = told["Late twice."], told["Seen in town."]
    assert (late.agency, late.id, late.version, late.childs_words) == ("Council", "R7", 2, ARABIC)
    assert (out.withdrawn, out.version) == ("Another family.", 1)
    assert told["=1+1 The police rang."].basis == "It is our job by law"
    assert not [remark for remark in read.remarks if remark.is_row_lost]


def test_a_reason_that_names_somebody_sealed_is_cut_as_any_other_text(county):
    """On the page for whoever is not on the list, and in every copy; the row is withdrawn all the same."""
    row = say(county, "zed", "2026-11-16", "Written twice.")
    at = {"by": county.actor("zed"), "child_ref": county.refs["mina"], "row_ref": row, "now": NOW}
    withdraw_row(why=f"{SECRET_PERSON} said so.", expected_version=1, **at)
    page = reverse("chronologies:page", args=[county.refs["mina"]])
    assert b"Quillfeather said so" in visitor("zed").get(page).body
    assert b"Quillfeather said so" not in visitor("pru").get(page).body
    for who in ("zed", "pru"):
        copy = words(taken(county, who, "csv"), "csv")
        assert "Written twice." in copy and "the reason stays behind" in copy and "Quillfeather" not in copy


def test_what_is_withdrawn_is_struck_through(county):
    document = docx.Document(io.BytesIO(taken(county, "pru", "docx")))
    runs = [run for row in document.tables[0].rows for cell in row.cells for one in cell.paragraphs for run in one.runs]
    assert "Seen in town." in {run.text for run in runs if run.font.strike}
    assert "Late twice." not in {run.text for run in runs if run.font.strike}


@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf"])
def test_a_copy_of_an_edition_says_which_it_is_and_holds_its_day_cut_for_today(county, form):
    late, *others = (row_saying(fact) for fact in ("Late twice.", "Seen in town.", "Kept in an agency."))
    edition = published(county, "mina", late, also=others)
    at: dict[str, Any] = {"by": county.actor("pru"), "child_ref": county.refs["mina"], "now": NOW}
    said = RowSaid(start=PartialDate("2026-11-10"), fact="Late thrice.")
    correct_row(row_ref=late, said=said, expected_version=2, **at)
    pru = words(taken(county, "pru", form, edition), form)
    assert "Edition 1 of 24 November 2026. Copy for Pru Worker, Council, on 24 November 2026, from Kith" in pru
    assert "Late twice." in pru and "Late thrice." not in pru and "Another family." in pru
    assert "Kept in an agency." not in pru and "Kept in an agency." in words(taken(county, "tess", form, edition), form)
    assert taken(county, "pru", form, edition) == taken(county, "pru", form, edition)
    seal(county, "mina", [("event", late)], readers=("zed",))
    for who in ("zed", "pru"):
        copy = words(taken(county, who, form, edition), form)
        assert "Late" not in copy and "Seen in town." in copy


def test_taking_a_copy_is_on_the_record_and_only_for_whoever_may_take_one(county):
    taken(county, "pru", "csv")
    rows = AuditRow.objects.filter(event="chronologies.chronology.exported", actor=county.actor("pru").ref)
    assert rows.count() == 1
    assert visitor("fay").get(reverse("chronologies:story_csv", args=[county.refs["mina"]])).status == 404
    shown = visitor("fay").get(reverse("chronologies:page", args=[county.refs["mina"]]))
    assert shown.status == 200 and b"Take a copy" not in shown.body
