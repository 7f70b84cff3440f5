"""What a plan promises: independence always, as many as can be served, and no better plan."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.pairing import CannotPair, Facilitator, Plan, Request, Why, alternatives, propose
from kith.engines.pairing.pool import Together
from kith.engines.pairing.tests.brute import best_of_all
from kith.engines.pairing.tests.pools import made, priced

SIZES = st.tuples(st.integers(0, 10**9), st.integers(0, 4), st.integers(0, 7), st.sampled_from([0.0, 0.1, 0.5, 1.2]))


def one(ref: str, agency: str = "", **known: object) -> Facilitator:
    return replace(Facilitator(ref=ref, name=ref.title(), agency=agency or ref), **known)  # type: ignore[arg-type]


def is_tied(person: Facilitator, request: Request) -> bool:
    """Said again in other words than the engine's, so that both would have to be wrong."""
    names_near = request.people | request.managers | request.kept_out
    return person.ref in names_near or bool(person.managers & request.people) or bool(person.teams & request.teams)


def check_rules(plan: Plan, requests: list[Request], pool: list[Facilitator]) -> None:
    by_ref, asked = {who.ref: who for who in pool}, {request.ref: request for request in requests}
    led: list[str] = []
    for proposal in plan.proposals:
        chosen, request = [by_ref[ref] for ref in proposal.facilitators], asked[proposal.request]
        assert not any(is_tied(who, request) for who in chosen)
        assert not request.days or request.days - frozenset().union(*(who.away for who in chosen))
        assert len(set(proposal.facilitators)) == len(chosen) <= 2
        assert bool(proposal.shortfall) == (len({who.agency for who in chosen}) < 2)
        led += proposal.facilitators
    assert all(led.count(ref) <= by_ref[ref].room for ref in led)


@given(SIZES)
@settings(max_examples=300)
def test_nobody_is_proposed_who_is_tied_to_the_case_and_no_better_plan_exists(size):
    seed, requests, facilitators, ties = size
    asked, pool, together = made(seed, min(requests, 3), min(facilitators, 6), ties=ties)
    plan = propose(asked, pool, together=together)
    check_rules(plan, asked, pool)
    assert plan.is_proven
    found = (plan.without_pair, plan.without_anybody, plan.one_agency, plan.points)
    assert found == (best_of_all(priced(asked, pool, together)) if asked else (0, 0, 0, 0))


@pytest.mark.long
def test_independence_is_not_broken_in_ten_thousand_random_pools():
    dice = random.Random(1)
    for seed in range(10_000):
        asked, pool, together = made(seed, dice.randint(1, 8), dice.randint(0, 14), ties=dice.choice((0.05, 0.3, 1)))
        check_rules(propose(asked, pool, together=together), asked, pool)


@given(SIZES)
@settings(max_examples=100)
def test_other_pairs_keep_the_rules_and_come_best_first(size):
    seed, requests, facilitators, ties = size
    asked, pool, together = made(seed, requests, facilitators, ties=ties)
    plan = propose(asked, pool, together=together)
    for place, proposal in enumerate(plan.proposals):
        others = alternatives(plan, proposal.request, asked, pool, together=together)
        assert proposal.facilitators not in [other.facilitators for other in others]
        ranks = [(len({_agency(pool, ref) for ref in other.facilitators}) < 2, other.points) for other in others]
        assert ranks == sorted(ranks)
        for other in others:
            swapped = replace(
                proposal, choice=other, shortfall="" if not ranks[others.index(other)][0] else "one agency"
            )
            proposals = (*plan.proposals[:place], swapped, *plan.proposals[place + 1 :])
            check_rules(replace(plan, proposals=proposals), asked, pool)


def _agency(pool: list[Facilitator], ref: str) -> str:
    return next(who.agency for who in pool if who.ref == ref)


def test_the_order_in_which_they_come_changes_nothing():
    asked, pool, together = made(7, 12, 20)
    plan = propose(asked, pool, together=together)
    assert propose(asked[::-1], pool[::-1], together=together) == plan
    assert propose(asked, pool, together=together) == plan


def test_a_large_crowd_is_proven_whether_there_is_room_for_all_or_not():
    asked, pool, together = made(9, 60, 50)
    short = propose(asked, pool, together=together)
    check_rules(short, asked, pool)
    assert short.is_proven and short.without_pair > 0
    rich = propose(asked, [replace(who, room=who.room + 2) for who in pool], together=together)
    assert rich.is_proven and rich.without_pair == 0


