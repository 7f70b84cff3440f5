"""Every route, asked by everybody with every method, answers as `route_census.toml` says; no route is missing there."""

import copy
import itertools
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from kith.apps.access import decisions
from kith.apps.helplines import queries as helplines
from kith.apps.people.models import Address, Household, HouseholdMember, ParentalResponsibility, PersonName, Tie
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.access.profiles import is_whole
from tests.trust.bringing import bring_table
from tests.trust.contacts import what_was_told
from tests.trust.county import build_county
from tests.trust.crawling import path_of, routes
from tests.trust.emergencies import what_looks_leave
from tests.trust.occasions import what_the_family_was_told
from tests.trust.own_pages import open_page
from tests.trust.pictures import what_was_drawn
from tests.trust.rows_told import what_happened_to_ivy
from tests.trust.sentences import what_was_laid_down
from tests.trust.share_links import stored_link
from tests.trust.standings import where_she_stands
from tests.trust.supervision import what_is_asked_and_led
from tests.trust.teams import what_a_team_holds
from tests.trust.two_people import what_takes_two_people
from tests.trust.visitor import sign_in
from tests.trust.voices import what_was_heard

pytestmark = pytest.mark.django_db

CENSUS = tomllib.loads(Path(__file__).with_name("route_census.toml").read_text(encoding="utf-8"))
PUBLIC = set(CENSUS["public"])
OWN = set(CENSUS["own"])
OUTCOMES: dict[str, dict[str, str]] = CENSUS["routes"]
ON_THE_TEAM = "on_the_team"
ASKED_EVERYTHING = ("anonymous", ON_THE_TEAM)  # at the gate others ask for pages and forms alone
LOOKING = ("reviewing_officer", "quality_assurer", "record_officer")  # and these, who change nothing, for pages alone
AT_A_TIME = 20
PAGES_IN_TURN, FORMS_IN_TURN = 3, 4
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ABOUT = "ivy"  # only the school works with her; whoever is `on_the_team` joins for their questions
ABOUT_WHOM = {"children:end_responsibility": "ivy"}
WORKERS = {
    "anonymous": "",
    "practitioner": "pru",
    "probation": "jo",
    "probation_manager": "kim",
    "manager": "max",
    "front_door": "fay",
    "network_adviser": "ned",
    "analyst": "ada",
    "data_protection_lead": "dot",
    "administrator": "abe",
    "reviewing_officer": "ira",
    "quality_assurer": "quin",
    "record_officer": "sam",
    "designated_officer": "lia",
    "business_unit": "bea",
    ON_THE_TEAM: "pru",
}
WORDS = {200: "page", 404: "absent", 405: "no", 409: "stale", 422: "again"}


def grow_county() -> Partnership:
    made = build_county()
    made.refs["visible tie"] = Tie.objects.get(kind="birth", a__subject__ref=made.refs["ivy-mum"]).ref
    made.refs["fact"] = PersonName.objects.get(person__subject__ref=made.refs["ivy-mum"]).ref
    made.refs["home"] = Household.objects.get(name="2 Brook Lane").ref
    name_facts(made)
    made.refs |= what_takes_two_people(made)
    made.refs["link_ref"] = stored_link(made, "ivy", "ivy-mum")
    made.refs |= what_looks_leave(made)
    made.refs |= what_was_told(made)
    made.refs |= what_was_laid_down(made)
    made.refs |= what_was_heard(made)
    made.refs |= what_happened_to_ivy(made)
    made.refs["bringing_ref"] = bring_table(made, "ivy", "Ivy ran to the sea.", by="pru")
    made.refs |= what_was_drawn(made)
    open_page(made, "ivy", "Ask me first.")
    made.refs |= what_a_team_holds(made)
    made.refs |= what_the_family_was_told(made)
    made.refs |= where_she_stands(made)
    made.refs |= what_is_asked_and_led(made)
    return made


def name_facts(county: Partnership) -> None:
    """A fact of the right kind for the routes that end one; a name for all others."""
    ivy, mum = county.refs["ivy"], county.refs["ivy-mum"]
    facts = {
        "end_address": Address.objects.get(person__subject__ref=mum),
        "leave_home": HouseholdMember.objects.get(person__subject__ref=mum),
        "end_responsibility": ParentalResponsibility.objects.get(child__subject__ref=ivy),
    }
    county.refs.update({f"fact of children:{route}": fact.ref for route, fact in facts.items()})


def everybody_signed_in() -> dict[str, SimpleCookie]:
    """The cookies of everybody, each signed in once."""
    cookies = {"": SimpleCookie()}
    for key in sorted(set(WORKERS.values()) - {""}):
        client = Client()
        sign_in(client, key)
        cookies[key] = client.cookies
    return cookies


