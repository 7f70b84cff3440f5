"""Answering a standing check, as a worker does it from the child's page."""

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.cases.models import CheckAnswer
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, worker
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
SAID = {"answer": "in_hand", "words": "Tess rings the surgery.", "who": "Tess", "until": "9 December 2026"}
NO_HEALTH = "No GP or other health worker is on Mina’s team"


@pytest.fixture
def county():
    with travel(NOW, tick=False):
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("pru"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        made.add([family(child("mina", "Mina Okafor"))])
        for who in ("pru", "tess"):
            made.involve("mina", who)
        yield made


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def where(county: Partnership, check: str = "no_health", about: str = "child") -> str:
    return reverse("standing:answer_check", args=[county.refs["mina"], check, about])


def page(county: Partnership, who: str = "pru") -> str:
    return browser(who).get(reverse("children:child", args=[county.refs["mina"]])).content.decode()


def test_an_answered_check_is_folded_with_its_answer_and_comes_back_by_one_press(county):
    text = page(county)
    assert NO_HEALTH in text and where(county) in text and "Answered for now" not in text
    client = browser("pru")
    assert client.post(where(county), SAID | {"version": "0"}).status_code == 302
    text = page(county, "tess")
    folded = text[text.index("Answered for now: 1") :]
    assert NO_HEALTH in folded and "Tess rings the surgery." in folded and "Asked again on 9 December 2026" in folded
    assert NO_HEALTH not in text[: text.index("Answered for now: 1")]
    client.post(client.session["notice"]["undo_url"])
    assert "Answered for now" not in page(county)


def test_what_cannot_be_says_until_when_and_loses_nothing(county):
    answer = browser("pru").post(where(county), SAID | {"until": "9 March 2027", "version": "0"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "at the latest 22 December 2026" in text
    assert "Tess rings the surgery." in text and not CheckAnswer.objects.exists()


def test_the_second_of_two_sees_what_stands_now(county):
    browser("tess").post(where(county), SAID | {"version": "0"})
    late = browser("pru").post(where(county), SAID | {"words": "I ring.", "version": "0"})
    text = late.content.decode()
    assert late.status_code == 422 and "As it stands now" in text and "Tess rings the surgery." in text
    assert 'value="I ring."' in text and 'name="version" value="1"' in text


@pytest.mark.parametrize(("check", "about"), [("no_school", "child"), ("one_source", "0" * 26), ("nothing", "child")])
def test_a_check_that_does_not_show_cannot_be_answered(county, check, about):
    """The school is on the team, and there is no such person."""
    for answer in (browser("pru").get(where(county, check, about)), browser("pru").post(where(county, check, about))):
        assert answer.status_code == 404


def test_whoever_does_not_work_with_the_child_finds_nothing(county):
    assert browser("ben").get(where(county)).status_code == 404
