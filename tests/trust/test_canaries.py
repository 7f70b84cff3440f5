"""A sensitive record leaves no trace: not on a page, in a picture, in a log or in a file beside the database."""

import base64
import hashlib
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from kith.apps.people.models import Person, Tie
from kith.apps.people.sight import Sight
from kith.apps.search.models import Token
from kith.kernel.refs import new_ref
from kith.kernel.sounds import sound_key
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.access.profiles import is_whole
from tests.trust.canaries import CANARIES, canaries_in, hide_canaries
from tests.trust.county import UNPRIVILEGED, build_county
from tests.trust.crawling import every_path
from tests.trust.sealed_canaries import AT_THE_GATE, IN_THE_LONG_RUN, Needles, grams, hide_nests, nests
from tests.trust.sealing import tear_the_cut
from tests.trust.visitor import Visitor, visitor

pytestmark = pytest.mark.django_db
NESTS = nests(IN_THE_LONG_RUN if is_whole() else AT_THE_GATE)
NEEDLES = Needles(NESTS)
NONSENSE = "wibbleforce"
# On the team, by role, of another agency, and keeper of the record; the long run crawls as everybody.
CRAWLING = UNPRIVILEGED if is_whole() else ("pru", "fay", "tess", "dot")


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Partnership]:
    """The county with every canary in it, for all these tests: to build it takes longer than to walk it."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        made.refs["hidden"] = hide_canaries(made)
        hide_nests(made, NESTS)
        made.refs["visible tie"] = Tie.objects.get(kind="in_conflict").ref
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # as a database does by itself that has stood for a while
        yield made


@pytest.fixture
def county(built: Partnership) -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back("heron again"):
        cache.clear()
        yield built


def crawl(browser: Visitor, county: Partnership) -> None:
    relatives = ("mina", "dad", "uncle", "nest 1", "hidden") if is_whole() else ("dad", "nest 1", "hidden")
    for path in every_path(county.refs, relatives):
        cache.clear()  # the limit of files an hour would hide pages from the crawl
        browser.get(path)


def given_away(browser: Visitor) -> set[str]:
    """Canaries in whatever came back, by address."""
    return {
        f"{canary} at {answer.asked}"
        for answer in browser.answers
        for text in (answer.body, repr(answer.headers), repr(answer.cookies))
        for canary in (*canaries_in(text), *NEEDLES.found_in(text))
    }


@pytest.mark.parametrize("worker", CRAWLING)
def test_no_page_gives_the_record_away(county, worker, caplog):
    caplog.set_level(logging.DEBUG)
    browser = visitor(worker)
    crawl(browser, county)
    assert not given_away(browser)
    assert not list(canaries_in(caplog.text)) and not NEEDLES.found_in(caplog.text)


@pytest.mark.parametrize("worker", CRAWLING)
def test_searching_for_its_words_finds_what_searching_for_nonsense_finds(county, worker, caplog):
    caplog.set_level(logging.DEBUG)
    browser = visitor(worker)
    nothing = browser.post(reverse("children:find"), asked=NONSENSE)
    for canary in (*CANARIES.values(), *NESTS[0].words.values(), *NESTS[1].words.values()):
        cache.clear()  # more words than one person looks for in a minute
        found = browser.post(reverse("children:find"), asked=canary)
        assert found.status == nothing.status
        assert found.body.replace(canary.encode(), NONSENSE.encode()) == nothing.body
    assert not list(canaries_in(caplog.text)), "what is searched for is not logged"


def test_the_search_table_holds_no_word_of_a_sealed_fact(county):
    """Of whoever is sealed as a whole it does: only those on the list get as far as asking for them."""
    open_people = {county.refs[f"nest {number}"] for number in range(1, len(NESTS), 2)}
    keys = Person.objects.filter(subject__ref__in=open_people).values_list("subject_id", flat=True)
    tokens = Token.objects.filter(subject__in=list(keys)).values_list("token", flat=True)
    assert set(tokens) >= {"somebody", "seen"}
    assert not NEEDLES.found_in(" ".join(tokens))


def test_no_file_beside_the_database_holds_the_record_though_whoever_is_cleared_sees_it(county, tmp_path, monkeypatch):
    """Nor one among those that are written for a moment. And the harness can fail: this crawl meets every canary that
    any page shows."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    browser = visitor("zed")
    crawl(browser, county)
    met = {found.split(" at ")[0] for found in given_away(browser)}
    assert any(NEEDLES.found_in(answer.body) for answer in browser.answers)
    assert met >= {"name", "surname", "alias", "gender", "pronouns", "told by", "household", "school", "phone"}
    assert {"intelligence", "own words", "ledger"} <= met

    folders = (Path(settings.DATA_DIR), tmp_path)
    files = [path for at in folders for path in at.rglob("*") if path.is_file() and "tests-" not in path.name]
    said = {path: path.read_bytes() for path in files}
    assert not {f"{canary} in {path}" for path, data in said.items() for canary in canaries_in(data)}
    assert not {path for path, data in said.items() if NEEDLES.found_in(data)}


def test_the_search_for_canaries_knows_them_in_disguise():
    assert list(canaries_in("... ZYXWANDER ...")) == ["name"]
    assert list(canaries_in("eyJuYW1lIjogIlp5eHdhbmRlciJ9")) == ["name"]  # base64 of a dictionary with the name in it
    assert list(canaries_in("a token: brmbltn")) == ["alias"]  # how it sounds
    assert list(canaries_in("Okafor, kfr, T2thZm9y")) == []


def test_the_search_for_many_words_knows_them_in_disguise():
    word = NESTS[3].words["street"]
    coded = base64.b64encode(f'{{"at": "{word}"}}'.encode()).decode()
    hashed = hashlib.sha256(word.lower().encode()).hexdigest()
    index = " ".join(sorted(grams(word, 4)))
    for said in (word, word.upper(), word[3:9], index, coded, hashed, f"key {sound_key(word)}"):
        assert NEEDLES.found_in(f"... {said} ..."), said
    assert not NEEDLES.found_in("Mina Okafor, 14 Quay Row " + " ".join(new_ref() for _ in range(2_000)))


def without_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    tear_the_cut(monkeypatch)
    monkeypatch.setattr(Sight, "says_again", lambda self, row: False)


def without_looking_through_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sight, "says", lambda self, text, **_: text)


@pytest.mark.parametrize("plant", [without_seals, without_looking_through_texts])
def test_a_planted_leak_is_found(county, monkeypatch, plant):
    plant(monkeypatch)
    browser = visitor("fay")
    browser.get(reverse("children:person", args=[county.refs["mina"], county.refs["nest 1"]]))
    assert given_away(browser)
