"""From places to lines: couple lines, then trunks, bars and drops, then the heights of lanes and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Layout, Line, Mark, Point, Size
from kith.engines.drawing.routing.children import ChildLines
from kith.engines.drawing.routing.couples import CoupleLines
from kith.engines.drawing.routing.jumps import with_jumps
from kith.engines.drawing.routing.plan import Plan
from kith.engines.drawing.routing.related import related_couples
from kith.engines.drawing.routing.rows import heights
from kith.engines.drawing.routing.standing import Standing
from kith.engines.drawing.routing.stubs import Stubs
from kith.engines.drawing.symbols import SymbolSheet, load_sheet


@dataclass(frozen=True, slots=True)
class Routes:
    """All family lines of a drawing in pixels, where children hang, and the y of every row's symbols."""

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    hangs: Mapping[str, Point]
    rows: Sequence[float]

    def row_y(self, row: int) -> float:
        """The y of the middle of a row's symbols."""
        return self.rows[row]


def route(
    network: Network,
    layout: Layout,
    *,
    sizes: Mapping[str, Size],
    spacing: Spacing,
    sheet: SymbolSheet | None = None,
) -> Routes:
    """Draw every couple line, trunk, bar and drop, each stretch once; `sizes` are the rooms given to `layout`.

    A mark's `at` lies on its line for slashes and words, and is the middle of a letter.

    >>> from kith.engines.drawing.network import ChildLink, Person, Union
    >>> from kith.engines.drawing.picture import Place
    >>> people = tuple(Person(id=name) for name in ("mum", "dad", "zoe"))
    >>> family = Network(persons=people, unions=(
    ...     Union(id="u", partners=("mum", "dad"), children=(ChildLink(child="zoe"),)),))
    >>> places = {"mum": Place(0, 0), "dad": Place(0, 120), "zoe": Place(1, 60)}
    >>> routes = route(family, Layout(places, {"u": 60}), sizes=dict.fromkeys(places, Size(90, 80)), spacing=Spacing())
    >>> [line.kind for line in routes.lines]
    ['couple.unknown', 'descent.birth']
    """
    plan, standing = Plan(), Standing(network, layout)
    stubs = Stubs(network, standing, spacing.symbol)
    signs = sheet or load_sheet()
    couple_lines = CoupleLines(plan, standing, stubs, spacing, signs)
    for couple in standing.couples:
        couple_lines.draw(couple)
    child_lines = ChildLines(plan, standing, stubs, spacing, signs)
    for union in network.unions:
        child_lines.draw(union)
    related = related_couples(network)
    known = heights(layout, plan.runs, sizes, spacing)
    return Routes(
        lines=with_jumps([_doubled(line.drawn(known), related) for line in plan.lines]),
        marks=tuple(mark.drawn(known) for mark in plan.marks),
        hangs={union: Point(x, level.y(known)) for union, (x, level) in plan.hangs.items()},
        rows=known.rows,
    )


def _doubled(line: Line, related: frozenset[str]) -> Line:
    is_couple_line = line.kind.startswith("couple.")
    return replace(line, doubled=True) if is_couple_line and line.union in related else line
