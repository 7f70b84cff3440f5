"""From ties to curves: one course for each two people, and on it their ties side by side."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import hypot

from kith.engines.drawing.network import Relation
from kith.engines.drawing.picture import Curve, Hull
from kith.engines.drawing.routing.along import aside
from kith.engines.drawing.routing.feelings.arcs import Arcs
from kith.engines.drawing.routing.feelings.bundles import Bundle, bundles
from kith.engines.drawing.routing.feelings.detours import Detours
from kith.engines.drawing.routing.feelings.obstacles import Obstacles
from kith.engines.drawing.routing.feelings.words import place_word, word_of
from kith.engines.drawing.routing.ground import LEVEL_ROOM, Ground
from kith.engines.drawing.symbols import SymbolSheet


def join(
    relations: Iterable[Relation],
    ground: Ground,
    *,
    sheet: SymbolSheet,
    on: date | None = None,
    hulls: Sequence[Hull] = (),
) -> tuple[Curve, ...]:
    """A curve for every tie that holds on that day; it keeps off the edges of `hulls`.

    Short curves are drawn first, so that long ones make way. Work grows with the number of ties.

    >>> from kith.engines.drawing.symbols import load_sheet
    >>> join([], Ground([], [], []), sheet=load_sheet())
    ()
    """
    found = bundles(relations, ground.symbols, sheet, on)
    obstacles = Obstacles(ground, hulls)
    arcs = Arcs(ground.symbols, obstacles, sheet)
    detours = Detours(ground, arcs, hulls)
    curves: list[Curve] = []
    for bundle in sorted(found, key=lambda one: _distance(one, ground)):
        course, squeezed = arcs.best(bundle.a, bundle.b, bundle.half), 1.0
        if not course:
            squeezed = LEVEL_ROOM / max(LEVEL_ROOM, bundle.half)
            course = detours.between(bundle.a, bundle.b, bundle.half * squeezed)
        obstacles.remember(course)
        for tie, offset in bundle.ties:
            points = aside(course, offset * squeezed)
            word = word_of(tie, sheet)
            curve = Curve(
                kind=tie.kind,
                a=tie.a,
                b=tie.b,
                points=tuple(points if tie.a == bundle.a else points[::-1]),
                word=word,
                word_at=place_word(word, points, obstacles),
            )
            curves.append(curve)
    return tuple(curves)


def _distance(bundle: Bundle, ground: Ground) -> tuple[float, str, str]:
    a, b = ground.symbols[bundle.a].box, ground.symbols[bundle.b].box
    return hypot(a.x - b.x, a.y - b.y), bundle.a, bundle.b
