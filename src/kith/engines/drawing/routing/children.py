"""Trunk, bar and drops: from where a union's children hang to the head of each child."""

from collections.abc import Mapping, Sequence

from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.network import ChildLink, Union
from kith.engines.drawing.routing.levels import Between, InRow
from kith.engines.drawing.routing.passages import STRAIGHT, descend, sidestep
from kith.engines.drawing.routing.plan import DraftLine, DraftMark, Plan, Run, Stop
from kith.engines.drawing.routing.standing import Standing
from kith.engines.drawing.routing.stubs import Stubs

_LETTERS = {"adopted": "A", "foster": "F", "kinship": "K", "guardian": "G"}
_LETTER_RIGHT, _LETTER_UP = 9.0, 9.0  # pixels from the foot of the drop to the middle of its letter
_JOINED = 0.55  # how far down identical twins' lines the bar between them is


class ChildLines:
    """Plans the lines of one union after another."""

    def __init__(self, plan: Plan, standing: Standing, stubs: Stubs, spacing: Spacing) -> None:
        self._plan = plan
        self._standing = standing
        self._stubs = stubs
        self._half = spacing.symbol / 2

    def draw(self, union: Union) -> None:
        links = list({link.child: link for link in union.children}.values())
        if not links or (len(links) == 1 and not union.partners):
            return
        groups = self._twins(links)
        self._join(union, links, self._start(union), self._feet(union, links, groups))
        for group in groups:
            self._tie_identical(union, group)

    def _feet(self, union: Union, links: Sequence[ChildLink], groups: Sequence[list[ChildLink]]) -> dict[str, float]:
        """Where each child's line leaves the bar: twins' lines at one point."""
        feet = {link.child: self._foot(union, link) for link in links}
        for group in groups:
            middle = (feet[group[0].child] + feet[group[-1].child]) / 2
            feet.update({link.child: middle for link in group})
        return feet

    def _start(self, union: Union) -> list[Stop]:
        """The stops of the trunk down to where it leaves the parents' row; none where no parent is known."""
        x = self._standing.hang(union)
        if not union.partners:
            return []
        if len(union.partners) == 1:
            stops = list(self._stubs.stub(union.id, union.partners[0], x))
            self._plan.hangs[union.id] = stops[-1]
            return stops
        return list(self._plan.trunks.get(union.id) or [self._plan.hangs[union.id]])

    def _row_below(self, union: Union, links: Sequence[ChildLink]) -> int:
        if union.partners:
            return self._standing.hang_row(union) + 1
        return min(self._standing.place(link.child).row for link in links)

    def _foot(self, union: Union, link: ChildLink) -> float:
        """Where the child's line leaves the bar."""
        passed = self._standing.corridors(union.id, link.child)
        return passed[0].x if passed else self._standing.top(union.id, link.child)

    def _join(self, union: Union, links: Sequence[ChildLink], start: list[Stop], feet: Mapping[str, float]) -> None:
        """A single straight line where it can be, else trunk, bar and drops."""
        above = tuple(x for x, _ in start[-1:])
        xs = [*above, *feet.values()]
        if len(start) == 1 and max(xs) - min(xs) < STRAIGHT and len(links) == 1:
            self._drop(union, links[0], start[0])
            return
        lane = self._plan.add_run(Run(self._row_below(union, links), above, tuple(dict.fromkeys(feet.values()))))
        if start:
            self._line("trunk", union, *start, (above[0], lane))
        self._line("bar", union, (min(xs), lane), (max(xs), lane))
        for link in links:
            self._drop(union, link, (feet[link.child], lane))

    def _drop(self, union: Union, link: ChildLink, start: Stop) -> None:
        """From the bar, past rows between if need be, to the child's head."""
        place, top = self._standing.place(link.child), self._standing.top(union.id, link.child)
        passed = self._standing.corridors(union.id, link.child)
        bends = descend(self._plan, start[0], passed)
        if passed:
            bends += sidestep(self._plan, passed[-1].x, top, place.row)
        head = InRow(place.row, -self._half)
        line = DraftLine(
            kind=f"descent.{link.kind}", stops=(start, *bends, (top, head)), union=union.id, child=link.child
        )
        self._plan.lines.append(line)
        if letter := _LETTERS.get(link.kind):
            at = (top + _LETTER_RIGHT, InRow(place.row, -self._half - _LETTER_UP))
            self._plan.marks.append(DraftMark(kind="letter", at=at, text=letter))

    def _twins(self, links: Sequence[ChildLink]) -> list[list[ChildLink]]:
        """Twins whose lines come straight down in the same row, left to right."""
        groups: dict[tuple[str, int], list[ChildLink]] = {}
        for link in links:
            if link.twin:
                groups.setdefault((link.twin, self._standing.place(link.child).row), []).append(link)
        by_x = [sorted(group, key=lambda link: self._standing.place(link.child).x) for group in groups.values()]
        return [group for group in by_x if len(group) > 1]

    def _tie_identical(self, union: Union, group: Sequence[ChildLink]) -> None:
        if not all(link.identical for link in group):
            return
        lines = [line for line in self._plan.lines if line.union == union.id and line.child]
        ends = {line.child: line.stops for line in lines}
        left, right = ends[group[0].child], ends[group[-1].child]
        self._line("descent.identical", union, _part(left), _part(right))

    def _line(self, kind: str, union: Union, *stops: Stop) -> None:
        self._plan.lines.append(DraftLine(kind=kind, stops=stops, union=union.id))


def _part(stops: Sequence[Stop]) -> Stop:
    (x, start), (foot, end) = stops[0], stops[-1]
    return x + (foot - x) * _JOINED, Between(start, end, _JOINED)
