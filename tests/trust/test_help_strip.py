"""Whom to ring stands on every page: three numbers where nobody signs in, the out-of-hours team for workers."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from kith.apps.agencies.models import User
from kith.apps.helplines.services import load_numbers
from kith.apps.people.models import Tie
from kith.project.environment import WrongSetting, neutral_page
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, email_of, rolled_back
from kith.testing.help_numbers import invented_numbers
from kith.web.errors.pages import error_page
from tests.trust.county import build_county
from tests.trust.crawling import ENDS_THE_SESSION, path_of, routes

PUBLIC = set(tomllib.loads(Path(__file__).with_name("route_census.toml").read_text(encoding="utf-8"))["public"])
WHEN = ("In danger now", "In crisis in my mind", "Somebody to ring tonight")
OUR_OWN = ("tel:999", "tel:01632960200", "tel:01632960210")
NATIONAL = ("tel:999", "tel:111", "tel:116123")
OUT_OF_HOURS = ("Out of hours:", "tel:01632960220")


@pytest.fixture
def county() -> Iterator[Partnership]:
    cache.clear()
    with rolled_back():
        made = build_county()
        made.refs["visible tie"] = Tie.objects.get(kind="in_conflict").ref
        load_numbers(by=OPERATOR, numbers=invented_numbers(TODAY), now=NOW)
        yield made
    cache.clear()


def is_page(answer: HttpResponse) -> bool:
    return answer.status_code != 302 and answer.headers.get("Content-Type", "").startswith("text/html")


def lacking(answer: HttpResponse, signs: tuple[str, ...]) -> list[str]:
    page = answer.content.decode()
    return [sign for sign in signs if sign not in page]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_page_that_opens_without_signing_in_shows_whom_to_ring(county, method):
    client, seen = Client(), set()
    for name in routes():
        answer = client.generic(method, path_of(name, county.refs))
        if is_page(answer) and answer.content:
            numbers = OUR_OWN if answer.status_code in (200, 422) else NATIONAL
            assert lacking(answer, (*WHEN, *numbers)) == [], name
            seen.add(name)
    assert "account_login" in seen
    assert method == "POST" or "help:now" in seen


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["pru", "fay", "abe"])
def test_every_page_of_a_worker_names_the_out_of_hours_team(county, who):
    client, seen = Client(), set()
    client.force_login(User.objects.get(email=email_of(who)))
    for name in sorted(set(routes()) - PUBLIC - ENDS_THE_SESSION):
        answer = client.get(path_of(name, county.refs))
        if is_page(answer) and answer.status_code == 200:
            assert lacking(answer, OUT_OF_HOURS) == [], name
            seen.add(name)
    assert {"today:home", "children:find"} <= seen
    assert who != "abe" or "help:numbers" in seen


@pytest.mark.parametrize("status", [400, 404, 409, 413, 429, 500, 503])
def test_a_page_that_says_no_still_says_whom_to_ring(status):
    assert lacking(error_page(status), (*WHEN, *NATIONAL, 'href="/help-now"')) == []


@pytest.mark.django_db
def test_only_keepers_are_led_to_the_keepers_page(county):
    for who, led in (("abe", True), ("dot", True), ("pru", False), ("max", False)):
        client = Client()
        client.force_login(User.objects.get(email=email_of(who)))
        assert ('href="/numbers"' in client.get("/").content.decode()) is led, who


@pytest.mark.parametrize("address", ["", "/", "http://example.org/", "javascript:alert(1)", "https://"])
def test_leaving_leads_to_an_ordinary_page_elsewhere(address):
    with pytest.raises(WrongSetting, match="https"):
        neutral_page(address)
