"""P11 for what children say and for labels: a copy says what the page says to the same viewer, and not a row more."""

import datetime as dt
import html
import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.apps.exports.services import read_csv
from kith.apps.people.sight import HELD_BACK
from kith.apps.teams.projections import PlaceTold
from kith.apps.teams.services import join
from kith.apps.voices import services
from kith.apps.voices.models import Label, Passage
from kith.apps.voices.projections import AnswerSaid, RatingSaid, ViewSaid, VoiceSaid
from kith.apps.voices.tables import LABEL_COLUMNS, VOICE_COLUMNS
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, rolled_back
from tests.trust.canaries import opened
from tests.trust.county import build_county
from tests.trust.hidden import SECRET_PERSON, seal_relative
from tests.trust.sealing import seal
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
FORMS = ("csv", "xlsx")
COPIES = ("voices", "labels")
ON = PartialDate.of(TODAY)
NEVER_EMPTY = ("Label", "Rating", "Day of the rating", "Who made it", "The young person’s view", "Recorded by")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Things Mina said with what came of them, one of which names somebody sealed; two labels of hers.

    Zed is on the list of the seal, and Pru is not.
    """
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        seal_relative(made)
        by = {"by": made.actor("zed"), "child_ref": made.refs["mina"], "now": NOW}
        made.involve("mina", "zed")
        for words in ("Ask me first.", f"{SECRET_PERSON} is my gran.", "=1+1", "أريد أن أبقى.\nI mean it."):
            voice = services.hear_voice(said=VoiceSaid(on=ON, way="spoken", words=words), **by)
            said = AnswerSaid(kind="told", what="talking", words=f"We heard: {words}", on=ON, reply="Good.")
            services.answer_voice(voice_ref=voice, said=said, **by)
        rated: dict[str, Any] = {"rating": "high", "on": TODAY, "made_by": "DC Voss", "reason": "Seen with older men."}
        view = ViewSaid(stance="differently", words="These are my people.")
        services.set_label(said=RatingSaid(kind="missing", view=view, **rated), **by)
        asked = {"who_asks": SECRET_PERSON, "ask_by": TODAY + dt.timedelta(days=7)}
        label = services.set_label(said=RatingSaid(kind="youth_justice", **rated, **asked), **by)
        again = RatingSaid(kind="youth_justice", **rated | {"rating": "low", "reason": "Less."}, **asked)
        services.rate_again(label_ref=label, said=again, expected_version=1, **by)
        yield made


def rows_of(county: Partnership, who: str, what: str, form: str) -> list[list[str]]:
    """With the heading, and without what says for whom it is."""
    cache.clear()
    answer = visitor(who).get(reverse(f"voices:{what}_{form}", args=[county.refs["mina"]]))
    assert answer.status == 200, answer
    if form == "csv":
        return read_csv(answer.body)[:-2]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body))["Table"]
    return [[said(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def said(cell: object) -> str:
    return str(cell.date()) if isinstance(cell, dt.datetime) else str(cell or "")


def page_of(county: Partnership, who: str, what: str) -> str:
    """The words of the page, without its marks."""
    route = "voices:page" if what == "voices" else "voices:labels"
    body = visitor(who).get(reverse(route, args=[county.refs["mina"]])).body.decode()
    return plain(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def day_words(cell: str) -> str:
    """2026-11-24 as a page says it."""
    day = dt.date.fromisoformat(cell)
    return f"{day.day} {day:%B %Y}"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", COPIES)
@pytest.mark.parametrize("who", ["pru", "zed"])
def test_every_cell_of_a_copy_stands_on_the_page_of_the_same_viewer(county, who, what, form):
    page, (heading, *rows) = page_of(county, who, what), rows_of(county, who, what, form)
    assert len(rows) > 2
    not_on_it = {"Number", "What this row is"}
    for row in rows:
        for column, cell in zip(heading, row, strict=True):
            words = day_words(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell) else cell
            is_there = all(plain(part) in page for part in words.split(HELD_BACK))
            assert column in not_on_it or is_there, (column, cell)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", COPIES)
def test_words_that_hold_something_sealed_are_in_nobodys_copy_and_only_the_list_is_told(county, what, form):
    """Pru's copy says as little of them as her page."""
    for who, is_on_list in (("zed", True), ("pru", False)):
        assert (SECRET_PERSON.casefold() in page_of(county, who, what)) == is_on_list
        copy = str(rows_of(county, who, what, form))
        assert "Quillfeather" not in copy and (HELD_BACK in copy) == is_on_list


