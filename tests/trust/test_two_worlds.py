"""The master promise: a county with somebody hidden in it answers, byte for byte, like one without them."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.core.cache import cache

from kith.apps.people.models import Tie
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.hidden import hide_child, hide_relative
from tests.trust.journeys import JOURNEYS
from tests.trust.visitor import Answer, visitor

pytestmark = pytest.mark.django_db

WALKERS = {hide_relative: ("pru", "max", "fay", "ned", "tess"), hide_child: ("pru", "fay", "ned", "tess", "ada")}
Hide = Callable[[Partnership], str]
Answers = dict[str, list[Answer]]


def nothing_hidden(county: Partnership) -> str:
    return ""


def walk(hide: Hide, walkers: tuple[str, ...], journeys=JOURNEYS, also_known: dict[str, str] | None = None) -> Answers:
    """Every journey of every walker, each in a county of its own; refs of the hidden are known from the other world."""
    seen: Answers = {}
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        hide(county)
        refs = named_ties(county) | county.refs | (also_known or {})
        for walker in walkers:
            for journey in journeys:
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
    return {name: ties.get(kind, "0" * 26) for name, kind in refs.items()}


def refs_of_hidden(hide: Hide) -> dict[str, str]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        return {"hidden": hide(county), "hidden tie": named_ties(county)["hidden tie"]}


def differences(one: Answers, other: Answers) -> Iterator[str]:
    for where, answers in one.items():
        for with_hidden, without in zip(answers, other[where], strict=True):
            if with_hidden != without:
                yield f"{where}: {with_hidden.asked}: {described(with_hidden, without)}"


def described(one: Answer, two: Answer) -> str:
    """The first place where two answers part."""
    if one.status != two.status:
        return f"status {one.status} or {two.status}"
    if one.body == two.body:
        return f"headers {set(one.headers) ^ set(two.headers)}, cookies {set(one.cookies) ^ set(two.cookies)}"
    place = next((n for n, (a, b) in enumerate(zip(one.body, two.body, strict=False)) if a != b), 0)
    return f"...{one.body[max(0, place - 60) : place + 60]!r} or ...{two.body[max(0, place - 60) : place + 60]!r}"


def compare(hide: Hide, walkers: tuple[str, ...], journeys=JOURNEYS) -> list[str]:
    known = refs_of_hidden(hide)
    return list(differences(walk(hide, walkers, journeys, known), walk(nothing_hidden, walkers, journeys, known)))


@pytest.mark.parametrize("hide", WALKERS)
def test_nobody_can_tell_whether_somebody_is_hidden(hide):
    found = compare(hide, WALKERS[hide])
    assert not found, "\n".join(found)
