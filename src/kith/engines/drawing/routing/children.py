"""Trunk, bar and drops: from where a union's children hang to the head of each child."""

import math
from collections.abc import Sequence

from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.network import ChildLink, Union
from kith.engines.drawing.routing.levels import Between, InRow
from kith.engines.drawing.routing.passages import STRAIGHT, descend, sidestep
from kith.engines.drawing.routing.plan import DraftLine, DraftMark, Plan, Run, Stop
from kith.engines.drawing.routing.standing import Standing
from kith.engines.drawing.routing.stubs import Stubs
from kith.engines.drawing.symbols import SymbolSheet

_LETTER_RIGHT, _LETTER_UP = 9.0, 9.0  # pixels from the foot of the drop to the middle of its letter
_UPRIGHT = 4.0  # pixels beside the middle of a head at which a line may end rather than turn aside
_ROUND, _INSIDE = 6.0, -6.0  # so far beside the middle of a head a line ends inside the symbol, whatever its shape
_JOINED, _ASKED = 0.55, 0.72  # how far down twins' lines a bar between them is, or a question mark


class ChildLines:
    """Plans the lines of one union after another."""

    def __init__(self, plan: Plan, standing: Standing, stubs: Stubs, spacing: Spacing, sheet: SymbolSheet) -> None:
        self._plan = plan
        self._sheet = sheet
        self._standing = standing
        self._stubs = stubs
        self._half = spacing.symbol / 2

    def draw(self, union: Union) -> None:
        links = list({link.child: link for link in union.children}.values())
        if not links or (len(links) == 1 and not union.partners):
            return
        start = self._start(union)
        is_bracket = union.id in self._plan.trunks
        if len(links) == 1 and not is_bracket and self._stands_under(union, links[0], start[-1][0]):
            if len(start) > 1:
                self._line("trunk", union, *start)
            self._drop(union, links[0], start[-1], top=start[-1][0])
        else:
            self._hang(union, _births(links, self._standing), start)

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

    def _stands_under(self, union: Union, link: ChildLink, x: float) -> bool:
        """Whether a line goes straight down to a child; by themselves they need not stand quite under it."""
        foot, is_alone = self._foot(union, [link]), not self._standing.corridors(union.id, link.child)
        is_alone = is_alone and foot == self._standing.place(link.child).x
        return abs(x - foot) < (_UPRIGHT if is_alone else STRAIGHT)

    def _row_below(self, union: Union, links: Sequence[ChildLink]) -> int:
        if union.partners:
            return self._standing.hang_row(union) + 1
        return min(self._standing.place(link.child).row for link in links)

    def _foot(self, union: Union, birth: Sequence[ChildLink]) -> float:
        """Where the line of a child leaves the bar; twins share one line."""
        passed = self._standing.corridors(union.id, birth[0].child)
        return passed[0].x if passed else self._head(union, birth)

    def _head(self, union: Union, birth: Sequence[ChildLink]) -> float:
        """Above the child's head, or halfway between the first and the last twin."""
        tops = [self._standing.top(union.id, link.child) for link in birth]
        return (min(tops) + max(tops)) / 2

    def _hang(self, union: Union, births: Sequence[list[ChildLink]], start: list[Stop]) -> None:
        """Trunk, bar, and what hangs from it."""
        above = tuple(x for x, _ in start[-1:])
        feet = [self._foot(union, birth) for birth in births]
        ends = min(*above, *feet, math.inf), max(*above, *feet, -math.inf)
        row = self._row_below(union, [link for birth in births for link in birth])
        lane = self._plan.add_run(Run(row, above, tuple(feet)))
        if start:
            self._line("trunk", union, *start, (above[0], lane))
        if ends[1] - ends[0] >= STRAIGHT:
            self._line("bar", union, (ends[0], lane), (ends[1], lane))
        for birth, foot in zip(births, feet, strict=True):
            self._born(union, birth, (foot, lane))

    def _born(self, union: Union, birth: Sequence[ChildLink], start: Stop) -> None:
        """One drop, or those of twins from one point."""
        if len(birth) == 1:
            self._drop(union, birth[0], start)
            return
        parting = self._part(union, birth, start)
        for link in birth:
            self._drop(union, link, parting, passes=False)
        self._say_if_identical(union, birth)

    def _say_if_identical(self, union: Union, birth: Sequence[ChildLink]) -> None:
        """A bar between the lines of identical twins, which were just drawn, and a question mark if nobody has said."""
        drops = [line.stops for line in self._plan.lines[-len(birth) :]]
        if all(link.identical for link in birth):
            self._line("descent.identical", union, _along(drops[0], _JOINED), _along(drops[-1], _JOINED))
        elif any(link.identical is None for link in birth):
            (a, level), (b, _) = (_along(stops, _ASKED) for stops in drops[:2])
            self._plan.marks.append(DraftMark(kind="letter", at=((a + b) / 2, level), text="?", union=union.id))

    def _part(self, union: Union, birth: Sequence[ChildLink], start: Stop) -> Stop:
        """Twins who stand further down share one line until the gap above them; returns where they part."""
        passed = self._standing.corridors(union.id, birth[0].child)
        if not passed:
            return start
        head, x = self._head(union, birth), passed[-1].x
        lane = self._plan.add_run(Run(self._standing.place(birth[0].child).row, (x,), (head,)))
        self._line(
            f"descent.{birth[0].kind}", union, start, *descend(self._plan, start[0], passed), (x, lane), (head, lane)
        )
        return head, lane

    def _drop(
        self, union: Union, link: ChildLink, start: Stop, *, passes: bool = True, top: float | None = None
    ) -> None:
        """From the bar, past rows between if need be, to the child's head."""
        place = self._standing.place(link.child)
        top = self._standing.top(union.id, link.child) if top is None else top
        passed = self._standing.corridors(union.id, link.child) if passes else ()
        bends = descend(self._plan, start[0], passed)
        if passed:
            bends += sidestep(self._plan, passed[-1].x, top, place.row)
        head = InRow(place.row, _INSIDE if abs(top - place.x) > _ROUND else -self._half)
        line = DraftLine(
            kind=f"descent.{link.kind}", stops=(start, *bends, (top, head)), union=union.id, child=link.child
        )
        self._plan.lines.append(line)
        if letter := self._sheet.line(line.kind).letter:
            aside = _LETTER_RIGHT * self._standing.side(union.id, link.child)  # away from a line beside it
            at = (top + aside, InRow(place.row, -self._half - _LETTER_UP))
            self._plan.marks.append(DraftMark(kind="letter", at=at, text=letter))

    def _line(self, kind: str, union: Union, *stops: Stop) -> None:
        self._plan.lines.append(DraftLine(kind=kind, stops=stops, union=union.id))


def _births(links: Sequence[ChildLink], standing: Standing) -> list[list[ChildLink]]:
    """Twins of one row together, everybody else alone; in a group from left to right."""
    groups: dict[tuple[str, int] | str, list[ChildLink]] = {}
    for link in links:
        groups.setdefault((link.twin, standing.place(link.child).row) if link.twin else link.child, []).append(link)
    return [sorted(group, key=lambda link: standing.place(link.child).x) for group in groups.values()]


def _along(stops: Sequence[Stop], share: float) -> Stop:
    (x, start), (foot, end) = stops[0], stops[-1]
    return x + (foot - x) * share, Between(start, end, share)
