"""Drawings measured by the yard-stick that every other engine is measured by."""

import pytest

from kith.engines.drawing.layout import Spacing, layout
from kith.engines.drawing.routing import route
from kith.engines.drawing.tests.measuring import as_drawn, network_of, raw_family, rooms, yardstick

_NEVER = (
    "missing", "duplicates", "overlaps", "label_overlaps", "drawn_overlaid", "drawn_through", "child_not_below",
    "twins_split",
)  # fmt: skip

# Couples apart, crossings of straight connectors and sibships off-centre: what was reached, not to be lost again.
_REACHED = {
    "small": (0, 0, 0),
    "partner_chain": (1, 0, 0),
    "sampleped1": (0, 1, 0),
    "minnmed": (0, 0, 0),
    "bach": (0, 0, 0),
    "kennedy": (0, 0, 0),
    "sixty": (0, 5, 0),
    "minnmax": (0, 0, 0),
}


@pytest.mark.parametrize("name", _REACHED)
def test_a_family_is_drawn_as_well_as_it_was(name: str) -> None:
    measure, raw = yardstick().measure, raw_family(name)
    network = network_of(raw)
    sizes = rooms(network)
    placed = layout(network, sizes, style=Spacing())
    routes = route(network, placed, sizes=sizes, spacing=Spacing())
    figures = measure(raw, as_drawn(placed, routes, sizes))
    assert {key: figures[key] for key in _NEVER} == dict.fromkeys(_NEVER, 0)
    apart, crossings, off_centre = _REACHED[name]
    assert figures["couples_apart"] <= apart
    assert figures["crossings"] <= crossings
    assert figures["off_centre"] <= off_centre
