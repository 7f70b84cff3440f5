"""Two people change one person at once: both texts are shown, and nothing is lost whichever is kept."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.people.models import Person
from kith.testing.browsers import signed_in
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False):
        made = partnership(agencies=[agency("council")], workers=[worker("ana"), worker("ben")])
        made.add([family(child("mina"), person("mum"))])
        made.involve("mina", "ana")
        made.involve("mina", "ben", part="school")
        yield made


def change(town: Partnership) -> str:
    return reverse("children:change_person", args=[town.refs["mina"], town.refs["mum"]])


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of a page, and what its text fields hold."""
    pairs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*?value="([^"]*)"', page)
    return {name: unescape(value) for name, value in pairs if name not in ("keep", "csrfmiddlewaretoken")}


def opened(client: Client, town: Partnership) -> dict[str, str]:
    shown = fields_of(client.get(change(town)).content.decode())
    return {name: shown[name] for name in ("version", "shown")} | {"kind": "adult", "certainty": "sure"}


def mum(town: Partnership) -> Person:
    return Person.objects.get(subject__ref=town.refs["mum"])


@pytest.fixture
def clash(town: Partnership):
    """Ben saved first; Ana's answer is the page with both."""
    ana = signed_in("ana")
    hers, his = opened(ana, town), opened(signed_in("ben"), town)
    signed_in("ben").post(change(town), his | {"birth": "1990", "gender": "woman"})
    return ana, ana.post(change(town), hers | {"birth": "1991", "pronouns": "she, her"})


def test_both_texts_stand_side_by_side_with_who_was_first(clash):
    _, answer = clash
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ben Worker, Council" in page and "at 10:30" in page
    assert "1990" in page and "1991" in page and "she, her" in page


def test_keeping_theirs_changes_nothing(town, clash):
    ana, answer = clash
    before = mum(town).version
    ana.post(change(town), fields_of(answer.content.decode()) | {"keep": "theirs"})
    assert (mum(town).version, str(mum(town).birth)) == (before, "1990")


def test_keeping_mine_saves_against_the_newer_version(town, clash):
    ana, answer = clash
    assert ana.post(change(town), fields_of(answer.content.decode()) | {"keep": "mine"}).status_code == 302
    row = mum(town)
    assert (row.version, str(row.birth), row.pronouns) == (3, "1991", "she, her")


def test_keeping_both_is_offered_where_they_do_not_meet(town):
    ana, ben = signed_in("ana"), signed_in("ben")
    hers, his = opened(ana, town), opened(ben, town)
    ben.post(change(town), his | {"gender": "woman"})
    page = ana.post(change(town), hers | {"birth": "1991"}).content.decode()
    assert "Keep both" in page
    ana.post(change(town), fields_of(page) | {"keep": "both"})
    assert (str(mum(town).birth), mum(town).gender) == ("1991", "woman")


def test_keeping_both_is_not_offered_where_they_do(clash):
    assert "Keep both" not in clash[1].content.decode()


def test_another_deed_on_the_same_person_is_no_clash(town):
    ana = signed_in("ana")
    hers = opened(ana, town)
    add = reverse("children:add_name", args=[town.refs["mina"], town.refs["mum"]])
    signed_in("ben").post(add, {"text": "Mam", "kind": "known_as"})
    assert ana.post(change(town), hers | {"birth": "1991"}).status_code == 302
    assert str(mum(town).birth) == "1991"
