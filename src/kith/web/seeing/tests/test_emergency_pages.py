"""The pointer page, the form of an emergency look, and the bar while it lasts."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from time_machine import Traveller, travel

from kith.apps.access.models import EmergencyLook, Suspension
from kith.apps.audit import journal, services
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    worker,
)
from tests.trust.access.emergency_town import WHY, sealed
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
SAID = asdict(WHY)


@pytest.fixture
def clock() -> Iterator[Traveller]:
    cache.clear()
    with travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def county(clock: Traveller) -> Partnership:
    made = partnership(
        agencies=[agency("council", "east", "front-door"), agency("school", kind="school")],
        workers=[
            worker("pru", teams=["east"]),
            worker("pip"),
            worker("max", "manager"),
            worker("fay", "front_door", teams=["front-door"]),
            worker("ned", "network_adviser"),
            worker("tess", agency="school"),
        ],
    )
    mina = family(
        child("mina", "Mina Okafor"), person("mum", "Grace Okafor"), unions=[couple("mum", children=["mina"])]
    )
    made.add([mina, family(child("lou", "Lou Penhale"))])
    for one in ("mina", "lou"):
        made.involve(one, "east")
    return made


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def path(county: Partnership, route: str = "children:child", about: str = "mina") -> str:
    return reverse(route, args=[county.refs[about]])


def words(page: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


@pytest.mark.parametrize("route", ["children:child", "children:picture", "seeing:why"])
def test_whoever_may_only_know_is_led_to_whom_to_ring(county, route):
    answer = browser("pip").get(path(county, route), follow=True)
    assert answer.redirect_chain == [(path(county, "seeing:known"), 302)]
    said = words(answer.content)
    assert "Your agency knows this child" in said and "01632 960001" in said
    assert "Mina" not in said and "Okafor" not in said


def test_whoever_may_not_know_finds_nothing(county):
    client = browser("tess")
    for route in ("children:child", "seeing:known", "seeing:emergency"):
        answer = client.get(path(county, route))
        assert answer.status_code == 404
        assert answer.content == client.get("/children/" + "0" * 26).content


def test_nobody_is_led_there_from_a_form_that_was_sent_or_for_a_relative(county):
    client = browser("pip")
    assert client.post(path(county, "children:add_person")).status_code == 404
    assert client.get(path(county, "children:child", "mum")).status_code == 404
    assert client.get(path(county, "seeing:known", "mum")).status_code == 404


@pytest.mark.parametrize("who", ["fay", "ned"])
def test_the_page_is_the_same_for_every_seal_and_every_child(county, who):
    sealed(county, "mina", manager="max")
    sealed(county, "lou", "witness", manager="max")
    pages = [browser(who).get(path(county, "seeing:known", one)).content for one in ("mina", "lou")]
    plain = [page.replace(county.refs[one].encode(), b"") for page, one in zip(pages, ("mina", "lou"), strict=True)]
    token = re.compile(rb'value="[A-Za-z0-9]{64}"')
    assert token.sub(b"", plain[0]) == token.sub(b"", plain[1])
    assert "Someone here knows this child Ring the front door." in words(pages[0])


def test_whoever_may_open_the_child_is_led_to_the_child(county):
    for route in ("seeing:known", "seeing:emergency"):
        answer = browser("pru").get(path(county, route), follow=True)
        assert answer.redirect_chain[-1] == (path(county), 302)


def test_a_role_without_the_right_is_offered_none(county):
    client = browser("ned")
    assert "Emergency look" not in words(client.get(path(county, "seeing:known")).content)
    assert client.get(path(county, "seeing:emergency"), follow=True).redirect_chain[-1][0] == path(
        county, "seeing:known"
    )


def test_the_form_says_what_it_opens_and_who_is_told_before_the_button(county):
    said = words(browser("pip").get(path(county, "seeing:emergency")).content)
    facts = ("this one person, for 4 hours", "print, share or export", "reviewer", "inside 2 working days")
    button = said.index("Confirm it is me and look")
    assert all(0 < said.index(fact) < button for fact in facts)
    assert "We say this on every child: a few parts may stay closed even in an emergency" in said
    assert "Ring the duty desk instead: 01632 960001" in said
    assert "Mina" not in said


def test_a_look_opens_the_page_with_a_bar_until_it_ends(county, clock):
    client = browser("pip")
    answer = client.post(path(county, "seeing:emergency"), SAID, follow=True)
    said = words(answer.content)
    assert answer.redirect_chain[-1] == (path(county), 302)
    assert "Mina Okafor" in said and "Grace" not in said
    assert "Emergency look until 14:30" in said
    assert "Emergency look until" not in words(client.get("/").content)
    for taken_away in ("picture_png", "picture_pdf", "people_csv"):
        assert client.get(path(county, f"children:{taken_away}")).status_code == 404
    clock.shift(dt.timedelta(hours=1))
    client = browser("pip")  # who was away too long and signs in again
    look = EmergencyLook.objects.get()
    client.post(reverse("seeing:end_look", args=[look.ref]))
    assert client.get(path(county)).headers["Location"] == path(county, "seeing:known")


def test_reads_during_a_look_are_on_record_by_its_rule(county):
    client = browser("pip")
    client.post(path(county, "seeing:emergency"), SAID)
    client.get(path(county))
    assert AuditRow.objects.get(event="web.children:child", rule="R6").actor == county.actor("pip").ref


def test_where_a_seal_stays_shut_the_same_constant_sentence_stands_there(county):
    sealed(county, "mina", "witness", manager="max")
    answer = browser("fay").post(path(county, "seeing:emergency"), SAID, follow=True)
    said = words(answer.content)
    assert answer.redirect_chain[-1] == (path(county, "seeing:known"), 302)
    assert "We say this on every child: a few parts may stay closed even in an emergency" in said
    assert "Ring the duty desk: 01632 960001" in said
    assert EmergencyLook.objects.get().reviewer_id is not None


def test_too_few_words_come_back_with_every_word_kept(county):
    answer = browser("pip").post(path(county, "seeing:emergency"), SAID | {"words": "Please help"})
    assert answer.status_code == 422
    assert b"Please help" in answer.content and b"The reviewer reads this first." in answer.content
    assert not EmergencyLook.objects.exists()


def test_whoever_confirmed_too_long_ago_confirms_first_and_keeps_their_words(county, clock):
    client = browser("pip")
    clock.shift(dt.timedelta(minutes=6))
    answer = client.post(
        path(county, "seeing:emergency"),
        SAID,
        headers={"referer": f"http://testserver{path(county, 'seeing:emergency')}"},
    )
    assert answer.headers["Location"] == reverse("account_confirm")
    assert not EmergencyLook.objects.exists()


def test_a_suspended_worker_reads_why_and_whom_to_ring(county):
    with load("test.suspended", by=OPERATOR, now=NOW, payload={}):
        Suspension(user_id=county.loaded.workers["pip"], why="too_many", since_at=NOW).save()
    client = browser("pip")
    said = words(client.get(path(county, "seeing:known")).content)
    assert "Your emergency looks are suspended" in said and "01632 960001" in said
    assert client.get(path(county, "seeing:emergency")).headers["Location"] == path(county, "seeing:known")
    client.post(path(county, "seeing:emergency"), SAID)
    assert not EmergencyLook.objects.exists()


def test_the_first_page_of_the_reviewer_says_so_without_a_name(county):
    browser("pip").post(path(county, "seeing:emergency"), SAID)
    said = words(browser("max").get("/").content)
    assert "An emergency look needs your review" in said
    assert "Mina" not in said and "Pip" not in said
    assert "needs your review" not in words(browser("pru").get("/").content)


def test_during_a_look_the_page_is_shown_even_where_the_record_cannot_be_written(
    county, monkeypatch, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    client = browser("pip")
    client.post(path(county, "seeing:emergency"), SAID)
    monkeypatch.setattr(services, "append", fail)
    assert client.get(path(county)).status_code == 200
    assert journal.read().lines[0].entry.subjects[county.refs["mina"]] == "opened"
    assert browser("pru").get(path(county)).status_code == 503


def fail(entry: object) -> None:
    raise DatabaseError("The record cannot be written.")
