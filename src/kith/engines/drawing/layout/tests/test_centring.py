"""Where there is not room for all, few are given up, the others have room, and small changes only help."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.drawing.layout.centring import Centring, given_up
from kith.engines.drawing.layout.easing import ease
from kith.engines.drawing.layout.ordering.objective import Weights, weigh
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.standing import stand
from kith.engines.drawing.layout.programme import Programme
from kith.engines.drawing.layout.rooms import Rooms
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.layout.tests.racks import largest_rack, shuffled
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Size
from kith.engines.drawing.tests.families import families

_networks = families().filter(lambda network: len(network.persons) > 1)


def centred(order: Order) -> Centring:
    sizes = [Size(80, 70)] * order.rack.people
    standing = stand(order)
    return Centring(standing, Rooms(standing, sizes, Spacing()))


@settings(max_examples=25, deadline=None)
@given(_networks, st.integers(0, 1000))
def test_whoever_is_not_given_up_has_room_and_nobody_is_given_up_for_nothing(network: Network, seed: int) -> None:
    centring = centred(shuffled(largest_rack(network), seed))
    lost = given_up(centring)
    assert not centring.missed(lost)
    assert all(centring.missed(lost - {one}) for one in lost)
    assert len(given_up(centring, again=(1, 2, 3))) <= len(lost)


@settings(max_examples=15, deadline=None)
@given(_networks, st.integers(0, 1000))
def test_easing_loses_no_person_and_wins_a_sibship_for_at_most_three_crossings(network: Network, seed: int) -> None:
    first = shuffled(largest_rack(network), seed)
    lost = given_up(centred(first))
    eased, still = ease(first, lost, centred, weights=Weights(), tries=range(60))
    assert [sorted(row) for row in eased.rows] == first.rack.members()
    assert still <= lost and not centred(eased).missed(still)
    assert weigh(eased, Weights()) <= weigh(first, Weights()) + 3 * (len(lost) - len(still)) + 1e-9


def test_a_wish_of_another_weight_is_solved_as_if_it_had_been_so_from_the_first() -> None:
    programme = Programme(1)
    programme.at_most({0: -1.0}, 0.0)
    programme.wish_equal({0: 1.0}, 10.0, weight=2.0)
    wish = programme.wish_at_most({0: 1.0}, 3.0, weight=1.0)
    assert round(programme.solve()[0], 3) == 10
    programme.reprice(wish, 5.0)
    assert round(programme.solve()[0], 3) == 3