def test_two_of_one_agency_are_proposed_only_where_two_agencies_are_impossible():
    pool = [one("ann", "police", led=9), one("ben", "police"), one("cas", "health", led=9, place=(500.0, 0.0))]
    request = Request(ref="26", place=(0.0, 0.0))
    near = [replace(who, place=who.place or (0.0, 0.0)) for who in pool]
    assert "cas" in propose([request], near).proposals[0].facilitators
    proposal = propose([replace(request, kept_out=frozenset({"cas"}))], near).proposals[0]
    assert proposal.facilitators == ("ann", "ben")
    assert "Both are of one agency" in proposal.shortfall


def test_without_an_independent_pair_one_is_proposed_and_it_is_said():
    pool = [one("ann"), one("ben", managers=frozenset({"rowan"})), one("cas")]
    request = Request(ref="26", people=frozenset({"rowan", "cas"}))
    proposal = propose([request], pool).proposals[0]
    assert proposal.facilitators == ("ann",)
    assert proposal.shortfall.startswith("Only one is independent")
    assert [(out.facilitator, out.why) for out in proposal.left_out] == [("ben", Why.MANAGED), ("cas", Why.INVOLVED)]
    nobody = propose([replace(request, managers=frozenset({"ann"}))], pool).proposals[0]
    assert nobody.choice is None and nobody.shortfall.startswith("There is no pair")


def test_a_requester_who_manages_a_facilitator_ties_them():
    boss = Request(ref="26", people=frozenset({"rowan"}))
    pool = [one("ann", managers=frozenset({"rowan"})), one("ben"), one("cas")]
    assert propose([boss], pool).proposals[0].facilitators == ("ben", "cas")


def test_two_who_are_never_free_on_the_same_day_are_no_pair():
    first, second = date(2026, 12, 1), date(2026, 12, 2)
    pool = [one("ann", away=frozenset({first})), one("ben", away=frozenset({second}))]
    proposal = propose([Request(ref="26", days=frozenset({first, second}))], pool).proposals[0]
    assert len(proposal.facilitators) == 1 and "same day" in proposal.shortfall


def test_what_counts_is_load_experience_distance_and_earlier_times_together():
    request, here = Request(ref="26", place=(0.0, 0.0)), (0.0, 0.0)
    new, old = one("ann", led=0, place=here), one("ben", led=9, place=here)

    def chosen_beside(rival: Facilitator, together: dict[Together, int] | None = None) -> tuple[str, ...]:
        return propose([request], [new, old, rival], together=together).proposals[0].facilitators

    assert chosen_beside(one("cas", led=9, load=1, place=here)) == ("ann", "ben")
    assert chosen_beside(one("cas", led=9, place=(30.0, 0.0))) == ("ann", "ben")
    assert chosen_beside(one("cas", led=0, load=0, place=(1.0, 0.0))) == ("ann", "ben")
    assert chosen_beside(one("cas", led=9, place=here), {frozenset({"ann", "ben"}): 2}) == ("ann", "cas")


def test_every_reason_is_told_with_its_points():
    pool = [one("ann", led=9, load=1, place=(0.0, 12.0)), one("ben", led=9)]
    together = {frozenset({"ann", "ben"}): 3}
    proposal = propose([Request(ref="26", place=(0.0, 0.0))], pool, together=together).proposals[0]
    assert [(reason.words, reason.points) for reason in proposal.choice.reasons[1:]] == [
        ("Two agencies.", 0),
        ("Both are experienced; nobody learns.", 8),
        ("They have led together 3 times before.", 45),
        ("12 miles for Ann.", 12),
        ("For Ben the distance is not known.", 20),
        ("Ann holds 1 other meeting.", 18),
        ("Ben holds no other meeting.", 0),
    ]


def test_what_does_not_fit_is_refused_in_words():
    with pytest.raises(CannotPair, match="Two facilitators have the ref ann"):
        propose([], [one("ann"), one("ann")])
    with pytest.raises(CannotPair, match="fewer than none"):
        propose([], [one("ann", room=-1)])
    with pytest.raises(CannotPair, match="holds no request 27"):
        alternatives(propose([], []), "27", [], [])


def test_whoever_has_agreed_already_gets_a_second():
    pool = [one("ann", led=9), one("ben", led=9), one("cas", led=9, load=5)]
    assert propose([Request(ref="26")], pool).proposals[0].facilitators == ("ann", "ben")
    assert propose([Request(ref="26", already="cas")], pool).proposals[0].facilitators == ("ann", "cas")
    alone = propose([Request(ref="26", already="cas", kept_out=frozenset({"ann", "ben"}))], pool).proposals[0]
    assert alone.facilitators == ("cas",)
