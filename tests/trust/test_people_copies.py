"""A list taken away says what the page says to the same viewer, and not a row more."""

import html
import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
import time_machine
from django.urls import reverse

from kith.apps.audit.models import AuditRow
from kith.apps.exports.services import read_csv
from kith.apps.people.models import Tie
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.hidden import SECRET_PERSON, hide_relative
from tests.trust.visitor import Visitor, visitor

pytestmark = pytest.mark.django_db
NAMES = re.compile(r'<summary><bdi>([^<]*)</bdi><span class="kith-twin__kin">([^<]*)</span>')


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        hide_relative(made)
        made.refs["visible tie"] = Tie.objects.get(kind="in_conflict").ref
        yield made


def taken(browser: Visitor, county: Partnership, form: str) -> list[list[str]]:
    """The rows of a copy below its heading, without what says for whom it is."""
    answer = browser.get(reverse(f"children:people_{form}", args=[county.refs["mina"]]))
    assert answer.status == 200, answer
    if form == "csv":
        return read_csv(answer.body)[1:-2]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body))["Table"]
    return [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("who", ["pru", "zed"])
def test_a_copy_holds_the_people_of_the_page(county, who, form):
    browser = visitor(who)
    page = browser.get(reverse("children:picture", args=[county.refs["mina"]])).body.decode()
    shown = [(html.unescape(name), html.unescape(kin).lower()) for name, kin in NAMES.findall(page)]
    rows = taken(browser, county, form)
    assert [(row[0], row[1].lower()) for row in rows] == shown
    assert len(rows) > 4
    assert (SECRET_PERSON in {row[0] for row in rows}) == (who == "zed")


def test_taking_a_copy_is_on_the_record_and_says_for_whom(county):
    browser = visitor("pru")
    answer = browser.get(reverse("children:people_csv", args=[county.refs["mina"]]))
    assert AuditRow.objects.filter(event="networks.people.exported", actor=county.actor("pru").ref).exists()
    assert read_csv(answer.body)[-1] == ["Copy for Pru Worker, Council, on 24 November 2026, from Kith"]
    disposition = dict(answer.headers)["Content-Disposition"]
    assert disposition == 'attachment; filename="table-2026-11-24.csv"'


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_whoever_may_only_look_takes_nothing(county, form):
    where = reverse(f"children:people_{form}", args=[county.refs["mina"]])
    assert visitor("fay").get(reverse("children:picture", args=[county.refs["mina"]])).status == 200
    assert visitor("fay").get(where).status == 404
