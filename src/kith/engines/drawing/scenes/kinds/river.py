"""A life as a river: homes in their order along it, row under row, and above each home the people who were there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, hypot

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot
from kith.engines.drawing.scenes.lettering import label_of, moved, plate
from kith.engines.drawing.scenes.scene import Item, Scene

HOUSE = 26.0  # half the size of a house
PERSON = 22.0
RING = 9.0  # around whoever might be there again
LABEL_GAP = 3.0
BANK = 30.0  # half the width of the river
STEM = 26.0  # from a house up to the people above it
BETWEEN, ABOVE = 12.0, 12.0  # between two columns of people, and two people in one
CHANNEL = 14.0  # beside a column, in which its leader runs down to the house
SIDE, TOP, FOOT = 24.0, 18.0, 18.0
SWING = 22.0  # by which the river rises and falls from house to house
WIDEST = 144.0


@dataclass(frozen=True, slots=True)
class Column:
    """People above each other, the lowest first."""

    people: tuple[tuple[Item, Label], ...]

    @property
    def width(self) -> float:
        """With the channel for its leader."""
        return max(max(label.box.w, 2 * (PERSON + RING)) for _, label in self.people) + self.channel

    @property
    def channel(self) -> float:
        """One person needs none: their leader is straight."""
        return CHANNEL if len(self.people) > 1 else 0.0

    @property
    def height(self) -> float:
        """From the foot of the lowest symbol to the top of the highest words."""
        return sum(map(_high, self.people)) + ABOVE * (len(self.people) - 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One home with its columns of people; the last cells may have people but no home."""

    home: Item | None
    label: Label
    columns: tuple[Column, ...]

    @property
    def crowd_width(self) -> float:
        """All columns beside each other."""
        return sum(column.width for column in self.columns) + BETWEEN * max(len(self.columns) - 1, 0)

    @property
    def width(self) -> float:
        """The room that the home and its people need beside other homes."""
        return max(self.crowd_width, self.label.box.w, 2 * HOUSE) + BETWEEN

    @property
    def up(self) -> float:
        """From the top of the house to the top of the people."""
        return STEM + max((column.height for column in self.columns), default=0.0)


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """Rows of river from left to right, read like lines of text; None where one home alone is wider than the frame."""
    cells = tuple(_cells(scene))
    inner = width - 2 * SIDE
    if any(cell.width > inner for cell in cells):
        return None
    rows = _rows(cells, inner)
    tall = sum(_row_height(row) for row in rows) + TOP + FOOT
    whole = max(ceil(tall), round(height))
    drawn = _Drawn()
    top = TOP + (whole - tall) / 2
    for row in rows:
        _draw_row(row, Point(width, top), drawn)
        top += _row_height(row)
    return Arranged(
        scene=scene,
        width=round(width),
        height=whole,
        spots=tuple(drawn.spots[item.id] for item in scene.items),
        middle=Point(width / 2, whole / 2),
        centre=Box(0, 0, 0, 0),
        centre_name=plate(()),
        paths=tuple(drawn.paths),
        leaders=tuple(drawn.leaders),
    )


