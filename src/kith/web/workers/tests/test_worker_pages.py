"""Somebody leaves, comes back, forgets their password, needs another clearance: by one administrator or by two."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.apps.access import events
from kith.apps.access.models import Proposal, WorkerDeed
from kith.apps.access.queries import NothingHere, day_of, waiting_page, waits_for
from kith.apps.access.services import (
    CannotDecide,
    CannotKeepWorker,
    CannotPropose,
    decide_proposal,
    make_code,
    propose_clearance,
    propose_role,
    say_back,
    say_left,
)
from kith.apps.agencies.models import FirstCode, TeamMembership, User
from kith.apps.agencies.queries import actor_by_email, find_workers
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.testing.factories import NOW, TODAY, Partnership, agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
PASSWORD, NEW = "otters under the old bridge", "herons over the new weir"
LATER = NOW + dt.timedelta(hours=1)
WHY = "Her post has ended."


@pytest.fixture
def town(settings) -> Iterator[Partnership]:
    settings.SECOND_FACTOR = "offered"
    with time_machine.travel(NOW, tick=False), rolled_back():
        cache.clear()
        yield partnership(
            agencies=[agency("council", "east"), agency("school")],
            workers=[
                worker("pru", teams=["east"], password=PASSWORD),
                worker("head", "manager", agency="school"),
                worker("dot", "data_protection_lead"),
                worker("dan", "data_protection_lead", agency="school"),
                worker("abe", "administrator", password=PASSWORD),
                worker("amy", "administrator"),
            ],
        )
        cache.clear()


def ref(who: str) -> str:
    return User.objects.get(email=email_of(who)).ref


def with_second_step(who: str) -> None:
    Authenticator.objects.create(user=User.objects.get(email=email_of(who)), type=Authenticator.Type.TOTP, data={})


def signed_in(who: str, password: str = PASSWORD) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": email_of(who), "password": password})
    return client


def page(who: str) -> str:
    return reverse("workers:worker", args=[ref(who)])


def is_in(client: Client) -> bool:
    return client.get(reverse("today:home")).status_code == 200


def acts(client: Client, who: str, act: str, why: str = WHY) -> object:
    return client.post(page(who), {"act": act, "why": why})


def test_whoever_has_left_is_out_at_their_next_request_and_for_good(town):
    pru, abe = signed_in("pru"), signed_in("abe")
    assert is_in(pru)
    key = pru.session.session_key
    assert acts(abe, "pru", "left").status_code == 302
    assert not Session.objects.filter(session_key=key).exists(), "with the words it kept"
    assert not is_in(pru) and is_in(abe)
    assert not is_in(signed_in("pru"))
    assert actor_by_email(email_of("pru"), on=TODAY).is_nobody
    assert TeamMembership.objects.get().until_on == TODAY
    row = AuditRow.objects.filter(event=events.WORKER_LEFT).get()
    assert ref("pru") in row.payload and WHY not in row.payload
    assert "has left" in abe.get(page("pru")).content.decode()


def test_a_time_in_a_team_that_has_not_begun_never_begins(town):
    later = TODAY + dt.timedelta(days=9)
    with load("test.team", by=town.actor("abe"), now=NOW, payload={}):
        TeamMembership.objects.update(since_on=later)
    say_left(by=town.actor("abe"), user_ref=ref("pru"), why=WHY, now=NOW)
    row = TeamMembership.objects.get()
    assert row.since_on == row.until_on == later


def test_a_code_for_a_first_sign_in_goes_with_whoever_leaves(town):
    with_second_step("pru")
    make_code(by=town.actor("abe"), user_ref=ref("pru"), why="She forgot it.", now=NOW)
    assert FirstCode.objects.exists()
    say_left(by=town.actor("abe"), user_ref=ref("pru"), why=WHY, now=NOW)
    assert not FirstCode.objects.exists()


def test_whoever_is_back_begins_anew_without_a_role(town):
    with_second_step("pru")
    User.objects.filter(email=email_of("pru")).update(clearance=3)
    abe, pru = town.actor("abe"), ref("pru")
    say_left(by=abe, user_ref=pru, why=WHY, now=NOW)
    code = say_back(by=abe, user_ref=pru, why="She is back from leave.", now=LATER)
    again = town.actor("pru")
    assert (again.role, again.clearance, again.team_ids) == ("", 1, ())
    assert not Authenticator.objects.exists()
    assert not is_in(signed_in("pru")), "the old password is gone"
    assert chosen("pru", code) == 302
    assert is_in(signed_in("pru", NEW))


def chosen(who: str, code: str) -> int:
    said = {"email": email_of(who), "code": code, "password": NEW, "again": NEW}
    return Client().post(reverse("account_first"), said).status_code


def test_a_forgotten_password_works_until_the_new_one_is_chosen(town):
    with_second_step("pru")
    was = User.objects.get(email=email_of("pru")).password
    answer = acts(signed_in("abe"), "pru", "code", "She rang, and I know her voice.")
    (code,) = re.findall(r"\b[a-z]{6}-[a-z]{6}-[a-z]{6}\b", answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert User.objects.get(email=email_of("pru")).password == was
    assert chosen("pru", code) == 302
    assert User.objects.get(email=email_of("pru")).password != was
    assert Authenticator.objects.count() == 1, "the second step stays"
    assert chosen("pru", code) == 422
    assert [row.event for row in AuditRow.objects.order_by("-pk")[:2]] == ["agencies.first_code.used", events.CODE_MADE]


def test_no_code_where_whoever_holds_it_could_sign_in_as_them(town):
    with pytest.raises(CannotKeepWorker, match="no second step"):
        make_code(by=town.actor("abe"), user_ref=ref("pru"), why="She forgot it.", now=NOW)
    answer = acts(signed_in("abe"), "pru", "code")
    assert answer.status_code == 422 and WHY in answer.content.decode()
    assert not FirstCode.objects.exists() and not WorkerDeed.objects.exists()


def test_every_lead_is_told_and_pointed_to_what_could_be_misused(town):
    with_second_step("pru")
    say_left(by=town.actor("abe"), user_ref=ref("amy"), why=WHY, now=NOW)
    for who in ("head", "dot", "abe"):
        (note,) = waiting_page(town.actor(who), now=LATER).role_changes
        assert note.worker.startswith("Amy Worker") and note.says == "does not work here any more"
        assert not waits_for(town.actor(who), now=LATER)
    make_code(by=town.actor("abe"), user_ref=ref("pru"), why="She forgot it.", now=LATER)
    assert waits_for(town.actor("head"), now=LATER) == "Somebody can do or see more"
    assert waiting_page(town.actor("pru"), now=LATER).role_changes == ()


@pytest.mark.parametrize("deed", [say_left, say_back, make_code])
@pytest.mark.parametrize("who", ["pru", "head", "dot"])
def test_only_an_administrator_does_any_of_it(town, deed, who):
    with pytest.raises(NothingHere):
        deed(by=town.actor(who), user_ref=ref("amy"), why=WHY, now=NOW)
    assert AuditRow.objects.latest("pk").event == "audit.access.refused"
    assert not WorkerDeed.objects.exists()


@pytest.mark.parametrize("deed", [say_left, say_back, make_code])
def test_nobody_does_it_for_themselves_or_for_nobody_or_without_a_reason(town, deed):
    with_second_step("amy")
    abe = town.actor("abe")
    with pytest.raises(CannotKeepWorker, match="for themselves"):
        deed(by=abe, user_ref=abe.ref, why=WHY, now=NOW)
    with pytest.raises(NothingHere):
        deed(by=abe, user_ref="0" * 26, why=WHY, now=NOW)
    if deed is say_back:
        say_left(by=abe, user_ref=ref("amy"), why=WHY, now=NOW)
    with pytest.raises(CannotKeepWorker, match="Say in a sentence why"):
        deed(by=abe, user_ref=ref("amy"), why="  ", now=NOW)


def test_nobody_leaves_twice_or_comes_back_who_is_here(town):
    abe = town.actor("abe")
    with pytest.raises(CannotKeepWorker, match="already"):
        say_back(by=abe, user_ref=ref("pru"), why=WHY, now=NOW)
    say_left(by=abe, user_ref=ref("pru"), why=WHY, now=NOW)
    for deed in (say_left, make_code):
        with pytest.raises(CannotKeepWorker, match="any more"):
            deed(by=abe, user_ref=ref("pru"), why=WHY, now=NOW)


def proposed(town: Partnership, clearance: int = 2, whom: str = "pru", by: str = "abe") -> str:
    return propose_clearance(by=town.actor(by), user_ref=ref(whom), clearance=clearance, why="Her new post.", now=NOW)


@pytest.mark.parametrize("second", ["amy", "dan"])
def test_two_people_change_a_clearance_and_every_lead_is_told(town, second):
    proposal = proposed(town)
    assert town.actor("pru").clearance == 1
    decide_proposal(by=town.actor(second), proposal_ref=proposal, agrees=True, now=LATER)
    assert town.actor("pru").clearance == 2
    assert AuditRow.objects.latest("pk").event == events.CLEARANCE_CHANGED
    (note,) = waiting_page(town.actor("head"), now=LATER).role_changes
    assert note.says == "now has clearance 2"


@pytest.mark.parametrize("who", ["pru", "head", "dot"])
def test_nobody_else_is_the_second_person_for_a_clearance(town, who):
    proposal = proposed(town)
    with pytest.raises(NothingHere):
        decide_proposal(by=town.actor(who), proposal_ref=proposal, agrees=True, now=LATER)
    assert town.actor("pru").clearance == 1


@pytest.mark.parametrize(("clearance", "whom"), [(4, "pru"), (-1, "pru"), (1, "pru"), (2, "abe")])
def test_a_proposal_of_a_clearance_has_to_be_sound(town, clearance, whom):
    with pytest.raises(CannotPropose):
        proposed(town, clearance, whom)
    assert not Proposal.objects.exists()


def test_what_waited_to_be_given_to_somebody_goes_when_they_leave_and_stays_gone(town):
    abe, pru = town.actor("abe"), ref("pru")
    proposal = propose_role(by=abe, user_ref=pru, role="manager", why="She leads.", now=NOW)
    say_left(by=abe, user_ref=pru, why=WHY, now=NOW)
    say_back(by=abe, user_ref=pru, why=WHY, now=NOW)
    assert Proposal.objects.get().outcome == "taken_back"
    with pytest.raises(CannotDecide):
        decide_proposal(by=town.actor("amy"), proposal_ref=proposal, agrees=True, now=LATER)
    assert town.actor("pru").role == ""


def test_nothing_is_given_to_whoever_left_at_the_same_moment(town):
    abe, pru = town.actor("abe"), ref("pru")
    role = propose_role(by=abe, user_ref=pru, role="manager", why="She leads.", now=NOW)
    proposals = (proposed(town), role)
    User.objects.filter(ref=pru).update(is_active=False)
    for proposal in proposals:
        with pytest.raises(CannotPropose, match="do not work here"):
            decide_proposal(by=town.actor("amy"), proposal_ref=proposal, agrees=True, now=LATER)
    assert User.objects.get(ref=pru).role == "practitioner"


def test_the_page_finds_somebody_and_says_where_they_stand(town):
    abe = signed_in("abe")
    found = abe.post(reverse("workers:find"), {"find": "pru"}).content.decode()
    assert page("pru") in found and "Amy Worker" not in found
    shown = abe.get(page("pru")).content.decode()
    assert "East team" in shown and "Practitioner" in shown and email_of("pru") in shown
    assert acts(abe, "pru", "clearance-3", "Her <b>new</b> post.").status_code == 302
    assert Proposal.objects.get().wish == "3"
    for act in ("clearance-1", "clearance-9", "back", "destroy", ""):
        assert acts(abe, "pru", act).status_code == 422
    assert acts(abe, "abe", "left").status_code == 422
    assert 'name="act"' not in abe.get(page("abe")).content.decode()


@pytest.mark.parametrize("find", ["%", "_", "<script>", "\0", "x" * 5000, "' OR 1=1 --"])
def test_whatever_is_searched_for_stays_text(town, find):
    answer = signed_in("abe").post(reverse("workers:find"), {"find": find})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().split("<main")[1]
    assert page("pru") not in answer.content.decode()


def test_an_act_is_confirmed_when_the_sign_in_was_long_ago(town):
    abe = signed_in("abe")
    with time_machine.travel(NOW + dt.timedelta(minutes=6), tick=False):
        answer = acts(abe, "pru", "left")
    assert answer["Location"] == reverse("account_confirm")
    assert not actor_by_email(email_of("pru"), on=day_of(NOW)).is_nobody


@pytest.mark.parametrize("asked", ["x" * 60_000, "pru " * 200], ids=["one long word", "many words"])
def test_words_longer_than_any_name_find_nobody(town, asked):
    """A database refuses to compare with a pattern of that length, and the page would say that it is busy."""
    assert find_workers("pru") and not find_workers(asked)
