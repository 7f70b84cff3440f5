"""Couple lines: straight between neighbours, a bracket above the row for others, down a corridor between rows."""

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.network import Union
from kith.engines.drawing.routing.levels import InLane, InRow, Level
from kith.engines.drawing.routing.passages import descend
from kith.engines.drawing.routing.plan import DraftLine, DraftMark, Plan, Run, Stop
from kith.engines.drawing.routing.standing import Couple, Standing
from kith.engines.drawing.routing.stubs import Stubs
from kith.engines.drawing.routing.words import couple_kind, couple_words
from kith.engines.drawing.symbols import SymbolSheet

_PARALLEL = 12.0  # pixels between two lines of the same two people
_INSIDE = -6.0  # brackets end inside the symbol, whatever its shape
_SLASH = 12.5  # pixels from the middle of the line, where the children hang, to its slash: clear of the symbol too


class CoupleLines:
    """Plans the line, marks and hanging point of every couple."""

    def __init__(self, plan: Plan, standing: Standing, stubs: Stubs, spacing: Spacing, sheet: SymbolSheet) -> None:
        self._plan = plan
        self._sheet = sheet
        self._standing = standing
        self._stubs = stubs
        self._half = spacing.symbol / 2
        self._ports = _bracket_ports(standing, self._half)

    def draw(self, couple: Couple) -> None:
        if self._standing.touches(couple):
            self._straight(couple)
        elif self._standing.place(couple.a).row == self._standing.place(couple.b).row:
            self._bracket(couple)
        else:
            self._between_rows(couple)

    def _straight(self, couple: Couple) -> None:
        a, b = self._standing.place(couple.a), self._standing.place(couple.b)
        number, count = self._standing.parallel(couple)
        level = InRow(a.row, _PARALLEL * (number - (count - 1) / 2))
        self._line(couple, (a.x + self._half, level), (b.x - self._half, level))
        self._slash(couple, (a.x + b.x) / 2, level)
        if number == 0:
            self._say(self._standing.unions_of(couple), (a.x + b.x) / 2, level)
        lowest = InRow(a.row, _PARALLEL * (count - 1) / 2)
        self._plan.hangs.setdefault(couple.union.id, (self._standing.hang(couple.union), lowest))

    def _bracket(self, couple: Couple) -> None:
        row = self._standing.place(couple.a).row
        left, right = self._ports[couple, couple.a], self._ports[couple, couple.b]
        lane = self._lane(couple, row, above=(), below=(left, right))
        foot = InRow(row, _INSIDE)
        self._line(couple, (left, foot), (left, lane), (right, lane), (right, foot))
        self._mark(couple, (left + right) / 2, lane)

    def _between_rows(self, couple: Couple) -> None:
        """From the upper partner's side down past the rows between, and onto the lower partner's head."""
        row, port = self._standing.place(couple.b).row, self._ports[couple, couple.b]
        upper = self._standing.place(couple.a)
        passed = self._standing.corridors(couple.union.id, couple.a)
        x = passed[0].x if passed else upper.x + self._half * 1.5
        stops: list[Stop] = list(self._stubs.stub(couple.union.id, couple.a, x))
        stops += descend(self._plan, x, passed[1:])
        lane = self._lane(couple, row, above=(stops[-1][0],), below=(port,))
        self._line(couple, *stops, (stops[-1][0], lane), (port, lane), (port, InRow(row, _INSIDE)))
        self._mark(couple, (stops[-1][0] + port) / 2, lane)

    def _lane(self, couple: Couple, row: int, *, above: tuple[float, ...], below: tuple[float, ...]) -> InLane:
        """The bracket's lane; if the children hang from it, their trunk comes down from it too."""
        has_words = bool(couple_words(couple.union.statuses))
        if not couple.union.children or couple.union.id in self._plan.hangs:
            return self._plan.add_run(Run(row, above, below, hugs_row=True, has_words=has_words))
        x = self._standing.hang(couple.union)
        lane = self._plan.add_run(Run(row, above, (*below, x), hugs_row=True, has_words=has_words))
        self._plan.hangs[couple.union.id] = (x, InRow(row, 0.0))  # where the trunk passes the partners' own row
        outside = min(max(x, min(above + below)), max(above + below))
        self._plan.trunks[couple.union.id] = ((outside, lane), (x, lane))
        return lane

    def _line(self, couple: Couple, *stops: Stop) -> None:
        self._plan.lines.append(DraftLine(kind=couple_kind(couple.union), stops=stops, union=couple.union.id))

    def _mark(self, couple: Couple, x: float, level: Level) -> None:
        self._slash(couple, x, level)
        self._say([couple.union], x, level)

    def _slash(self, couple: Couple, x: float, level: Level) -> None:
        if sign := self._sheet.line(couple_kind(couple.union)).sign:
            self._plan.marks.append(DraftMark(kind=sign, at=(x - _SLASH, level)))

    def _say(self, unions: Sequence[Union], x: float, level: Level) -> None:
        """Two unions of the same two people share one line of words, above the upper of their lines."""
        texts = [text for union in unions if (text := couple_words(union.statuses))]
        if texts:
            self._plan.marks.append(DraftMark(kind="words", at=(x, level), text=", ".join(texts)))


def _bracket_ports(standing: Standing, half: float) -> dict[tuple[Couple, str], float]:
    """Where brackets leave each symbol: those to the right on its right half, the nearest partner's outermost."""
    leaving: dict[tuple[str, bool], list[tuple[float, Couple]]] = defaultdict(list)
    for couple in standing.couples:
        a, b = standing.place(couple.a), standing.place(couple.b)
        if standing.touches(couple):
            continue
        leaving[couple.b, b.x < a.x].append((abs(a.x - b.x), couple))
        if a.row == b.row:
            leaving[couple.a, b.x > a.x].append((abs(a.x - b.x), couple))
    ports: dict[tuple[Couple, str], float] = {}
    for (person, is_right), lines in leaving.items():
        step = half / 2 / max(len(lines) - 1, 2)
        for number, (_, couple) in enumerate(sorted(lines, key=itemgetter(0))):
            offset = half * 0.8 - step * number
            ports[couple, person] = standing.place(person).x + (offset if is_right else -offset)
    return ports
