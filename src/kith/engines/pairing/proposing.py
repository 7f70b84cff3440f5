"""Two facilitators for every open request at once, and other pairs for one of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kith.engines.pairing.independence import why_not
from kith.engines.pairing.plans import Choice, LeftOut, Plan, Proposal
from kith.engines.pairing.pool import CannotPair, Facilitator, Request, Together, checked
from kith.engines.pairing.prices import FORBIDDEN, Prices
from kith.engines.pairing.reasons import load_points, reasons_for
from kith.engines.pairing.stages import Taken, last_stage
from kith.engines.pairing.weights import Weights, shipped_weights

NO_PAIR = "There is no pair: fewer than two are independent of this network and free."
ONE_ONLY = "Only one is independent of this network and free, so a second has to be found."
NO_DAY = "There is no pair: no two who are independent are free on the same day."
NO_ROOM = "A pair would be independent, but those who could lead are needed for other requests."
ONE_TAKEN = "The only one who could lead is needed for other requests."
ONE_AGENCY = "Both are of one agency, because no two of different agencies could be found."


def propose(
    requests: Sequence[Request],
    pool: Sequence[Facilitator],
    *,
    together: Mapping[Together, int] | None = None,
    weights: Weights | None = None,
) -> Plan:
    """The best two for each request, all weighed at once.

    Shapes: requests and pool in any order, the same answer for each order; `together` counts how often two have led
    together. Points are whole; distances are in miles. Nobody is proposed who is tied to the case, who is away on
    every day named, or for more meetings than they have room for. As many requests as possible get a pair, as many of
    those as possible from two agencies, and then the points are least: see Plan for the proof. A request
    for which no pair is possible at all gets one facilitator where one is free, and says so.
    Raises CannotPair where a ref stands twice. Source: the domain handbook, section 6.1.

    >>> pool = [
    ...     Facilitator(ref="ab", name="Anaya", agency="health", led=0),
    ...     Facilitator(ref="dv", name="Dana", agency="police", led=6),
    ...     Facilitator(ref="tm", name="Tom", agency="police", led=9),
    ... ]
    >>> plan = propose([Request(ref="26", people=frozenset({"tm"}))], pool)
    >>> plan.proposals[0].facilitators, plan.is_proven
    (('ab', 'dv'), True)
    >>> [one.words for one in plan.proposals[0].choice.reasons][1:3]
    ['Two agencies.', 'New with experienced.']
    >>> plan.proposals[0].left_out[0].why.value
    'works with this network'
    """
    checked(requests, pool)
    prices = _prices(requests, pool, together, weights)
    if not prices.requests:
        return Plan(proposals=())
    taken, bound, is_proven = _solved(prices)
    drawing = _Drawing(prices, taken)
    empty = [row for row in range(len(prices.requests)) if row not in taken]
    return Plan(
        proposals=tuple(drawing.proposal(row) for row in range(len(prices.requests))),
        without_pair=sum(bool(prices.has_pair[row]) for row in empty),
        without_anybody=sum(bool(prices.free[row].any() and not prices.has_pair[row]) for row in empty),
        one_agency=sum(drawing.is_one_agency(row) for row in taken),
        points=drawing.points,
        bound=bound,
        is_first_proven=is_proven,
    )


def alternatives(
    plan: Plan,
    request: str,
    requests: Sequence[Request],
    pool: Sequence[Facilitator],
    *,
    together: Mapping[Together, int] | None = None,
    weights: Weights | None = None,
    at_most: int = 5,
) -> tuple[Choice, ...]:
    """Other pairs for one request while all other proposals stay, the best first; they keep every rule.

    Pairs of one agency come after all pairs of two. The pair proposed is not among them.
    Raises CannotPair where the plan holds no such request.

    >>> pool = [Facilitator(ref=ref, name=ref, agency=ref) for ref in ("a", "b", "c")]
    >>> plan = propose([Request(ref="26")], pool)
    >>> len(alternatives(plan, "26", [Request(ref="26")], pool))
    2
    """
    prices = _prices(requests, pool, together, weights)
    row = next((row for row, one in enumerate(prices.requests) if one.ref == request), None)
    if row is None or row >= len(plan.proposals) or plan.proposals[row].request != request:
        raise CannotPair(f"The plan holds no request {request}.")
    return _Drawing(prices, _taken(plan, prices)).others(row, at_most)


def _prices(
    requests: Sequence[Request],
    pool: Sequence[Facilitator],
    together: Mapping[Together, int] | None,
    weights: Weights | None,
) -> Prices:
    """In the order of refs, so that the order in which they came changes nothing."""
    by_ref = sorted(requests, key=lambda one: one.ref), sorted(pool, key=lambda one: one.ref)
    return Prices(*by_ref, together or {}, weights or shipped_weights())


def _solved(prices: Prices) -> tuple[Taken, int, bool]:
    """The one adapter to the solver, which needs scipy, and that takes a second to load."""
    from kith.engines.pairing.programme import solve  # noqa: PLC0415

    solved = solve(prices)
    return solved.taken, solved.bound, solved.is_proven


def _taken(plan: Plan, prices: Prices) -> Taken:
    return {
        row: prices.column(proposal.facilitators)
        for row, proposal in enumerate(plan.proposals)
        if proposal.facilitators
    }


@dataclass(frozen=True)
class _Drawing:
    """A plan in rows and columns, told in words."""

    prices: Prices
    taken: Taken

    @property
    def points(self) -> int:
        return last_stage(self.prices, ()).cost_of(self.taken)

    def is_one_agency(self, row: int) -> bool:
        return bool(self.prices.is_one_agency[self.taken[row]])

    def proposal(self, row: int) -> Proposal:
        request = self.prices.requests[row]
        out = ((one.ref, why_not(one, request)) for one in self.prices.pool)
        return Proposal(
            request=request.ref,
            choice=self.choice(row, self.taken[row]) if row in self.taken else None,
            shortfall=self._shortfall(row),
            left_out=tuple(LeftOut(ref, why) for ref, why in out if why is not None),
        )

    def choice(self, row: int, column: int) -> Choice:
        prices, more = self.prices, self._more(row)
        chosen = tuple(prices.pool[place] for place in prices.who(column))
        refs = tuple(one.ref for one in chosen)
        return Choice(
            facilitators=refs,
            points=self._points(row, column, more),
            reasons=reasons_for(
                chosen,
                prices.requests[row],
                prices.weights,
                times=prices.together.get(frozenset(refs), 0),
                more=more,
            ),
        )

    def others(self, row: int, at_most: int) -> tuple[Choice, ...]:
        """Those of two agencies first, then by points, then by ref."""
        prices, more = self.prices, self._more(row)
        has_room = [more[one.ref] < one.room for one in prices.pool]
        open_columns = (prices.points[row] < FORBIDDEN).nonzero()[0]
        columns = [
            column
            for column in map(int, open_columns)
            if column != self.taken.get(row) and all(has_room[who] for who in prices.who(column))
        ]
        columns.sort(key=lambda column: (prices.is_one_agency[column], self._points(row, column, more), column))
        return tuple(self.choice(row, column) for column in columns[:at_most])

    def _points(self, row: int, column: int, more: Counter[str]) -> int:
        chosen = (self.prices.pool[who] for who in self.prices.who(column))
        loads = sum(load_points(one, self.prices.weights, more[one.ref]) for one in chosen)
        return int(self.prices.points[row, column]) + loads

    def _more(self, row: int) -> Counter[str]:
        """For how many other requests each is proposed."""
        others = (column for other, column in self.taken.items() if other != row)
        return Counter(self.prices.pool[who].ref for column in others for who in self.prices.who(column))

    def _shortfall(self, row: int) -> str:
        if row in self.taken and self.prices.is_two[self.taken[row]]:
            return ONE_AGENCY if self.is_one_agency(row) else ""
        if self.prices.has_pair[row]:
            return NO_ROOM
        free = int(self.prices.free[row].sum())
        if row in self.taken:
            return ONE_ONLY if free == 1 else f"{NO_DAY} One alone is proposed."
        return NO_PAIR if free == 0 else ONE_TAKEN
