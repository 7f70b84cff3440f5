"""`decide`, `visible` and `who_can` agree with each other and with a model written without a query."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.apps.access.actions import installed
from kith.apps.access.queries import decide, visible, who_can
from kith.apps.people.models import Person
from kith.testing.factories import rolled_back
from tests.trust.access.reference_model import NEEDS, may
from tests.trust.access.small_worlds import World, actor_in, build, worlds

pytestmark = pytest.mark.django_db

ASKED = [action for action in installed() if action.name in NEEDS]
EXAMPLES = max(150, settings().max_examples)
searching = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])


def test_the_model_knows_the_actions_it_is_asked_about():
    assert {action.name: int(action.needs) for action in ASKED} == NEEDS


def expected(world: World, action: str) -> set[tuple[int, int]]:
    return {
        (w, s)
        for w, who in enumerate(world.workers)
        for s, about in enumerate(world.subjects)
        if may((w, who), action, (s, about), list(world.involved), world.london_day)
    }


def answers(world: World, action) -> list[set[tuple[int, int]]]:
    """Every (worker, subject) that each of the three questions says yes to."""
    made, now = build(world), world.moment
    actors = {w: actor_in(made, w, now) for w in range(len(world.workers))}
    refs = {s: made.refs[f"child-{s}"] for s in range(len(world.subjects))}
    numbers = {made.loaded.workers[f"worker-{w}"]: w for w in actors}
    subjects = {made.subject_ids[f"child-{s}"]: s for s in refs}
    decided = {(w, s) for w, a in actors.items() for s, ref in refs.items() if decide(a, action, ref, now=now).allowed}
    listed = {
        (w, subjects[row.subject_id])
        for w, actor in actors.items()
        for row in visible(actor, action, Person.objects.all(), now=now)
    }
    named = {(numbers[actor.id], s) for s, ref in refs.items() for actor in who_can(action, ref, now=now)}
    return [decided, listed, named]


@searching
@given(world=worlds(), action=st.sampled_from(ASKED))
def test_all_three_agree_with_the_model(world, action):
    with rolled_back():
        decided, listed, named = answers(world, action)
    assert decided == listed == named == expected(world, action.name)


@st.composite
def worlds_with_one_fact_less(draw: st.DrawFn) -> tuple[World, World]:
    """P1 needs a pair: the second has lost an involvement, a place in a circle, or a time in a team."""
    world = draw(worlds())
    match draw(st.sampled_from(("involvement", "circle", "team"))):
        case "involvement":
            gone = draw(st.integers(0, len(world.involved) - 1))
            less = replace(world, involved=world.involved[:gone] + world.involved[gone + 1 :])
        case "circle":
            less = replace(world, subjects=(replace(world.subjects[0], centres=frozenset()), *world.subjects[1:]))
        case _:
            less = replace(world, workers=(replace(world.workers[0], team=None), *world.workers[1:]))
    return world, less


@settings(searching, max_examples=EXAMPLES // 5)
@given(pair=worlds_with_one_fact_less(), action=st.sampled_from(ASKED))
def test_taking_a_fact_away_never_opens_anything(pair, action):
    """P1."""
    world, less = pair
    with rolled_back():
        before = answers(world, action)
    with rolled_back():
        after = answers(less, action)
    assert all(later <= earlier for earlier, later in zip(before, after, strict=True))


@settings(searching, max_examples=EXAMPLES // 5)
@given(world=worlds(), action=st.sampled_from(ASKED), more=st.integers(1, 3))
def test_more_sensitive_is_never_more_open(world, action, more):
    """P2 for the only denial there is until seals are: raising a record's sensitivity opens it to nobody."""
    first = replace(world.subjects[0], sensitivity=min(3, world.subjects[0].sensitivity + more))
    with rolled_back():
        before = answers(world, action)
    with rolled_back():
        after = answers(replace(world, subjects=(first, *world.subjects[1:])), action)
    assert all(later <= earlier for earlier, later in zip(before, after, strict=True))
