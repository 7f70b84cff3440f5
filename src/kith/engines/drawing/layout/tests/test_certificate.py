"""A certificate never promises more than every possible order keeps."""

from itertools import permutations, product
from math import factorial, prod

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kith.engines.drawing.layout import Spacing, Wishes, layout
from kith.engines.drawing.layout.ordering.objective import crossings
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.proof.crossing import least_crossings
from kith.engines.drawing.layout.proof.standing_apart import least_apart
from kith.engines.drawing.layout.tests.racks import largest_rack
from kith.engines.drawing.layout.tests.test_rules import family, union
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Certificate
from kith.engines.drawing.tests.families import random_family
from kith.engines.drawing.tests.measuring import rooms

CROSSED = family(
    union("a", ("m1", "d1"), ("x1", "y1")), union("b", ("m2", "d2"), ("x2", "y2")),
    union("c", ("m3", "d3"), ("x3", "y3")), union("d", ("x1", "x2")),
    union("e", ("y2", "x3")), union("f", ("y1", "y3")),
)  # fmt: skip


def together(order: Order) -> bool:
    return all(abs(order.place[a] - order.place[b]) == 1 for a, b in order.rack.couples)


def every_order(rack: Rack) -> list[Order]:
    orders = (Order(rack, rows) for rows in product(*(permutations(slots) for slots in rack.members())))
    return [order for order in orders if together(order)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 100_000))
def test_no_order_has_fewer_crossings_than_are_certified(seed: int) -> None:
    rack = largest_rack(random_family(seed, 2, 2))
    assume(prod(factorial(len(slots)) for slots in rack.members()) < 800)
    fewest = min((crossings(order) for order in every_order(rack)), default=0)
    assert least_crossings(rack) <= fewest


def test_three_couples_married_in_a_ring_cross_once_at_least() -> None:
    certificate = certified(CROSSED)
    assert certificate.least_crossings == certificate.crossings > 0
    assert certificate.is_best


def test_couples_that_must_stand_apart_are_counted() -> None:
    assert least_apart({(0, n): 1 for n in range(1, 5)}) == 2
    assert least_apart({(0, 1): 1, (1, 2): 1, (2, 3): 1, (0, 3): 2}) == 1
    assert least_apart({}) == 0


def test_somebody_with_three_partners_is_certified() -> None:
    star = family(*(union(f"u{n}", ("hub", f"p{n}"), (f"c{n}",)) for n in range(3)))
    assert certified(star) == Certificate(apart=1, least_apart=1, crossings=0, least_crossings=0)


def test_a_drawing_without_crossings_is_proved_best_whatever_its_size() -> None:
    many = family(union("u", ("mum", "dad"), tuple(f"c{n}" for n in range(60))))
    assert certified(many).is_best


def certified(network: Network) -> Certificate:
    found = layout(network, rooms(network), style=Spacing(), wishes=Wishes(is_certified=True)).certificate
    assert found
    return found
