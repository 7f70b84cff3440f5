"""Why a pair, in plain sentences with their points."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kith.engines.pairing.pool import Facilitator, Place, Request
from kith.engines.pairing.weights import Weights

NOT_KNOWN = "the distance is not known"


@dataclass(frozen=True, slots=True)
class Reason:
    """`kind` names what was weighed; `points` is what it costs, 0 where nothing speaks against the pair."""

    kind: str
    words: str
    points: int = 0

    @property
    def is_good(self) -> bool:
        return self.points == 0


def miles(a: Place | None, b: Place | None) -> int | None:
    """Whole miles as the crow flies; nothing where a place is not known.

    >>> miles((0.0, 0.0), (3.0, 4.0)), miles(None, (3.0, 4.0))
    (5, None)
    """
    if a is None or b is None:
        return None
    return round(math.dist(a, b))


def distance_points(one: Facilitator, request: Request, weights: Weights) -> int:
    """Without the request's place nobody is nearer than anybody else."""
    if request.place is None:
        return 0
    way = miles(one.place, request.place)
    return weights.per_mile * (weights.unknown_miles if way is None else way)


def experience_points(a: Facilitator, b: Facilitator, weights: Weights) -> int:
    new = sum(one.led < weights.experienced_from for one in (a, b))
    return (weights.both_experienced, 0, weights.both_new)[new]


def again_points(times: int, weights: Weights) -> int:
    return weights.again_together * min(times, weights.again_at_most)


def load_points(one: Facilitator, weights: Weights, more: int = 0) -> int:
    """What one meeting more costs somebody who holds `load` and is proposed for `more` others.

    >>> from kith.engines.pairing import shipped_weights
    >>> dana = Facilitator(ref="dana", name="Dana", agency="police")
    >>> [load_points(dana, shipped_weights(), more) for more in range(3)]
    [6, 18, 30]
    """
    return weights.load_step * (2 * (one.load + more) + 1)


def reasons_for(
    chosen: tuple[Facilitator, ...], request: Request, weights: Weights, *, times: int, more: dict[str, int]
) -> tuple[Reason, ...]:
    """`times` that they led together before; `more` is what each is proposed for besides this request."""
    return tuple(_reasons(chosen, request, weights, times=times, more=more))


def _reasons(
    chosen: tuple[Facilitator, ...], request: Request, weights: Weights, *, times: int, more: dict[str, int]
) -> Iterator[Reason]:
    yield Reason("independent", _independent(len(chosen)))
    if len(chosen) == 2:
        a, b = chosen
        same = a.agency == b.agency
        yield Reason("agencies", "Both are of one agency." if same else "Two agencies.", int(same))
        yield _experience(a, b, weights)
        yield Reason("together", _together(times), again_points(times, weights))
    if request.place is not None:
        for one in chosen:
            yield Reason("distance", _way(one, request), distance_points(one, request, weights))
    for one in chosen:
        holds = one.load + more.get(one.ref, 0)
        yield Reason("load", _load(one, holds), load_points(one, weights, more.get(one.ref, 0)) if holds else 0)


def _independent(count: int) -> str:
    who = "Neither works with, manages or is" if count == 2 else "Does not work with or manage, and is not"
    return f"Independent. {who} managed by anybody in this network, as far as Kith knows."


def _experience(a: Facilitator, b: Facilitator, weights: Weights) -> Reason:
    points = experience_points(a, b, weights)
    both_new = max(a.led, b.led) < weights.experienced_from
    if min(a.led, b.led) < weights.experienced_from and not both_new:
        return Reason("experience", "New with experienced.", points)
    return Reason("experience", "Both are new." if both_new else "Both are experienced; nobody learns.", points)


def _together(times: int) -> str:
    if times == 0:
        return "They have not led together before."
    return "They have led together once before." if times == 1 else f"They have led together {times} times before."


def _way(one: Facilitator, request: Request) -> str:
    way = miles(one.place, request.place)
    if way is None:
        return f"For {one.name} {NOT_KNOWN}."
    return f"{way} {'mile' if way == 1 else 'miles'} for {one.name}."


def _load(one: Facilitator, holds: int) -> str:
    if holds == 0:
        return f"{one.name} holds no other meeting."
    return f"{one.name} holds {holds} other {'meeting' if holds == 1 else 'meetings'}."
