"""The compiled search weighs as the definition does, loses nobody, and works without a folder for its cache."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.drawing.layout import Spacing, layout
from kith.engines.drawing.layout.ordering import arrange, known
from kith.engines.drawing.layout.ordering.kernel import compiling
from kith.engines.drawing.layout.ordering.kernel.annealing import anneal, weigh
from kith.engines.drawing.layout.ordering.kernel.board import order_on, set_up
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.objective import weigh as defined
from kith.engines.drawing.layout.tests.racks import largest_rack, shuffled
from kith.engines.drawing.network import ChildLink, Network, Person, Union
from kith.engines.drawing.picture import Size
from kith.engines.drawing.tests.families import families

_networks = families().filter(lambda network: bool(network.persons))


@settings(max_examples=60, deadline=None)
@given(_networks, st.integers(0, 1000), st.booleans())
def test_the_kernel_weighs_as_the_definition_says(network: Network, seed: int, may_stray: bool) -> None:
    rack = largest_rack(network)
    rack.may_stray = may_stray
    order = shuffled(rack, seed)
    assert weigh(set_up(order, Weights(), 1)) == pytest.approx(defined(order, Weights()))


@settings(max_examples=30, deadline=None)
@given(_networks, st.integers(0, 1000), st.booleans())
def test_a_search_loses_nobody_and_knows_what_its_best_weighs(network: Network, seed: int, may_stray: bool) -> None:
    rack = largest_rack(network)
    rack.may_stray = may_stray
    order = shuffled(rack, seed)
    board = set_up(order, Weights(), seed)
    before = weigh(board)
    reached = anneal(board, 3_000, 0.5)
    found = order_on(board, order.rack)
    assert [sorted(row) for row in found.rows] == order.rack.members()
    assert reached == pytest.approx(defined(found, Weights()))
    assert reached <= before


def test_a_search_works_where_no_folder_can_be_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refuse_cache(function=None, **options):
        asked.append(options)
        if options.get("cache"):
            raise RuntimeError("no locator available")
        return function or (lambda given: given)

    monkeypatch.setattr(compiling, "njit", refuse_cache)
    assert compiling.compiled(abs) is abs
    assert [options.get("cache") for options in asked] == [True, None]


def test_what_was_compiled_before_a_change_is_dropped(tmp_path: Path) -> None:
    before, after = tmp_path / "annealing.anneal-1.nbi", tmp_path / "annealing.anneal-2.nbi"
    for kept, moment in ((before, 0), (after, 4_000_000_000)):
        kept.touch()
        os.utime(kept, (moment, moment))
    compiling.drop_outdated(tmp_path)
    assert list(tmp_path.iterdir()) == [after]
    compiling.drop_outdated(tmp_path / "nowhere")


def test_a_family_is_searched_once_and_stands_the_same_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's id is part of what is known: the same family under other ids is known too."""
    known.forget()
    people = [f"p{number}" for number in range(9)]
    unions = (("p0", "p1", ("p4", "p5")), ("p2", "p3", ("p6",)), ("p4", "p6", ("p7", "p8")), ("p1", "p2", ("p3",)))

    def placed(prefix: str) -> list[float]:
        network = Network(
            persons=tuple(Person(id=f"{prefix}{name}") for name in people),
            unions=tuple(
                Union(
                    id=f"u{number}",
                    partners=(f"{prefix}{a}", f"{prefix}{b}"),
                    children=tuple(ChildLink(child=f"{prefix}{child}") for child in children),
                )
                for number, (a, b, children) in enumerate(unions)
            ),
        )
        sizes = {person.id: Size(100, 80) for person in network.persons}
        return [place.x for place in layout(network, sizes, style=Spacing()).places.values()]

    first = placed("a-")
    asked = []
    monkeypatch.setattr(arrange, "_search", lambda: asked.append(1))
    assert placed("b-") == first
    assert not asked
