"""The master promise: a county with somebody hidden in it answers, byte for byte, like one without them."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from kith.apps.access import decisions
from kith.apps.access import queries as access_queries
from kith.apps.access.models import Subject
from kith.apps.people.models import Person, Tie
from kith.apps.people.rules import CannotAddTie
from kith.apps.people.services import ties
from kith.apps.people.unions import TieFact
from kith.testing.factories import NOW, Partnership, rolled_back
from kith.web.middleware import PlainHeaders
from tests.trust import journeys
from tests.trust.county import build_county
from tests.trust.crawling import NOBODY
from tests.trust.hidden import hide_child, hide_relative
from tests.trust.journeys import JOURNEYS, Journey
from tests.trust.visitor import Answer, visitor

pytestmark = pytest.mark.django_db

WALKERS = {hide_relative: ("pru", "max", "fay", "tess"), hide_child: ("pru", "fay", "ned", "ada")}
Hide = Callable[[Partnership], str]
Answers = dict[str, list[Answer]]
Scripts = tuple[Journey, ...]


def nothing_hidden(county: Partnership) -> str:
    return ""


def walk(hide: Hide, walkers: tuple[str, ...], scripts: Scripts, also_known: dict[str, str] | None = None) -> Answers:
    """Every journey of every walker, each in a county of its own; refs of the hidden are known from the other world."""
    seen: Answers = {}
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        hide(county)
        refs = named_ties(county) | county.refs | (also_known or {})
        for walker in walkers:
            for journey in scripts:
                with rolled_back(f"{walker} {journey.__name__}"):
                    cache.clear()
                    browser = visitor(walker)
                    journey(browser, refs)
                    seen[f"{walker} {journey.__name__}"] = browser.answers
    return seen


def named_ties(county: Partnership) -> dict[str, str]:
    """A tie that everybody on the team sees, and one that is the hidden one's own."""
    refs = {"visible tie": "in_conflict", "hidden tie": "harm"}
    ties = {tie.kind: tie.ref for tie in Tie.objects.filter(kind__in=refs.values())}
    return {name: ties.get(kind, NOBODY) for name, kind in refs.items()}


def refs_of_hidden(hide: Hide) -> dict[str, str]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        hidden = hide(county)
        return {"hidden": hidden, "hidden fact": county.refs.get("hidden fact", NOBODY)} | {
            "hidden tie": named_ties(county)["hidden tie"]
        }


def differences(one: Answers, other: Answers) -> Iterator[str]:
    for where, answers in one.items():
        for with_hidden, without in zip_longest(answers, other[where]):
            if with_hidden is None or without is None:
                yield f"{where}: one world answers more often"
            elif with_hidden != without:
                yield f"{where}: {with_hidden.asked}: {described(with_hidden, without)}"


def described(one: Answer, two: Answer) -> str:
    """The first place where two answers part."""
    if one.status != two.status:
        return f"status {one.status} or {two.status}"
    if one.body == two.body:
        return f"headers {set(one.headers) ^ set(two.headers)}, cookies {set(one.cookies) ^ set(two.cookies)}"
    place = next((n for n, (a, b) in enumerate(zip(one.body, two.body, strict=False)) if a != b), 0)
    return f"...{one.body[max(0, place - 60) : place + 60]!r} or ...{two.body[max(0, place - 60) : place + 60]!r}"


def compare(hide: Hide, walkers: tuple[str, ...], scripts: Scripts = JOURNEYS) -> list[str]:
    known = refs_of_hidden(hide)
    return list(differences(walk(hide, walkers, scripts, known), walk(nothing_hidden, walkers, scripts, known)))


@pytest.mark.parametrize("hide", WALKERS)
def test_nobody_can_tell_whether_somebody_is_hidden(hide):
    found = compare(hide, WALKERS[hide])
    assert not found, "\n".join(found)


def test_there_are_enough_journeys_and_they_arrive():
    """At least twelve, and the worker on the team sees pages and changes things in them."""
    seen = walk(hide_relative, ("pru",), JOURNEYS)
    statuses = {journey: [answer.status for answer in answers] for journey, answers in seen.items()}
    assert len(statuses) >= 12
    assert all(status < 500 for journey in statuses.values() for status in journey), statuses
    for journey in ("adding_relatives", "adding_a_home", "acting_on_ties", "taking_out_and_putting_back"):
        assert 302 in statuses[f"pru {journey}"], journey


def without_clearance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "subjects_matching", lambda condition, clearance: Subject.objects.filter(condition))


def with_a_telling_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(actor: object, tie: TieFact, keys: dict[str, int], **_: object) -> None:
        if Tie.objects.filter(kind=tie.kind, a=keys[tie.a], b=keys[tie.b]).exists():
            raise CannotAddTie("That tie is already there.")

    monkeypatch.setattr(ties, "_refuse_twice", refuse)


def with_a_counting_header(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PlainHeaders.__call__

    def counting(self: PlainHeaders, request: HttpRequest) -> HttpResponse:
        response = plain(self, request)
        response["X-People"] = str(Person.objects.count())
        return response

    monkeypatch.setattr(PlainHeaders, "__call__", counting)


def with_another_page_for_the_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "You may not" instead of "nothing here"."""

    def decide(actor, action, ref, **_):
        if Subject.objects.filter(ref=ref, sensitivity=3).exists():
            raise PermissionDenied
        return decisions.decide(actor, action, ref, now=NOW)

    monkeypatch.setattr(access_queries, "decide", decide)


LEAKS = {
    "a list that is not cut": (without_clearance, hide_relative, "pru", journeys.looking_at_mina_in_every_form),
    "a search that is not cut": (without_clearance, hide_child, "fay", journeys.finding_with_many_words),
    "a refusal that tells": (with_a_telling_refusal, hide_relative, "pru", journeys.repeating_what_may_be_there),
    "a count in a header": (with_a_counting_header, hide_child, "ada", journeys.going_astray),
    "a status that tells": (with_another_page_for_the_hidden, hide_child, "ned", journeys.guessing_refs),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(monkeypatch, leak):
    plant, hide, walker, journey = LEAKS[leak]
    assert not compare(hide, (walker,), (journey,))
    plant(monkeypatch)
    assert compare(hide, (walker,), (journey,))
