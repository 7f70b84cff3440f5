"""Curves go from symbol to symbol and touch nobody else and no words, in any family."""

from hypothesis import example, given, settings

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Box, Curve, Drawing, Point
from kith.engines.drawing.tests.tied_families import tied_families, tied_family

_NEAR = 60.0  # pixels from the middle of a symbol to where its curves begin, with room for a bundle


def inside(point: Point, box: Box) -> bool:
    return abs(point.x - box.x) < box.w / 2 and abs(point.y - box.y) < box.h / 2


def touched(curve: Curve, drawing: Drawing) -> list[str]:
    """Everybody else over whose symbol, and everybody over whose words, the curve runs."""
    found = []
    for symbol in drawing.symbols:
        boxes = [symbol.label.box] if symbol.label else []
        boxes += [symbol.box] if symbol.person not in (curve.a, curve.b) else []
        found += [symbol.person for box in boxes if any(inside(point, box) for point in curve.points)]
    return found


def far_from(point: Point, person: str, drawing: Drawing) -> bool:
    box = next(symbol.box for symbol in drawing.symbols if symbol.person == person)
    return max(abs(point.x - box.x), abs(point.y - box.y)) > _NEAR


@settings(max_examples=20, deadline=None)
@given(tied_families())
@example(tied_family(seed=222, generations=1, roots=2))  # every way from the one to the other is shut
@example(tied_family(seed=51717, generations=1, roots=1))  # a bundle wider than the gap between two rows
@example(tied_family(seed=34844, generations=1, roots=1))
def test_no_curve_runs_through_another_symbol_or_any_words(network: Network) -> None:
    drawing = draw(network)
    assert {
        (curve.kind, tuple(touched(curve, drawing))) for curve in drawing.curves if touched(curve, drawing)
    } == set()


@settings(max_examples=8, deadline=None)
@given(tied_families())
def test_every_tie_has_one_curve_from_the_one_to_the_other(network: Network) -> None:
    drawing = draw(network)
    told = {(tie.kind, frozenset((tie.a, tie.b))) for tie in network.relations if tie.a != tie.b}
    assert {(curve.kind, frozenset((curve.a, curve.b))) for curve in drawing.curves} == told
    for curve in drawing.curves:
        assert not far_from(curve.points[0], curve.a, drawing) and not far_from(curve.points[-1], curve.b, drawing)


@settings(max_examples=8, deadline=None)
@given(tied_families())
def test_everything_stays_inside_the_picture(network: Network) -> None:
    drawing = draw(network)
    points = [point for curve in drawing.curves for point in curve.points]
    points += [point for hull in drawing.hulls for loop in hull.outlines for point in loop]
    assert all(0 < point.x < drawing.width and 0 < point.y < drawing.height for point in points)
