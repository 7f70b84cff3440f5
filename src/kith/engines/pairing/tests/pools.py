"""Invented pools and requests by the dice, and a plan made without looking ahead to compare with."""

import random
from collections import Counter
from datetime import date, timedelta

from kith.engines.pairing import Facilitator, Request, shipped_weights
from kith.engines.pairing.pool import Together
from kith.engines.pairing.prices import FORBIDDEN, Prices
from kith.engines.pairing.stages import Taken

AGENCIES = ("council", "health", "police", "schools", "charity", "housing", "probation")
FIRST_DAY = date(2026, 12, 1)


def made(
    seed: int, requests: int, facilitators: int, *, ties: float = 0.1
) -> tuple[list[Request], list[Facilitator], dict[Together, int]]:
    """A county of 60 by 40 miles; `ties` is about how many of the pool are tied to each request."""
    dice = random.Random(seed)
    pool = [_facilitator(dice, number, facilitators) for number in range(facilitators)]
    asked = [_request(dice, number, pool, ties) for number in range(requests)]
    together = Counter(frozenset(dice.sample([one.ref for one in pool], 2)) for _ in pool) if len(pool) > 1 else {}
    return asked, pool, dict(together)


def _facilitator(dice: random.Random, number: int, of: int) -> Facilitator:
    agency = dice.choice(AGENCIES)
    return Facilitator(
        ref=f"f{number:03}",
        name=f"Facilitator {number}",
        agency=agency,
        teams=frozenset({f"{agency} {dice.randrange(max(1, of // 12))}"}),
        managers=frozenset({f"m{dice.randrange(max(1, of // 6))}"}),
        place=_place(dice),
        away=frozenset(day for day in _days(range(10)) if dice.random() < 0.3),
        led=dice.randrange(9),
        load=dice.randrange(3),
        room=dice.choice((0, 1, 2, 3, 3, 4)),
    )


def _request(dice: random.Random, number: int, pool: list[Facilitator], ties: float) -> Request:
    def some(share: float) -> list[Facilitator]:
        return [one for one in pool if dice.random() < share]

    return Request(
        ref=f"r{number:03}",
        people=frozenset({one.ref for one in some(ties / 4)} | {f"m{dice.randrange(99)}"}),
        managers=frozenset(one.ref for one in some(ties / 4)),
        teams=frozenset(team for one in some(ties / 40) for team in one.teams),
        kept_out=frozenset(one.ref for one in some(ties / 4)),
        place=_place(dice) if dice.random() < 0.95 else None,
        days=frozenset(_days(dice.sample(range(10), 3))) if dice.random() < 0.7 else frozenset(),
    )


def _place(dice: random.Random) -> tuple[float, float]:
    return dice.uniform(0, 60), dice.uniform(0, 40)


def _days(numbers: "range | list[int]") -> list[date]:
    return [FIRST_DAY + timedelta(days=number) for number in numbers]


def greedy(prices: Prices) -> Taken:
    """Each request in turn takes the pair that is best for it now, of two agencies where it can."""
    held: Counter[int] = Counter()
    taken: Taken = {}
    for row in range(len(prices.requests)):
        found = []
        for column in map(int, (prices.points[row] < FORBIDDEN).nonzero()[0]):
            who = prices.who(column)
            if all(held[one] < len(prices.steps[one]) for one in who):
                loads = sum(prices.steps[one][held[one]] for one in who)
                found.append((bool(prices.is_one_agency[column]), int(prices.points[row, column]) + loads, column))
        if found:
            taken[row] = min(found)[-1]
            held.update(prices.who(taken[row]))
    return taken


def priced(requests: list[Request], pool: list[Facilitator], together: dict[Together, int]) -> Prices:
    return Prices(
        sorted(requests, key=lambda one: one.ref), sorted(pool, key=lambda one: one.ref), together, shipped_weights()
    )
