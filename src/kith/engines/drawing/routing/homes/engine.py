"""From homes and places to hulls: runs of members, joined by necks that pass between all others."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Hull, Layout, Point
from kith.engines.drawing.routing.ground import LEVELS_APART, Ground, stretches
from kith.engines.drawing.routing.homes.outline import Rect, outlines
from kith.engines.drawing.routing.homes.plan import NAME_LINE, NAME_SIZE, PlannedHome, name_height, runs_of

_ROUND = 8.0  # pixels from a room to the hull
_INSET = 3.0  # and so much less where somebody is in two homes, so that the edges do not lie on each other
_JOINED = 24.0  # runs of two rows that share less than this are joined by a neck
_NECK, _NARROW = 8.0, 5.0  # half the width of a neck, and where it passes between two people
_STEP = 8.0
_SLANTED, _PER_ROW = 160.0, 400.0  # what it costs to join runs that are not above one another, or rows apart
_TOO_NEAR, _INWARD = 6.0, 7.0  # an edge so near to a family line is moved inward by so much
_CLOSER, _CLOSEST = (0.0, 2.5, 5.0), 2.5  # an edge beside a room comes so much closer, but no closer than this
_CLEAR = 4.0  # until it is so far from every family line


def surround(homes: Sequence[PlannedHome], layout: Layout, ground: Ground) -> tuple[Hull, ...]:
    """A hull for every home; each contains its members' symbols and words, and nobody else's.

    >>> surround([], Layout({}, {}), Ground([], [], []))
    ()
    """
    return tuple(
        _Surrounding(home, layout, ground, number, is_shared=_is_shared(home, homes[:number])).hull()
        for number, home in enumerate(homes)
    )


def _is_shared(home: PlannedHome, earlier: Sequence[PlannedHome]) -> bool:
    """Whether somebody in it is in an earlier home as well, so that the edges must not lie on each other."""
    return any(set(home.members) & set(other.members) for other in earlier)


class _Surrounding:
    """The making of one hull; `number` tells it from the others, so that necks do not share a street."""

    def __init__(self, home: PlannedHome, layout: Layout, ground: Ground, number: int, *, is_shared: bool) -> None:
        self._home, self._ground, self._number = home, ground, number
        self._stretches = stretches(ground.lines)
        self._away = _ROUND - (_INSET if is_shared else 0.0)
        self._runs = [(run, self._rect(run)) for run in runs_of(home.members, layout)]

    def hull(self) -> Hull:
        at, plate = self._name()
        rects = [rect for _, rect in self._runs] + plate + [rect for pair in self._tree() for rect in self._join(*pair)]
        home = self._home
        return Hull(
            household=home.household,
            kind=home.kind,
            outlines=outlines(rects),
            members=home.members,
            name=home.name,
            at=at,
        )

    def _rect(self, run: Sequence[str]) -> Rect:
        rooms = [self._ground.room(person) for person in run]
        top = min(room.y - room.h / 2 for room in rooms) - self._away - 4
        bottom = max(room.y + room.h / 2 for room in rooms) + self._away
        left = min(room.x - room.w / 2 for room in rooms) - self._away
        right = max(room.x + room.w / 2 for room in rooms) + self._away
        lines = self._uprights(top, bottom)
        closer = [by for by in _CLOSER if self._away - by >= _CLOSEST]
        left, right = _clear([left + by for by in closer], lines), _clear([right - by for by in closer], lines)
        return Rect(left, top, right, bottom)

    def _uprights(self, top: float, bottom: float) -> list[float]:
        """The x of every upright stretch of a family line between two heights."""
        return [a.x for a, b in self._stretches if a.x == b.x and min(a.y, b.y) < bottom and max(a.y, b.y) > top]

    def _name(self) -> tuple[Point, list[Rect]]:
        """Where the words begin, clear of upright lines if they can be, and the room around them."""
        if not self._home.name:
            return Point(0, 0), []
        rect = next(rect for run, rect in self._runs if run == self._home.host)
        top = self._ground.rows[self._ground.row_of[self._home.host[0]]].words_end
        width = max(text_width(line, NAME_SIZE, bold=True) for line in self._home.name)
        bottom = top + name_height(self._home)
        places = [
            rect.left + 8 + _STEP * step for step in range(max(1, int((rect.right - rect.left - width) // _STEP)))
        ]
        left = next((x for x in places if self._is_clear(Rect(x - 3, top, x + width + 3, bottom))), places[0])
        right = max(rect.right, left + width + 8)
        beneath = [
            Rect(rect.left, rect.bottom - 1, rect.right, bottom + 4),
            Rect(rect.left, top + 1, right, bottom + 4),
        ]
        return Point(left, top + NAME_LINE - 4), beneath

    def _is_clear(self, rect: Rect) -> bool:
        return not any(
            max(min(a.x, b.x), rect.left) <= min(max(a.x, b.x), rect.right)
            and max(min(a.y, b.y), rect.top) <= min(max(a.y, b.y), rect.bottom)
            for a, b in self._stretches
        )

    def _tree(self) -> Iterator[tuple[int, int]]:
        """The cheapest joints that make one hull of all runs."""
        outside = set(range(1, len(self._runs)))
        inside = {0}
        while outside:
            best = min((self._cost(a, b), a, b) for a in sorted(inside) for b in sorted(outside))
            yield best[1], best[2]
            outside.discard(best[2])
            inside.add(best[2])

    def _cost(self, a: int, b: int) -> float:
        (run, first), (other, second) = self._runs[a], self._runs[b]
        rows = abs(self._ground.row_of[run[0]] - self._ground.row_of[other[0]])
        across = max(0.0, max(first.left, second.left) - min(first.right, second.right))
        return across + (_PER_ROW * (rows - 1) if rows else 0.0) + (_SLANTED if rows and across else 0.0)

    def _join(self, a: int, b: int) -> list[Rect]:
        (run, upper), (other, lower) = sorted(
            (self._runs[a], self._runs[b]), key=lambda entry: (self._ground.row_of[entry[0][0]], entry[1].left)
        )
        first, last = self._ground.row_of[run[0]], self._ground.row_of[other[0]]
        left, right = max(upper.left, lower.left), min(upper.right, lower.right)
        if last == first + 1 and right - left >= _JOINED:
            return [self._bridge(Rect(left, upper.bottom - 1, right, lower.top + 1))]
        return list(self._neck(upper, lower, first, last))

    def _bridge(self, rect: Rect) -> Rect:
        """The rectangle between two runs, its sides moved off the family lines on which they would lie."""
        lines = self._uprights(rect.top, rect.bottom)
        left, right = rect.left, rect.right
        while right - left > _JOINED and any(abs(x - left) < _TOO_NEAR for x in lines):
            left += _INWARD
        while right - left > _JOINED and any(abs(x - right) < _TOO_NEAR for x in lines):
            right -= _INWARD
        return rect._replace(left=left, right=right)

    def _neck(self, upper: Rect, lower: Rect, first: int, last: int) -> Iterator[Rect]:
        """Down from the upper run, through the streets between all others, to the lower one."""
        start, end = _nearest(upper, lower), _nearest(lower, upper)
        ways = self._ground.ways_between(first + 1, last - 1, start, end, half=_NARROW)
        across = [start, *ways, end]
        levels = [
            self._ground.level(gap, self._number) + LEVELS_APART / 2
            for gap in range(first + 1, max(last, first + 1) + 1)
        ]
        finish = lower.top + 1 if last > first else lower.bottom - 1
        course = [Point(start, upper.bottom - 1)]
        for number, level in enumerate(levels):
            course += [Point(across[number], level), Point(across[number + 1], level)]
        course.append(Point(end, finish))
        for number, (a, b) in enumerate(pairwise(course)):
            is_passing = 1 < number < len(course) - 3
            yield _thick(a, b, _NARROW if is_passing and a.x == b.x else _NECK)


def _clear(places: Sequence[float], lines: Sequence[float]) -> float:
    """The first of the places that no line is near to; the first of all where there is none."""
    return next((place for place in places if all(abs(x - place) >= _CLEAR for x in lines)), places[0])


def _nearest(rect: Rect, other: Rect) -> float:
    """The x inside one rectangle that is nearest to the middle of the other."""
    room = min(_NECK + 2, (rect.right - rect.left) / 2)
    return min(max((other.left + other.right) / 2, rect.left + room), rect.right - room)


def _thick(a: Point, b: Point, half: float) -> Rect:
    if a.x == b.x:
        return Rect(a.x - half, min(a.y, b.y), a.x + half, max(a.y, b.y))
    return Rect(min(a.x, b.x) - half, a.y - _NECK, max(a.x, b.x) + half, a.y + _NECK)
