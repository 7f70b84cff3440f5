"""A genogram of somebody's view: everybody in their generation by the lines between them, their words beneath them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, hypot

from kith.engines.drawing.layout import CannotDraw, Spacing, layout
from kith.engines.drawing.network import Relation
from kith.engines.drawing.picture import Box, Label, Mark, Point, Size, Symbol
from kith.engines.drawing.picture import Line as FamilyLine
from kith.engines.drawing.routing import route
from kith.engines.drawing.routing.feelings import join
from kith.engines.drawing.routing.ground import Ground
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot
from kith.engines.drawing.scenes.family_ties import MIDDLE, family_of, feelings_of
from kith.engines.drawing.scenes.keys import FEELINGS
from kith.engines.drawing.scenes.lettering import FACT, WIDEST, label_of, moved, plate, titled
from kith.engines.drawing.scenes.scene import Item, Line, Scene
from kith.engines.drawing.scenes.wording import centre_says, facts_of, name_of, part_says
from kith.engines.drawing.symbols.sheet import load_sheet
from kith.engines.drawing.symbols.wrapping import wrap

SYMBOL, GAP, PAD = 27.0, 3.0, 8.0
CENTRE_SIZE = 19.0
THEME_SIZE = 15.0
DOT, BESIDE, BETWEEN = 8.0, 2.0, 6.0  # radius of the dot before words, from it to them, and between two
MOST_WIDE = 140.0  # of words beneath a name
SPACING = Spacing(symbol=2 * SYMBOL)


@dataclass(frozen=True, slots=True)
class Stack:
    """What stands of one person: the name, and beneath it what they say of themselves."""

    name: Label
    words: tuple[tuple[Item, Label], ...]

    @property
    def size(self) -> Size:
        """The room of the symbol and of all that stands beneath it."""
        wide = max(self.name.box.w, 2 * SYMBOL, *map(_width, self.labels))
        return Size(wide + PAD, 2 * SYMBOL + GAP + self.name.box.h + sum(map(_height, self.labels)) + PAD)

    @property
    def labels(self) -> tuple[Label, ...]:
        return tuple(label for _, label in self.words)


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """Everybody in their row; wider and higher than the frame where the family is. None where no rows can be found."""
    family = family_of(scene)
    stacks = dict(_stacks(scene))
    rooms = {person: stack.size for person, stack in stacks.items()}
    try:
        standing = layout(family, rooms, style=SPACING)
    except CannotDraw:
        return None
    routes = route(family, standing, sizes=rooms, spacing=SPACING)
    middles = {person: Point(place.x, routes.row_y(place.row)) for person, place in standing.places.items()}
    people = [_symbol(person, stack, middles[person]) for person, stack in stacks.items()]
    courses = _courses(scene, Ground(people, routes.lines, routes.marks, rooms))
    drawn = (*(line.points for line in routes.lines), *(way for ways in courses.values() for way in ways))
    reach = _reach(middles, rooms, drawn)
    margin = SPACING.margin / 2
    wide = max(ceil(reach.w + 2 * margin), round(width))
    high = max(ceil(reach.h + 2 * margin), round(height))
    by = Point((wide - reach.w) / 2 - (reach.x - reach.w / 2), (high - reach.h) / 2 - (reach.y - reach.h / 2))
    at = {person: _by(point, by) for person, point in middles.items()}
    spots = {spot.item_id: spot for person, stack in stacks.items() for spot in _spots(person, stack, at[person])}
    return Arranged(
        scene=scene,
        width=wide,
        height=high,
        spots=tuple(spots[item.id] for item in scene.items),
        middle=at[MIDDLE],
        centre=Box(*at[MIDDLE], 2 * SYMBOL, 2 * SYMBOL),
        centre_name=spots[MIDDLE].label,
        ties=tuple(_line_by(line, by) for line in routes.lines),
        marks=tuple(_mark_by(mark, by) for mark in routes.marks),
        courses={line: tuple(tuple(_by(one, by) for one in way) for way in ways) for line, ways in courses.items()},
    )


def placed(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """People stand where their lines put them; words go to the person they are dropped beside, as the part."""
    if item.kind != "words":
        return Place(item.part, item.farness, 0.0)
    people = {one.id for one in arranged.scene.items if one.kind != "words"}
    spots = [Spot("", *arranged.middle, SYMBOL, arranged.centre_name)]
    spots += [spot for spot in arranged.spots if spot.item_id in people]
    nearest = min(spots, key=lambda spot: hypot(spot.x - x, spot.y - y))
    return Place(nearest.item_id, item.farness, 0.0)


def _stacks(scene: Scene) -> Iterator[tuple[str, Stack]]:
    """By person; words at nobody who is there are those of whoever stands in the middle."""
    people = {item.id: item for item in scene.items if item.kind != "words"}
    words = [item for item in scene.items if item.kind == "words"]
    theirs = [item for item in words if item.at not in people]
    yield MIDDLE, Stack(titled(centre_says(scene), size=CENTRE_SIZE, widest=WIDEST), _worded(scene, theirs))
    for key, person in people.items():
        yield key, Stack(label_of(person), _worded(scene, [one for one in words if one.at == key]))


def _worded(scene: Scene, items: list[Item]) -> tuple[tuple[Item, Label], ...]:
    return tuple((item, _words(scene, item)) for item in items)


def _words(scene: Scene, item: Item) -> Label:
    """All that somebody says of themselves, below its theme: nothing of it is cut."""
    theme = wrap(part_says(scene, item.part), width=MOST_WIDE, size=THEME_SIZE, bold=True)
    told = [line for words in (name_of(item), *facts_of(item)) for line in wrap(words, width=MOST_WIDE, size=FACT)]
    return plate(theme if item.part else (), told, size=THEME_SIZE)


def _width(label: Label) -> float:
    return 2 * DOT + BESIDE + label.box.w


def _height(label: Label) -> float:
    return max(label.box.h, 2 * DOT) + BETWEEN


def _spots(person: str, stack: Stack, at: Point) -> Iterator[Spot]:
    top = at.y + SYMBOL + GAP
    yield Spot(person, *at, SYMBOL, moved(stack.name, at.x, top))
    top += stack.name.box.h + BETWEEN
    left = at.x - max(map(_width, stack.labels), default=0.0) / 2
    for item, label in stack.words:
        middle = top + (_height(label) - BETWEEN) / 2
        beside = left + 2 * DOT + BESIDE + label.box.w / 2
        yield Spot(item.id, left + DOT, middle, DOT, moved(label, beside, middle - label.box.h / 2))
        top += _height(label)


def _symbol(person: str, stack: Stack, at: Point) -> Symbol:
    """Somebody as the ground knows them: their shape, and below it all that stands there."""
    room = stack.size
    words = Box(at.x, at.y + room.h / 2, room.w - PAD, room.h - 2 * SYMBOL - PAD)
    box = Box(*at, 2 * SYMBOL, 2 * SYMBOL)
    return Symbol(person=person, box=box, shape="circle", label=Label(box=words, lines=stack.name.lines))


def _courses(scene: Scene, ground: Ground) -> Mapping[str, list[tuple[Point, ...]]]:
    """How lines beside kinship go round people, by the line's id, a strand for each of its kinds."""
    ties = [tie for line in scene.lines for tie in _relations(line) if {tie.a, tie.b} <= ground.symbols.keys()]
    curves = {(curve.a, curve.b, curve.kind): curve.points for curve in join(ties, ground, sheet=load_sheet())}
    found = {line.id: [curves.get((tie.a, tie.b, tie.kind), ()) for tie in _relations(line)] for line in scene.lines}
    return {line: [way for way in ways if way] for line, ways in found.items() if any(ways)}


