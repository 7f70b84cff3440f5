"""Copies with stand-ins name nobody of the record, wherever in a file a name could stand; and how many may be made."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from kith.apps.people.models import Address, Household, Identifier, PersonName
from kith.engines.drawing.output import missing_for_pdf
from kith.testing.factories import NOW, Partnership, rolled_back
from kith.web.limits import LIMITS
from tests.trust.canaries import canaries_in, hide_canaries, opened
from tests.trust.county import build_county
from tests.trust.stand_ins import WARNINGS, begin_set_of, copies_of
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
FORMS = ("csv", "xlsx", "docx", "pdf")
MADE = (
    *(f"chronology.{form}" for form in FORMS),
    *("report.csv", "report.xlsx", "family.svg", "family.png", "family.pdf"),
)
SHORTEST = 3
KIN = "Mother"  # as the mothers of other families are called here, and what Mina's own is


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        cache.clear()
        yield build_county()


def names_on_record() -> set[str]:
    """Every word of every name, every home, address and number, of everybody."""
    names = " ".join(PersonName.objects.values_list("text", flat=True)).split()
    homes = Household.objects.exclude(name="").values_list("name", flat=True)
    lines = Address.objects.exclude(lines="").values_list("lines", flat=True)
    codes = Address.objects.values_list("postcode", flat=True)
    numbers = Identifier.objects.values_list("value", flat=True)
    return {one for one in (*names, *homes, *lines, *codes, *numbers) if len(one) >= SHORTEST and one != KIN}


def named_in(text: str, names: set[str]) -> list[str]:
    return sorted(name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


@pytest.mark.parametrize("made", MADE)
def test_nobody_and_nothing_of_the_record_is_in_a_copy_of_whoever_is_cleared_for_all(county, made):
    """In no cell, property, title, picture or layer of text; nor the day of a birth, nor a ref, nor its maker."""
    if made.endswith(".pdf") and (missing := missing_for_pdf()):
        pytest.skip(missing)
    hide_canaries(county)
    browser, mina = visitor("zed"), county.refs["mina"]
    ref = begin_set_of(county, "mina", "Review of autumn", key="another")
    (answer,) = copies_of(browser, mina, ref, made)
    assert answer.status == 200, answer
    text = opened(answer.body).decode("utf-8", "replace") + repr(answer.headers)
    assert not named_in(text, names_on_record() | {"Zed", "Mina", "14 Quay Row"})
    assert not list(canaries_in(answer.body)) and not list(canaries_in(repr(answer.headers)))
    found = [one for one in ("2016-04-02", "2 April 2016", "1907", *county.refs.values()) if one and one in text]
    assert not found


def test_the_search_for_names_finds_them_in_a_copy_that_holds_them(county):
    hide_canaries(county)
    plain = visitor("zed").get(reverse("chronologies:story_docx", args=[county.refs["mina"]])).body
    assert "Mina" in named_in(opened(plain).decode("utf-8", "replace"), names_on_record())


def test_several_copies_are_made_at_once_and_too_many_are_refused(county):
    browser, mina = visitor("zed"), county.refs["mina"]
    ref = begin_set_of(county, "mina", "Review of autumn", key="another")
    cache.clear()
    list(copies_of(browser, mina, ref))
    at = reverse("pseudonyms:copy", args=[mina, ref])
    said = {"looked_at": WARNINGS, "make": "report.csv"}
    assert {browser.post(at, **said).status for _ in range(LIMITS["stand_ins"].most)} == {200}
    assert browser.post(at, **said).status == 429
    refused = LIMITS["turning_back"].most
    again = visitor("ira")
    back = reverse("pseudonyms:back", args=[mina, ref])
    told = {"word": "Nevernobody", "reason": "The review asks who it is."}
    assert {again.post(back, **told).status for _ in range(refused)} == {422}
    assert again.post(back, **told).status == 429
