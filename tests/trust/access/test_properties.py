"""What no fact may ever do: the properties P1 to P14 as far as the rules themselves hold them.

Which test holds which property is told in the README beside `tests/trust`.
"""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.access.queries import Cut, NothingHere, OnlyKnown, decide, require
from kith.apps.access.rules import AGENCY_KNOWS, NOT_YOUR_PART, NOTHING_HERE, SOMEBODY_KNOWS
from kith.apps.audit.models import AuditRow
from kith.testing.factories import rolled_back
from tests.trust.access import worlds as plain
from tests.trust.access.answers import ACTIONS, decided, listed, reach_expected, reached
from tests.trust.access.profiles import searching
from tests.trust.access.small_worlds import Facts, asked_worlds, at_home, facts_about
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Fact, Question, World

pytestmark = pytest.mark.django_db

OPENING = (plain.Involvement, plain.Member, plain.Share, plain.Task, plain.Look)
SPARE_SEAL = 9  # a number that no drawn seal has


@st.composite
def worlds_and_more(draw: st.DrawFn, fact: Callable[[Facts], st.SearchStrategy[Fact]]) -> tuple[World, Question, Fact]:
    """A world and one more fact for it."""
    world, asked = draw(asked_worlds())
    return world, asked, at_home(draw(fact(facts_about(asked.now))), world.workers)


def outcomes(world: World, asked: Question, change: Callable[[Standing], object]) -> tuple[dict, dict]:
    """How far everybody reached before a change and after it, each as the model says (P14: at the next question)."""
    with rolled_back():
        standing = Standing(world)
        before = reached(standing, asked)
        assert before == reach_expected(standing.world, asked)
        change(standing)
        after = reached(standing, asked)
        assert after == reach_expected(standing.world, asked)
    return before, after


def raised(before: dict, after: dict) -> set[tuple[int, int]]:
    return {pair for pair in before if after[pair][0] > before[pair][0]}


@searching(at_the_gate=140)
@given(asked_world=asked_worlds(), which=st.integers(0, 20))
def test_p1_p14_taking_away_what_opens_raises_nobody_and_is_felt_at_once(asked_world, which):
    world, asked = asked_world
    opening = [fact for fact in world.facts if isinstance(fact, OPENING)]
    if opening:
        before, after = outcomes(world, asked, lambda it: it.take_away(opening[which % len(opening)]))
        assert not raised(before, after)


@searching(at_the_gate=60)
@given(asked_world=asked_worlds(), which=st.integers(0, 2))
def test_p1_leaving_a_circle_raises_nobody_who_has_no_conflict(asked_world, which):
    """A circle carries conflicts too, so whoever has one may reach more without it."""
    world, asked = asked_world
    near = [(centre, n) for n, s in enumerate(world.subjects) for centre in s.centres]
    if near:
        centre, member = near[which % len(near)]
        before, after = outcomes(world, asked, lambda it: it.leave_circle(centre=centre, member=member))
        assert {w for w, _ in raised(before, after)} <= {c.worker for c in world.of(plain.Conflict)}


@searching(at_the_gate=100)
@given(found=worlds_and_more(lambda facts: facts.seal(SPARE_SEAL)), subject=st.integers(0, 2), reader=st.integers(0, 2))
def test_p2_a_seal_raises_nobody_and_changes_nothing_for_its_list(found, subject, reader):
    world, asked, seal = found
    scope, on_list = plain.Scope(SPARE_SEAL, subject), plain.Reader(SPARE_SEAL, reader, asked.now)
    before, after = outcomes(world, asked, lambda it: it.add(seal, scope, on_list))
    assert not raised(before, after)
    assert {pair for pair in before if before[pair] != after[pair]} <= {(w, subject) for w in (0, 1, 2) if w != reader}


@searching(at_the_gate=60)
@given(found=worlds_and_more(lambda facts: facts.conflict()))
def test_p2_a_conflict_raises_nobody(found):
    world, asked, conflict = found
    before, after = outcomes(world, asked, lambda it: it.add(conflict))
    assert not raised(before, after)
    assert {w for (w, s) in before if before[w, s] != after[w, s]} <= {conflict.worker}


@searching(at_the_gate=50)
@given(asked_world=asked_worlds(), subject=st.integers(0, 2), to=st.integers(0, 3))
def test_p2_more_sensitive_is_never_more_open(asked_world, subject, to):
    world, asked = asked_world
    more = max(to, world.subjects[subject].sensitivity)
    before, after = outcomes(world, asked, lambda it: it.change_subject(subject, sensitivity=more))
    assert not raised(before, after)


@searching(at_the_gate=80)
@given(found=worlds_and_more(lambda facts: facts.share()))
def test_p3_a_share_moves_nobody_outside_the_agency_that_received_it(found):
    """Nor does it pass READ, so that nothing received can be passed on or taken out."""
    world, asked, share = found
    before, after = outcomes(world, asked, lambda it: it.add(share))
    moved = {pair for pair in before if before[pair] != after[pair]}
    assert {world.workers[w].agency for w, _ in moved} <= {share.receiver}
    assert all(after[pair][0] <= 3 for pair in moved)


