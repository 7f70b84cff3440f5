"""A copy that is taken along holds no sealed value in its free texts, even if it was written there before the seal."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from conftest import leave_out
from kith.apps.audit.services import load
from kith.apps.people import services
from kith.apps.people.models import Person, Tie
from kith.apps.people.sight import HELD_BACK, Sight
from kith.engines.drawing import network as net
from kith.engines.drawing.output import missing_for_pdf
from kith.testing.factories import NOW, OPERATOR, Partnership, rolled_back
from tests.trust.canaries import opened
from tests.trust.county import build_county
from tests.trust.sealing import seal
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
STREET = "9 Vexmoorish Parade"
NOTE, TOLD_BY = f"cooks at {STREET}", f"whoever opens at {STREET}"
FORMS = ("people_csv", "people_xlsx", "picture_svg", "picture_pdf")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Mum's address stands in a note of Dad and under a tie; then it is sealed, with Zed and Pru on the list."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        at = net.Address(lines=STREET)
        address = services.add_address(by=made.actor("zed"), person_ref=made.refs["mum"], address=at, now=NOW)
        with load("test.texts", by=OPERATOR, now=NOW, payload={}):
            Person.objects.filter(subject__ref=made.refs["dad"]).update(note=NOTE, told_by=TOLD_BY)
            Tie.objects.filter(kind="in_conflict").update(words=NOTE, told_by=TOLD_BY)
        seal(made, "mum", [("address", address)], readers=("zed", "pru"))
        yield made


def copy(county: Partnership, who: str, form: str) -> str:
    if form == "picture_pdf" and (missing := missing_for_pdf()):
        leave_out(missing)
    cache.clear()
    answer = visitor(who).get(reverse(f"children:{form}", args=[county.refs["mina"]]))
    assert answer.status == 200
    return opened(answer.body).decode("utf-8", "replace").casefold()


@pytest.mark.parametrize("form", FORMS)
def test_no_copy_holds_it_and_the_page_still_does(county, form):
    page = visitor("pru").get(reverse("children:person", args=[county.refs["mina"], county.refs["dad"]]))
    assert STREET.encode() in page.body
    assert "vexmoorish" not in copy(county, "pru", form)


def test_the_copy_says_that_words_were_held_back(county):
    answer = visitor("pru").get(reverse("children:people_xlsx", args=[county.refs["mina"]]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body))["Table"]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert sum(HELD_BACK in str(cell) for cell in cells) == 2
    assert "Grace Okafor" in cells


def test_whoever_is_off_the_list_is_not_told_that_words_were_held_back(county):
    county.involve("mina", "max", part="team")
    for form in ("people_csv", "picture_svg"):
        taken = copy(county, "max", form)
        assert "vexmoorish" not in taken and "held back" not in taken


def test_the_search_of_copies_can_fail(county, monkeypatch):
    monkeypatch.setattr("kith.apps.people.queries.families.ReleasedSight", Sight)
    assert "vexmoorish" in copy(county, "pru", "people_csv")