@dataclass(frozen=True, slots=True)
class Asker:
    """Sends one request of one worker; whatever it changed is undone."""

    county: Partnership
    signed_in: dict[str, SimpleCookie]

    @contextmanager
    def with_one_more_on_the_team(self) -> Iterator[None]:
        with rolled_back("one more on the team"):
            self.county.involve(ABOUT, WORKERS[ON_THE_TEAM])
            yield

    def __call__(self, route: str, who: str, method: str) -> str:
        """The outcome in one word."""
        cache.clear()
        with rolled_back(f"{route} {who} {method}"):
            client = Client(raise_request_exception=False)
            client.cookies = copy.deepcopy(self.signed_in[WORKERS[who]])
            path = path_of(route, self.county.refs, about=ABOUT, who=ABOUT_WHOM.get(route, "ivy-mum"))
            response = client.generic(method, path)
            return outcome_of(response.status_code, response.headers.get("Location", ""))


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Asker]:
    """One county for all questions, which leave it as it was: to grow it takes as long as a hundred of them."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), rolled_back():
        yield Asker(grow_county(), everybody_signed_in())


@pytest.fixture
def ask(built: Asker) -> Iterator[Asker]:
    with time_machine.travel(NOW, tick=False), rolled_back("heron again"):
        yield built


def outcome_of(status: int, location: str) -> str:
    if status == 302:
        return "sign-in" if location.startswith("/sign-in") else "moved"
    return WORDS.get(status, str(status))


def declared(route: str, who: str) -> dict[str, str]:
    """The line that names the worker, or else the line of all others."""
    table = OUTCOMES[route]
    line = next((line for names, line in table.items() if who in names.split(", ")), table.get("others", ""))
    return dict(zip(METHODS, line.split(), strict=True))


def test_every_route_is_in_the_census():
    assert set(OUTCOMES) == set(routes())
    known = {*WORKERS, "others"}
    assert {name for table in OUTCOMES.values() for names in table for name in names.split(", ")} <= known


def neighbours(routes: Iterable[str]) -> list[tuple[str, ...]]:
    """A few routes at a time, of which each is asked many questions."""
    in_order = sorted(routes)
    return [tuple(in_order[first : first + AT_A_TIME]) for first in range(0, len(in_order), AT_A_TIME)]


@pytest.mark.parametrize("few", neighbours(OUTCOMES), ids=" ".join)
def test_routes_answer_as_declared(ask, few):
    expected = {
        (route, who, method): word
        for route in few
        for who in WORKERS
        for method, word in declared(route, who).items()
        if is_whole() or is_asked_at_the_gate(route, who, method)
    }
    answers = {one: ask(*one) for one in expected if one[1] != ON_THE_TEAM}
    with ask.with_one_more_on_the_team():
        answers |= {one: ask(*one) for one in expected if one[1] == ON_THE_TEAM}
    assert answers == expected


def is_asked_at_the_gate(route: str, who: str, method: str) -> bool:
    """Of those whom no line of its own names, a few ask for each page and form, so that together they ask for all."""
    if who in ASKED_EVERYTHING:
        return True
    if method not in ("GET", "POST") or (method == "POST" and who in LOOKING):
        return False
    is_named = any(who in names.split(", ") for names in OUTCOMES[route])
    turn = sorted(OUTCOMES).index(route) + list(WORKERS).index(who)
    return is_named or turn % (PAGES_IN_TURN if method == "GET" else FORMS_IN_TURN) == 0


def test_signed_out_only_public_routes_answer():
    for route in OUTCOMES:
        answers = set(declared(route, "anonymous").values())
        assert (answers != {"sign-in"}) == (route in PUBLIC), route


@pytest.mark.parametrize("few", neighbours(set(OUTCOMES) - PUBLIC - OWN), ids=" ".join)
def test_no_page_is_shown_without_asking_access(ask, monkeypatch, few):
    """Whatever a signed-in worker gets to see, one of the three questions was asked for it, or whether the role may."""
    asked: list[object] = []
    check, may = decisions.require_installed, helplines.role_may
    monkeypatch.setattr(decisions, "require_installed", lambda action: asked.append(action) or check(action))
    monkeypatch.setattr(helplines, "role_may", lambda actor, action: asked.append(action) or may(actor, action))
    with ask.with_one_more_on_the_team():
        for route, method in itertools.product(few, ("GET", "POST")):
            asked.clear()
            outcome = ask(route, ON_THE_TEAM, method)
            assert asked or outcome in ("no", "stale"), f"{method} {route}: {outcome}"