@searching(at_the_gate=80)
@given(asked_world=asked_worlds(), worker=st.integers(0, 2))
def test_p4_p5_the_cut_closes_the_records_that_the_rules_close(asked_world, worker):
    """Of subjects that are open, the cut leaves out just those records for which the rules say no."""
    world, asked = asked_world
    with rolled_back():
        standing = Standing(world)
        for action in (ACTIONS["people.read"], ACTIONS["people.change"]):
            actor = standing.actors(asked.day)[worker]
            cut = Cut(actor, action, now=asked.now)
            for s, record in records_of_open_subjects(standing, action, worker, asked):
                about = Question(asked.now, asked.kind, asked.purpose, record)
                is_open = decided(standing, action, about, [(worker, s)])[worker, s][0]
                assert (record in cut.closed_records([record])) == (not is_open), (action.name, s, record)


def records_of_open_subjects(standing: Standing, action, worker: int, asked: Question) -> list[tuple[int, str]]:
    """Each sealed record belongs to the first subject that its scopes name."""
    owners: dict[str, int] = {}
    reached = listed(standing, action, asked, worker)
    for scope in standing.world.of(plain.Scope):
        if scope.record:
            owners.setdefault(scope.record, scope.subject)
    return [(s, record) for record, s in owners.items() if (worker, s) in reached]


@searching(at_the_gate=50)
@given(asked_world=asked_worlds(), worker=st.integers(0, 2))
def test_p4_the_cut_by_kinds_is_the_list_of_that_kind(asked_world, worker):
    world, asked = asked_world
    about = Question(asked.now, asked.kind)
    with rolled_back():
        standing = Standing(world)
        action = ACTIONS["people.read"]
        anything = {s for _, s in listed(standing, action, Question(asked.now), worker)}
        cut = Cut(standing.actors(asked.day)[worker], action, now=asked.now)
        kept = cut.subjects(asked.kind, [standing.subjects[s] for s in anything])
        wanted = {s for _, s in listed(standing, action, about, worker)}
        assert kept == {standing.subjects[s] for s in anything & wanted}


@searching(at_the_gate=60)
@given(asked_world=asked_worlds())
def test_p7_p10_what_one_may_not_know_is_told_in_the_words_for_nobody_at_all(asked_world):
    """And what one may only know of is told in words without a name, a number or a date."""
    world, asked = asked_world
    with rolled_back():
        standing = Standing(world)
        actors = standing.actors(asked.day)
        for (w, s), (level, _) in reach_expected(world, asked).items():
            answer = decide(actors[w], ACTIONS["people.change"], standing.ref(s), now=asked.now, purpose=asked.purpose)
            if asked.kind == "person" and level == 0:
                assert (answer.allowed, answer.because) == (False, NOTHING_HERE)
            if asked.kind == "person" and level in (1, 2):
                assert answer.because in (SOMEBODY_KNOWS, AGENCY_KNOWS, NOT_YOUR_PART)


@searching(at_the_gate=40)
@given(asked_world=asked_worlds(), worker=st.integers(0, 2), subject=st.integers(0, 2))
def test_p8_every_refusal_stands_on_record_and_says_no_more_than_the_level(asked_world, worker, subject):
    world, asked = asked_world
    with rolled_back():
        standing = Standing(world)
        actor, already = standing.actors(asked.day)[worker], AuditRow.objects.count()
        about = Question(asked.now, "person", asked.purpose)
        answer = decided(standing, ACTIONS["people.read"], about, [(worker, subject)])[worker, subject]
        said = None
        try:
            require(actor, ACTIONS["people.read"], standing.ref(subject), now=asked.now, purpose=asked.purpose)
        except NothingHere as refusal:
            said = refusal
        assert AuditRow.objects.count() - already == (said is not None) == (not answer[0])
        assert isinstance(said, OnlyKnown) == (not answer[0] and answer[1] > 0)


@searching(at_the_gate=80)
@given(found=worlds_and_more(lambda facts: facts.look()))
def test_p9_an_emergency_look_opens_one_person_to_one_worker_to_be_read(found):
    world, asked, look = found
    before, after = outcomes(world, asked, lambda it: it.add(look))
    moved = {pair for pair in before if before[pair] != after[pair]}
    assert moved <= {(look.worker, look.subject)}
    assert all(0 < before[pair][0] < 3 and after[pair] == (3, "R6") for pair in moved)
    assert look.since <= asked.now < look.until or not moved


@searching(at_the_gate=50)
@given(asked_world=asked_worlds())
def test_p11_what_may_be_taken_out_may_be_opened_and_what_may_be_opened_may_be_found(asked_world):
    world, asked = asked_world
    with rolled_back():
        standing = Standing(world)
        lists = [listed(standing, ACTIONS[name], asked) for name in FROM_MOST_TO_LEAST]
    assert all(narrow <= wide for narrow, wide in pairwise(lists))


FROM_MOST_TO_LEAST = ("networks.export", "people.read", "people.find", "people.know")