def placed(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """The nearest home, as the part; there is no nearness along a river."""
    homes = [arranged.spot(one.id) for one in arranged.scene.items if one.kind == "home" and one.id != item.id]
    nearest = min(homes, key=lambda spot: hypot(spot.x - x, spot.y - y), default=None)
    return Place(nearest.item_id if nearest else item.part, item.farness, 0.0)


class _Drawn:
    """What stands in the picture so far."""

    def __init__(self) -> None:
        self.spots: dict[str, Spot] = {}
        self.paths: list[tuple[Point, ...]] = []
        self.leaders: list[tuple[Point, ...]] = []


def _cells(scene: Scene) -> Iterator[Cell]:
    homes = [item for item in scene.items if item.kind == "home"]
    known = {home.id for home in homes}
    for home in homes:
        there = [item for item in scene.items if item.kind != "home" and item.at == home.id]
        yield Cell(home, label_of(home, widest=WIDEST), tuple(_columns(there)))
    for item in scene.items:
        if item.kind != "home" and item.at not in known:
            yield Cell(None, plate(()), tuple(_columns([item])))


def _columns(people: Sequence[Item]) -> Iterator[Column]:
    """Two beside each other, more above each other."""
    high = 1 if len(people) <= 2 else 2 if len(people) <= 6 else 3
    for first in range(0, len(people), high):
        yield Column(tuple((item, label_of(item, widest=WIDEST)) for item in people[first : first + high]))


def _rows(cells: Sequence[Cell], inner: float) -> list[list[Cell]]:
    """As few rows as there must be, about as full as each other; those at no home come in rows of their own."""
    at_home = [cell for cell in cells if cell.home]
    elsewhere = [cell for cell in cells if not cell.home]
    return [row for some in (at_home, elsewhere) for row in _wrapped(some, inner)]


def _wrapped(cells: Sequence[Cell], inner: float) -> list[list[Cell]]:
    """In as few rows as hold them, cut where the rows come out most alike: never five homes and then one."""
    count = len(_filled(cells, inner))
    ways: dict[int, list[list[Cell]]] = {0: []}
    for _ in range(count):
        ways = {
            end: min(tried, key=_unevenness)
            for end in range(1, len(cells) + 1)
            if (tried := list(_longer(ways, cells, end, inner)))
        }
    return ways[len(cells)]


def _longer(
    ways: Mapping[int, list[list[Cell]]], cells: Sequence[Cell], end: int, inner: float
) -> Iterator[list[list[Cell]]]:
    """Each way so far with one more row, up to this end."""
    for start, rows in ways.items():
        row = list(cells[start:end])
        if row and _wide(row) <= inner:
            yield [*rows, row]


def _unevenness(rows: Sequence[Sequence[Cell]]) -> float:
    return sum(_wide(row) ** 2 for row in rows)


def _wide(row: Sequence[Cell]) -> float:
    return sum(cell.width for cell in row)


def _filled(cells: Iterable[Cell], inner: float) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for cell in cells:
        if rows and _wide(rows[-1]) + cell.width <= inner:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _row_height(row: Sequence[Cell]) -> float:
    up = max(cell.up for cell in row)
    down = max(cell.label.box.h for cell in row) + HOUSE + LABEL_GAP if row[0].home else 0.0
    return up + HOUSE + down + 2 * SWING + BETWEEN


def _draw_row(row: Sequence[Cell], size: Point, drawn: _Drawn) -> None:
    """One row of the river, its houses evenly apart, and everybody above them."""
    width, top = size
    spare = (width - 2 * SIDE - _wide(row)) / len(row)
    line = top + max(cell.up for cell in row) + HOUSE + SWING
    left, houses = SIDE, []
    for number, cell in enumerate(row):
        at = Point(left + (cell.width + spare) / 2, line + (SWING if number % 2 == 0 else -SWING))
        if cell.home:
            label = moved(cell.label, at.x, at.y + HOUSE + LABEL_GAP)
            drawn.spots[cell.home.id] = Spot(cell.home.id, *at, HOUSE, label)
            houses.append(at)
        _draw_people(cell, at, drawn)
        left += cell.width + spare
    if houses:
        drawn.paths.append((Point(0, line), *houses, Point(width, line)))


def _draw_people(cell: Cell, at: Point, drawn: _Drawn) -> None:
    left = at.x - cell.crowd_width / 2
    foot = at.y - HOUSE - STEM
    for column in cell.columns:
        x = left + (column.width + column.channel) / 2
        y = foot
        for item, label in column.people:
            middle = y - PERSON - RING
            words = moved(label, x, middle - PERSON - RING - LABEL_GAP - label.box.h)
            drawn.spots[item.id] = Spot(item.id, x, middle, PERSON, words)
            y -= _high((item, label)) + ABOVE
        if cell.home:
            drawn.leaders.extend(_leaders(column, Point(left, foot), at, drawn))
        left += column.width + BETWEEN


def _leaders(column: Column, corner: Point, at: Point, drawn: _Drawn) -> Iterator[tuple[Point, ...]]:
    """From a person straight to the house; from people above each other down the channel beside them."""
    house = Point(at.x, at.y - HOUSE - LABEL_GAP)
    spots = [drawn.spots[item.id] for item, _ in column.people]
    if len(spots) == 1:
        yield Point(spots[0].x, spots[0].y + PERSON + RING), house
        return
    channel = corner.x + CHANNEL / 2 - 2
    yield Point(channel, spots[-1].y), Point(channel, corner.y), house
    yield from ((Point(channel, spot.y), Point(spot.x - PERSON - RING, spot.y)) for spot in spots)


def _high(person: tuple[Item, Label]) -> float:
    return 2 * (PERSON + RING) + LABEL_GAP + person[1].box.h