@pytest.mark.parametrize("form", FORMS)
def test_no_row_of_labels_is_bare(county, form):
    heading, *rows = rows_of(county, "pru", "labels", form)
    assert heading == list(LABEL_COLUMNS) and len(rows) == 3 + len(rows_before(county))
    for row in rows:
        told = dict(zip(heading, row, strict=True))
        assert all(told[column] for column in NEVER_EMPTY), told
    views = {row[heading.index("The young person’s view")] for row in rows}
    assert any("sees it differently" in view for view in views)
    assert any("has not been asked yet" in view for view in views)


def rows_before(county: Partnership) -> list[Label]:
    """Labels that the county gave Mina itself, beside the two of these tests."""
    rows = Label.objects.filter(subject__ref=county.refs["mina"])
    return [row for row in rows if row.kind not in ("missing", "youth_justice")]


@pytest.mark.parametrize("form", FORMS)
def test_what_came_of_something_stands_below_it_under_its_number(county, form):
    heading, *rows = rows_of(county, "zed", "voices", form)
    assert heading == list(VOICE_COLUMNS)
    of_one = [row for row in rows if row[0] == "1"]
    assert [row[1] for row in of_one] == ["Said or shown", "What Mina was told", "What the child said to that"]


@pytest.mark.parametrize("what", COPIES)
@pytest.mark.parametrize("form", FORMS)
def test_taking_a_copy_is_on_the_record_and_only_for_whoever_may_take_one(county, what, form):
    where = reverse(f"voices:{what}_{form}", args=[county.refs["mina"]])
    answer = visitor("pru").get(where)
    assert AuditRow.objects.filter(event=f"voices.{what}.exported", actor=county.actor("pru").ref).count() == 1
    assert dict(answer.headers)["Content-Disposition"] == f'attachment; filename="table-2026-11-24.{form}"'
    assert b"Copy for Pru Worker, Council, on 24 November 2026, from Kith" in opened(answer.body)
    assert visitor("fay").get(where).status == 404
    shown = visitor("fay").get(reverse(f"voices:{'page' if what == 'voices' else what}", args=[county.refs["mina"]]))
    assert shown.status == 200 and b"Take a copy" not in shown.body


def test_what_is_sealed_stays_behind_also_for_those_on_the_list(county):
    """A voice and a label alone, and a worker who heard something."""
    mina, rows = county.refs["mina"], {row: rows_of(county, "zed", row, "csv") for row in COPIES}
    worker = county.actor("tess")
    place = PlaceTold(worker_ref=worker.ref, basis="public_task", since=TODAY, seal="staff_family")
    join(by=county.actor("zed"), child_ref=mina, told=place, now=NOW)
    voice = Passage.objects.get(text="Ask me first.").of_ref
    heard = Passage.objects.get(text__startswith="أريد").of_ref
    label = Label.objects.get(subject__ref=mina, kind="missing").ref
    with load("test.hearer", by=OPERATOR, now=NOW, payload={}):
        common = {"recorded_by_id": county.loaded.workers["zed"], "recorded_at": NOW, "subject_id": target_of(mina).id}
        Passage(of_ref=heard, part="hearer", text=worker.ref, **common).save(force_insert=True)
    seal(county, "mina", [("voice", voice), ("label", label)], readers=("zed",))
    page = page_of(county, "zed", "voices")
    assert "ask me first." in page and "tess worker" in page
    after = {what: str(rows_of(county, "zed", what, "csv")) for what in COPIES}
    assert "Ask me first." in str(rows["voices"]) and "Ask me first." not in after["voices"]
    assert "These are my people." in str(rows["labels"]) and "These are my people." not in after["labels"]
    assert "Tess" not in after["voices"] and "a worker" in after["voices"]
