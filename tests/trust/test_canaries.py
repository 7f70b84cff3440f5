"""A sensitive record leaves no trace: not on a page, in a picture, in a log or in a file beside the database."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from kith.apps.people.models import Tie
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.canaries import CANARIES, canaries_in, hide_canaries
from tests.trust.county import UNPRIVILEGED, build_county
from tests.trust.crawling import every_path
from tests.trust.visitor import Visitor, visitor

pytestmark = pytest.mark.django_db
NONSENSE = "wibbleforce"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        made.refs["hidden"] = hide_canaries(made)
        made.refs["visible tie"] = Tie.objects.get(kind="in_conflict").ref
        cache.clear()
        yield made


def crawl(browser: Visitor, county: Partnership) -> None:
    for path in every_path(county.refs, ("mina", "dad", "uncle", "hidden")):
        browser.get(path)


def given_away(browser: Visitor) -> set[str]:
    """Canaries in whatever came back, by address."""
    return {
        f"{canary} at {answer.asked}"
        for answer in browser.answers
        for text in (answer.body, repr(answer.headers), repr(answer.cookies))
        for canary in canaries_in(text)
    }


@pytest.mark.parametrize("worker", UNPRIVILEGED)
def test_no_page_gives_the_record_away(county, worker, caplog):
    caplog.set_level(logging.DEBUG)
    browser = visitor(worker)
    crawl(browser, county)
    assert not given_away(browser)
    assert not list(canaries_in(caplog.text))


@pytest.mark.parametrize("worker", UNPRIVILEGED)
def test_searching_for_its_words_finds_what_searching_for_nonsense_finds(county, worker, caplog):
    caplog.set_level(logging.DEBUG)
    browser = visitor(worker)
    nothing = browser.post(reverse("children:find"), asked=NONSENSE)
    for canary in CANARIES.values():
        found = browser.post(reverse("children:find"), asked=canary)
        assert found.status == nothing.status
        assert found.body.replace(canary.encode(), NONSENSE.encode()) == nothing.body
    assert not list(canaries_in(caplog.text)), "what is searched for is not logged"


def test_no_file_beside_the_database_holds_the_record(county):
    browser = visitor("zed")
    crawl(browser, county)

    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file() and "tests-" not in path.name]
    assert not {f"{canary} in {path}" for path in files for canary in canaries_in(path.read_bytes())}


def test_whoever_is_cleared_sees_the_canaries_so_the_crawl_would_find_them(county):
    """The harness can fail: the same crawl by Zed meets every canary that any page shows."""
    browser = visitor("zed")
    crawl(browser, county)
    met = {found.split(" at ")[0] for found in given_away(browser)}
    assert met >= {"name", "surname", "alias", "gender", "pronouns", "told by", "household", "school", "phone"}


def test_the_search_for_canaries_knows_them_in_disguise():
    assert list(canaries_in("... ZYXWANDER ...")) == ["name"]
    assert list(canaries_in("eyJuYW1lIjogIlp5eHdhbmRlciJ9")) == ["name"]  # base64 of a dictionary with the name in it
    assert list(canaries_in("a token: brmbltn")) == ["alias"]  # how it sounds
    assert list(canaries_in("Okafor, kfr, T2thZm9y")) == []
