"""Pages of group supervision: what each role reaches, and that no words are lost on the way."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.apps.supervision.models import Observation, Request
from kith.apps.supervision.tests.making import POOL, agreed, ask, county_with_a_pool, decide, happened, own
from kith.apps.supervision.vocabulary import points
from kith.testing.factories import NOW, TODAY, Partnership, email_of, rolled_back

pytestmark = pytest.mark.django_db
WORDS = {"why_now": "Three agencies.", "stuck": "Nobody says it.", "age_band": "from_14", "locality": "fenside"}


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        yield county_with_a_pool()


def as_(who: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email_of(who)))
    return client


def at(route: str, *args: str) -> str:
    return reverse(f"supervision:{route}", args=args)


def send(who: str, path: str, **said: Any) -> tuple[int, str]:
    """Status and page, after being led on."""
    answer = as_(who).post(path, said, follow=True)
    return answer.status_code, answer.content.decode()


def see(who: str, path: str) -> str:
    return as_(who).get(path).content.decode()


def test_asking_leads_to_a_receipt_with_the_day_by_which_it_is_decided(county):
    status, page = send("sue", at("ask_about", county.refs["kit"]), **WORDS, consent="not_needed")
    assert status == 200 and "number 1" in page and "1 December 2026" in page and "Brook" not in page


def test_words_are_kept_unsent_come_back_and_can_be_thrown_away(county):
    path = at("ask_about", county.refs["kit"])
    kept = as_("sue").post(path, {**WORDS, "around": ["school", "police"], "draft": "by_itself"})
    assert kept.json() == {"saved_at": "10:30"}
    page = see("sue", path)
    assert "Nobody says it." in page and "are back" in page and page.count(" checked") == 4
    assert "Nobody says it." not in see("ray", path)
    send("sue", path, draft="afresh")
    assert "Nobody says it." not in see("sue", path)


def test_what_is_missing_is_said_and_every_word_stays(county):
    answer = as_("sue").post(at("ask"), WORDS | {"consent": ""})
    assert answer.status_code == 422 and "Nobody says it." in answer.content.decode()


def test_triage_keeps_words_without_deciding_and_a_colleague_does_not_see_them(county):
    ref = ask(county)
    send("bea", at("request", ref), draft="by_hand", outcome="statutory", words="Thursday decides.")
    assert Request.objects.get(ref=ref).outcome == ""
    assert "Thursday decides." in see("bea", at("request", ref))
    assert "Thursday decides." not in see("bob", at("request", ref))


def test_somebody_is_found_by_name_and_asked_to_come(county):
    ref = ask(county)
    decide(county, ref)
    _, page = send("bea", at("invite", ref), find="nobody", search="yes")
    assert "Nobody of that name works here" in page
    _, page = send("bea", at("invite", ref), find="ray", worker=county.actor("ray").ref)
    assert "Ray Worker, School" in page and "Asked, no answer yet" in page
    assert "You are asked to come" in see("ray", at("own"))


def test_without_an_independent_pair_the_page_says_what_can_be_done_and_offers_no_press(county):
    for who in POOL:
        county.involve("kit", who, until=TODAY - dt.timedelta(days=90))
    ref = ask(county)
    decide(county, ref)
    page = see("bea", at("request", ref))
    assert "fewer than two are independent" in page and "Nobody who is tied to it can be asked" in page
    assert at("ask_pair", ref) not in page and "4 of the pool: names and reasons" in page


def test_on_the_night_before_everybody_invited_reads_that_one_who_leads_withdrew(county):
    ref = agreed(county)
    assert "is looked for" not in see("sue", at("meeting", ref))
    send("dana", at("settle", ref), on_day="25 November 2026", where="2pm, the library", version="3")
    led = own(county, "anaya").leads[0]
    send("anaya", at("withdraw_lead", led.ref))
    page = see("sue", at("meeting", ref))
    assert "Led by Dana Worker, Police. Somebody to lead with them is looked for." in page and "Anaya" not in page
    desk = see("bea", at("desk"))
    assert "One who leads is missing" in desk and "Meets on 25 November 2026" in desk
    asking = see("bea", at("request", ref))
    assert "Ask Nia Worker" in asking and "Ask them both" not in asking
    send("dana", at("withdraw_lead", own(county, "dana").leads[0].ref))
    assert "Nobody leads it now. Somebody is looked for; ask before you set out." in see("sue", at("meeting", ref))


def test_whoever_watched_says_so_line_by_line_and_only_those_who_led_read_it(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    assert as_("bea").post(at("observe", ref), {"strengths": "Calm."}).status_code == 422
    send("bea", at("observe", ref), **dict.fromkeys(points(), "yes"), strengths="Calm.", to_try="")
    assert Observation.objects.count() == 1
    assert "Calm." in see("dana", at("meeting", ref)) and "Calm." not in see("sue", at("meeting", ref))


def test_a_page_of_the_pool_counts_network_meetings(county):
    came = [card.split('"')[0] for card in see("bea", at("network")).split('name="came" type="checkbox" value="')[1:]]
    _, page = send("bea", at("network"), on_day="23 November 2026", came=came[:1])
    assert "1 network meeting." in page and "23 November 2026" in page


def test_a_manager_offers_support_and_the_one_for_whom_it_is_answers(county):
    _, page = send("boss", at("support_at_work"), find="sue", worker=county.actor("sue").ref, kind="lighter")
    assert "Sue Worker" in page and "No answer yet" in page
    assert "Lighter work" in see("sue", at("own")) and "Lighter work" not in see("ray", at("own"))


def test_today_says_that_something_waits_and_not_what(county):
    assert "group supervision" not in see("sue", reverse("today:home"))
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    assert "Something waits for you in group supervision" in see("sue", reverse("today:home"))


def test_the_toolbox_is_open_to_read_and_to_print(county):
    page = see("dana", at("toolbox"))
    assert "The shape of two hours" in page and "data-print" in page and "<details" not in page.split("<main")[1]


def test_the_list_of_how_requests_were_handled_names_nobody(county):
    ask(county, now=NOW - dt.timedelta(days=14))
    page = see("bea", at("handled"))
    assert "late" in page and "Sue" not in page and "Brook" not in page