def _relations(line: Line) -> Iterator[Relation]:
    for kind in feelings_of(line):
        yield Relation(a=line.a or MIDDLE, b=line.b, kind=FEELINGS.get(kind, "other"))


def _reach(middles: Mapping[str, Point], rooms: Mapping[str, Size], drawn: Iterable[Sequence[Point]]) -> Box:
    """The room that all of them take, with every line that was drawn."""
    corners = [point for points in drawn for point in points]
    for person, (x, y) in middles.items():
        w, h = rooms[person]
        corners += [Point(x - w / 2, y - SYMBOL), Point(x + w / 2, y - SYMBOL + h)]
    (left, right), (top, foot) = ((min(side), max(side)) for side in zip(*corners, strict=True))
    return Box((left + right) / 2, (top + foot) / 2, right - left, foot - top)


def _by(point: Point, by: Point) -> Point:
    return Point(point.x + by.x, point.y + by.y)


def _line_by(line: FamilyLine, by: Point) -> FamilyLine:
    points, jumps = (tuple(_by(point, by) for point in some) for some in (line.points, line.jumps))
    return replace(line, points=points, jumps=jumps, union="", child="")


def _mark_by(mark: Mark, by: Point) -> Mark:
    return replace(mark, at=_by(mark.at, by), union="")
