"""The ground on which curves and hulls are drawn once people and family lines have their places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Box, Line, Mark, Point, Size, Symbol

WORDS_UP, WORDS_HIGH, WORDS_SIZE = 19.0, 16.0, 14.0  # words stand so far above their line
_OUTSIDE = 34.0  # pixels beyond the first and the last of a row, where there is always a way past
_NARROWEST = 14.0
_FIRST_LEVEL, LEVELS_APART = 14.0, 16.0  # halfway between two lanes of family lines
_CLEAR, _LANE = 3.0, 8.0  # beside what passes, and between two that pass side by side
LEVEL_ROOM = _FIRST_LEVEL - _CLEAR  # on either side of a level, as far as anybody's words
_OFF_MIDDLE = 0.7  # what it costs to pass nearer to somebody
_CROWDED = 240.0  # pixels that one goes round rather than pass on top of another
_BEYOND = 60.0  # free room above the first row and below the last


class Passage(NamedTuple):
    """Where something passes a row already, and half its width."""

    x: float
    row: int
    half: float


class Way(NamedTuple):
    """An upright street through a row: the x of its middle, and how much room there is on either side of it."""

    x: float
    room: float


@dataclass(frozen=True, slots=True)
class Row:
    """One generation: its people from left to right, and the band they, their words and names of homes take."""

    people: tuple[str, ...]
    top: float
    words_end: float  # where the lowest words of a person end
    bottom: float
    ways: tuple[Way, ...]


class Ground:
    """Rooms, rows and the free streets between them; people are told apart by id."""

    def __init__(
        self,
        symbols: Iterable[Symbol],
        lines: Iterable[Line],
        marks: Iterable[Mark],
        rooms: Mapping[str, Size] | None = None,
    ) -> None:
        """`rooms` are the sizes that rows were given, where they are deeper than symbol and words."""
        self.symbols = {symbol.person: symbol for symbol in symbols}
        self.lines = tuple(lines)
        self.words = tuple(_words_box(mark) for mark in marks if mark.kind in ("words", "letter"))
        self.rows = _rows(self.symbols.values(), self.words, rooms or {})
        self.row_of = {person: number for number, row in enumerate(self.rows) for person in row.people}

    def room(self, person: str) -> Box:
        """The box of a symbol together with its words."""
        return _room(self.symbols[person])

    def gap(self, number: int) -> tuple[float, float]:
        """The band above a row (below the last one for the number after it), free of people."""
        top = self.rows[number - 1].bottom if number else self.rows[0].top - _BEYOND
        bottom = self.rows[number].top if number < len(self.rows) else self.rows[-1].bottom + _BEYOND
        return top, bottom

    def level(self, number: int, lane: int = 0) -> float:
        """The y midway between two lanes of family lines in a gap; levels are shared when there are no more."""
        top, bottom = self.gap(number)
        count = max(1, int((bottom - top - _FIRST_LEVEL) // LEVELS_APART))
        return top + _FIRST_LEVEL + LEVELS_APART * (lane % count)

    def ways_between(
        self, first: int, last: int, start: float, end: float, *, half: float = 0, taken: Collection[Passage] = ()
    ) -> list[float]:
        """The x at which to pass each row from `first` to `last`, on the way from one x to another.

        `half` is half the width of what passes. Ways that are full or `taken` are gone round if they can
        be; in a wide one there is room beside those who passed before.
        """
        found: list[float] = []
        for number in range(first, last + 1):
            used = [passage for passage in taken if passage.row == number]
            lanes = [
                (_cost(x, start, end, half, used) + _OFF_MIDDLE * abs(x - way.x), x)
                for way in self.rows[number].ways
                for x in _lanes(way, half)
            ]
            start = min(lanes)[1]
            found.append(start)
        return found


def _lanes(way: Way, half: float) -> list[float]:
    """Where something so wide may pass: in the middle and, where there is room, beside it."""
    step = max(_LANE, 2 * half + _CLEAR)
    spare = max(0, int((way.room - half - _CLEAR) // step))
    return [way.x + step * number for number in range(-spare, spare + 1)] if way.room >= half + _CLEAR else []


def _cost(x: float, start: float, end: float, half: float, used: Sequence[Passage]) -> float:
    crowd = sum(abs(x - other.x) < half + other.half + _CLEAR for other in used)
    return abs(x - start) + abs(x - end) + _CROWDED * crowd


def _rows(symbols: Iterable[Symbol], words: Sequence[Box], deep: Mapping[str, Size]) -> tuple[Row, ...]:
    grouped: dict[float, list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        grouped[round(symbol.box.y, 1)].append(symbol)
    return tuple(_row(sorted(grouped[y], key=lambda symbol: symbol.box.x), words, deep) for y in sorted(grouped))


def _row(symbols: Sequence[Symbol], words: Sequence[Box], deep: Mapping[str, Size]) -> Row:
    rooms = [_room(symbol) for symbol in symbols]
    top, words_end = min(room.y - room.h / 2 for room in rooms), max(room.y + room.h / 2 for room in rooms)
    bottom = max([words_end, *(top + deep[symbol.person].h for symbol in symbols if symbol.person in deep)])
    inside = [word for word in words if top - WORDS_HIGH < word.y < words_end]
    return Row(tuple(symbol.person for symbol in symbols), top, words_end, bottom, _ways([*rooms, *inside]))


def _ways(taken: Sequence[Box]) -> tuple[Way, ...]:
    """The middle of every gap that is wide enough, and a way past at either end."""
    spans = sorted((box.x - box.w / 2, box.x + box.w / 2) for box in taken)
    reached = [spans[0][1]]
    for _, right in spans[1:]:
        reached.append(max(reached[-1], right))
    gaps = [(right, left) for right, (left, _) in zip(reached, spans[1:], strict=False)]
    between = tuple(Way((right + left) / 2, (left - right) / 2) for right, left in gaps if left - right >= _NARROWEST)
    return (Way(spans[0][0] - _OUTSIDE, _OUTSIDE), *between, Way(reached[-1] + _OUTSIDE, _OUTSIDE))


def _room(symbol: Symbol) -> Box:
    box, label = symbol.box, symbol.label.box if symbol.label else symbol.box
    left, right = min(box.x - box.w / 2, label.x - label.w / 2), max(box.x + box.w / 2, label.x + label.w / 2)
    top, bottom = box.y - box.h / 2, max(box.y + box.h / 2, label.y + label.h / 2)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _words_box(mark: Mark) -> Box:
    """Where the words of a mark stand: above their line, a letter where it is put."""
    up = 0.0 if mark.kind == "letter" else WORDS_UP
    return Box(mark.at.x, mark.at.y - up, text_width(mark.text, WORDS_SIZE) + 4, WORDS_HIGH)


def stretches(lines: Iterable[Line]) -> list[tuple[Point, Point]]:
    """Every straight stretch of every line."""
    return [(a, b) for line in lines for a, b in pairwise(line.points)]
