"""The reviewer's queue, a review, and the pages of the data protection lead."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.models import EmergencyLook, Suspension
from kith.apps.access.services import take_look
from kith.apps.audit.models import AuditSubject
from kith.testing.factories import NOW, Partnership
from tests.trust.access.emergency_town import WHY, build_town, look, name, sealed
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Iterator[Partnership]:
    cache.clear()
    with travel(NOW, tick=False):
        yield build_town()


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def words(page: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def reviewer_of(town: Partnership, row: EmergencyLook) -> str:
    return name(town, row.reviewer_id)


def test_the_reviewer_reads_who_why_and_what_was_opened(town):
    looker = browser("pip")
    looker.post(reverse("seeing:emergency", args=[town.refs["mina"]]), {"reason": WHY.reason, "words": WHY.words})
    looker.get(reverse("children:picture", args=[town.refs["mina"]]))
    row = EmergencyLook.objects.get()
    said = words(browser(reviewer_of(town, row)).get(reverse("oversight:review", args=[row.ref])).content)
    assert "Pip Worker , Council" in said and WHY.words in said
    assert "took the emergency look" in said and "the picture of the family" in said


def test_the_person_is_named_only_to_whoever_may_open_them(town):
    row = look(town, "pip")
    assert reviewer_of(town, row) in ("max", "may")
    assert "Looked at Mina" in words(browser(reviewer_of(town, row)).get(reverse("oversight:queue")).content)
    sealed(town, "sol", "witness")
    shut = take_look(by=town.actor("fay"), subject_ref=town.refs["sol"], why=WHY, now=NOW)
    who = reviewer_of(town, EmergencyLook.objects.get(ref=shut))
    said = words(browser(who).get(reverse("oversight:review", args=[shut])).content)
    assert "a person your agency works with" in said and "Sol" not in said


def test_reading_the_queue_is_on_record(town):
    row = look(town, "pip")
    browser(reviewer_of(town, row)).get(reverse("oversight:queue"))
    assert AuditSubject.objects.filter(subject=town.refs["mina"], row__event="web.oversight:queue").exists()


@pytest.mark.parametrize("outcome", ["right", "not_right"])
def test_a_review_is_decided_once(town, outcome):
    row = look(town, "pip")
    client, path = browser(reviewer_of(town, row)), reverse("oversight:review", args=[row.ref])
    assert client.post(path, {"outcome": outcome, "words": ""}).status_code == 422
    assert client.post(path, {"outcome": outcome, "words": "I rang them."}).status_code == 302
    assert client.get(path).status_code == 404
    assert EmergencyLook.objects.get().outcome == outcome
    assert Suspension.objects.count() == (outcome == "not_right")


def test_the_right_is_given_back_with_a_reason(town):
    row = look(town, "pip")
    client = browser(reviewer_of(town, row))
    client.post(reverse("oversight:review", args=[row.ref]), {"outcome": "not_right", "words": "Nobody had called."})
    path = reverse("oversight:give_back", args=[Suspension.objects.get().ref])
    assert "Pip Worker" in words(client.get(reverse("oversight:queue")).content)
    assert client.post(path, {"why": ""}).status_code == 422
    assert client.post(path, {"why": "They have been trained."}).status_code == 302
    assert Suspension.objects.get().ended_at is not None
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("who", ["pip", "tom", "fay", "rob", "head"])
def test_for_everybody_else_there_is_no_such_look(town, who):
    row = look(town, "pip")
    assert browser(who).get(reverse("oversight:review", args=[row.ref])).status_code == 404


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-13-40", "9999-12-31", "0001-01-01", "-1", "2026-11-24" * 9])
def test_a_day_that_cannot_be_read_is_today_or_the_nearest(town, day):
    client = browser("dot")
    worker = reverse("oversight:worker", args=[town.actor("pip").ref])
    for path in (reverse("oversight:unusual"), worker):
        for page in ("", "0", "7", "x", "9" * 30):
            assert client.get(path, {"on": day, "page": page}).status_code == 200


@pytest.mark.parametrize("ref", ["", "x", "0" * 26, "' or 1=1 --", "../..", "ref" * 500])
def test_every_reference_that_is_nobodys_gives_the_same_page(town, ref):
    client = browser("dot")
    page = client.post(reverse("oversight:ask"), {"ref": ref}, follow=True).content
    assert "There is nothing to list." in words(page)


def test_a_reference_is_understood_as_it_is_read_aloud(town):
    ref = town.refs["mina"]
    answer = browser("dot").post(reverse("oversight:ask"), {"ref": f" {ref[:6].upper()} {ref[6:]} "})
    assert answer.headers["Location"] == reverse("oversight:answer", args=[ref])


def test_workers_are_found_by_name(town):
    said = words(browser("dot").post(reverse("oversight:start"), {"find": "pip"}).content)
    assert "Pip Worker" in said
    assert browser("max").get(reverse("oversight:start")).status_code == 404


def test_the_text_is_a_file_whose_name_says_nothing(town):
    client, path = browser("dot"), reverse("oversight:answer_text", args=[town.refs["mina"]])
    answer = client.get(path)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="who-looked.txt"'
    assert answer.content.decode().startswith("Who looked at your record")
    with travel(NOW + dt.timedelta(minutes=6), tick=False):
        assert client.get(path).status_code == 302
