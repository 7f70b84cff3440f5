"""Fields around a person, each holding what belongs to it: four kinds of supporters, or the sectors of a community."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import atan2, degrees, hypot, pi

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.centres import token_of
from kith.engines.drawing.scenes.lettering import label_of, moved, plate, titled
from kith.engines.drawing.scenes.scene import Item, Part, Scene
from kith.engines.drawing.scenes.settling import Body, Ground, has_room, on_ellipse, spread_turn
from kith.engines.drawing.scenes.wording import title_of
from kith.engines.drawing.symbols.wrapping import wrap

SYMBOL, SMALL, MANY = 26.0, 21.0, 16
LABEL_GAP = 2.0
WIDEST = 150.0
TITLE_SIZE, TITLE_WIDEST = 16.0, 230.0
HINT_SIZE = 15.0
TURNS, DEPTHS = 40, 14  # how finely a field is searched
ROW_OF = 2  # fields beside each other
SHARE = 0.485  # of its room that a field fills in each direction
IN_CIRCLE, IN_SECTOR = 0.22, 0.52  # from the middle to the rim: about where somebody stands whom nobody has moved
TITLE_AT = 0.93
BRIM = 1.03  # words may lie on the rim, from the middle of the field
MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `point` turns nearness (0 to 1) and a turn into a point of it, `holds` says what is in it."""

    zone: Zone
    point: Callable[[float, float], Point]
    holds: Callable[[Spot], bool]
    turns: tuple[float, float]

    @property
    def area(self) -> float:
        """In square pixels."""
        return pi / 4 * self.zone.box.w * self.zone.box.h * (self.turns[1] - self.turns[0]) / 360


def supporters(scene: Scene, width: float, height: float) -> Arranged | None:
    """Soft circles round the person, each with its supporters; None where the frame is too small."""
    rows = -(-max(len(scene.parts), 1) // ROW_OF)
    room = Point(width / ROW_OF, height / rows)
    fields = {}
    for number, part in enumerate(scene.parts):
        middle = Point(room.x * (number % ROW_OF + 0.5), room.y * (number // ROW_OF + 0.5))
        fields[part.id] = _circle(part, middle, Point(room.x * SHARE, room.y * SHARE))
    return _filled(scene, fields, Point(width, height))


def community(scene: Scene, width: float, height: float) -> Arranged | None:
    """Sectors round the person, one for each part of the community; None where the frame is too small."""
    count = max(len(scene.parts), 1)
    step, whole = 360 / count, Box(width / 2, height / 2, width - 2 * MARGIN, height - 2 * MARGIN)
    fields = {part.id: _sector(part, whole, (step * (n - 0.5), step * (n + 0.5))) for n, part in enumerate(scene.parts)}
    return _filled(scene, fields, Point(width, height))


def placed_in_circle(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """The nearest circle, how far from its middle, and in which direction."""
    zones = [zone for zone in arranged.zones if zone.turns is None]
    if not zones:
        return Place(item.part, 0, 0.0)
    zone = min(zones, key=lambda zone: hypot((x - zone.box.x) / zone.box.w, (y - zone.box.y) / zone.box.h))
    return Place(zone.part, *_within(zone.box, x, y))


def placed_in_sector(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """The sector in that direction, and how far out."""
    for zone in arranged.zones:
        farness, turn = _within(zone.box, x, y)
        if zone.turns and (turn - zone.turns[0]) % 360 <= zone.turns[1] - zone.turns[0]:
            return Place(zone.part, farness, turn)
    return Place(item.part, 0, 0.0)


def _within(box: Box, x: float, y: float) -> tuple[int, float]:
    far, turn = _polar(box, x, y)
    return min(100, round(100 * far)), turn


def _polar(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far from the middle of the ellipse in a box (1 is its rim), and the direction."""
    dx, dy = (x - box.x) / (box.w / 2), (y - box.y) / (box.h / 2)
    return hypot(dx, dy), round(degrees(atan2(dx, -dy)), 1) % 360


def _outline(spot: Spot) -> list[tuple[float, float]]:
    """The points of a symbol and its words that reach farthest."""
    box = spot.label.box
    words = [(box.x + side * box.w / 2, box.y + end * box.h / 2) for side in (-1, 1) for end in (-1, 1)]
    return [*words, (spot.x, spot.y - spot.r), (spot.x - spot.r, spot.y), (spot.x + spot.r, spot.y)]


def _circle(part: Part, middle: Point, radii: Point) -> Field:
    box = Box(*middle, 2 * radii.x, 2 * radii.y)
    title = _title(part)
    zone = Zone(part.id, box, moved(title, middle.x, middle.y - radii.y + 4) if title else None)

    def holds(spot: Spot) -> bool:
        return all(_polar(box, x, y)[0] <= BRIM for x, y in _outline(spot))

    return Field(zone, lambda far, turn: on_ellipse(middle, radii.x * far, radii.y * far, turn), holds, (0, 360))


def _sector(part: Part, whole: Box, turns: tuple[float, float]) -> Field:
    middle, title = Point(whole.x, whole.y), _title(part)
    at = on_ellipse(middle, whole.w / 2 * TITLE_AT, whole.h / 2 * TITLE_AT, sum(turns) / 2)
    zone = Zone(part.id, whole, _kept_inside(title, at, whole) if title else None, turns)

    def holds(spot: Spot) -> bool:
        found = [_polar(whole, x, y) for x, y in _outline(spot)]
        return all(far <= BRIM and (turn - turns[0]) % 360 <= turns[1] - turns[0] for far, turn in found)

    return Field(zone, lambda far, turn: on_ellipse(middle, whole.w / 2 * far, whole.h / 2 * far, turn), holds, turns)


def _kept_inside(title: Label, at: Point, whole: Box) -> Label:
    """The title near a point of the rim, pushed into the frame."""
    x = min(max(at.x, whole.x - whole.w / 2 + title.box.w / 2), whole.x + whole.w / 2 - title.box.w / 2)
    y = min(max(at.y, whole.y - whole.h / 2 + title.box.h / 2), whole.y + whole.h / 2 - title.box.h / 2)
    return moved(title, x, y - title.box.h / 2)


def _title(part: Part) -> Label | None:
    if not part.title.strip():
        return None
    names = titled(title_of(part), size=TITLE_SIZE, widest=TITLE_WIDEST).lines
    hint = wrap(part.hint, width=TITLE_WIDEST, size=HINT_SIZE)
    return plate([line.text for line in names], hint, size=TITLE_SIZE)


def _filled(scene: Scene, fields: dict[str, Field], size: Point) -> Arranged | None:
    middle = Point(size.x / 2, size.y / 2)
    centre, name = token_of(scene).at(middle)
    labels = {item.id: label_of(item, widest=WIDEST) for item in scene.items}
    titles = [field.zone.title.box for field in fields.values() if field.zone.title]
    ground = Ground(size.x, size.y, centre=[centre])
    if not all(map(_taken(ground), titles)) or not _have_room(scene, fields, labels):
        return None
    spots = _settled(scene, fields, labels, ground)
    if spots is None:
        return None
    return Arranged(
        scene=scene,
        width=round(size.x),
        height=round(size.y),
        spots=tuple(spots[item.id] for item in scene.items),
        middle=middle,
        centre=centre,
        centre_name=name,
        zones=tuple(field.zone for field in fields.values()),
    )


def _taken(ground: Ground) -> Callable[[Box], bool]:
    """Takes a box; False where something was there."""

    def take(box: Box) -> bool:
        is_free = ground.is_free(box)
        ground.take(box)
        return is_free

    return take


def _symbol(scene: Scene) -> float:
    return SYMBOL if len(scene.items) <= MANY else SMALL


def _have_room(scene: Scene, fields: dict[str, Field], labels: dict[str, Label]) -> bool:
    """Whether each field is large enough for its own to be tried at all."""
    high = 2 * _symbol(scene)
    for part, field in fields.items():
        own = [labels[item.id].box for item in scene.items if item.part == part]
        if not has_room([box._replace(h=box.h + high) for box in own], field.area):
            return False
    return True


def _settled(
    scene: Scene, fields: dict[str, Field], labels: dict[str, Label], ground: Ground
) -> dict[str, Spot] | None:
    """First those whom a hand has put somewhere, then the others; a field that is not there is the last one."""
    spots: dict[str, Spot] = {}
    whole = Field(Zone("", Box(0, 0, 0, 0)), _anywhere(ground), lambda _: True, (0, 360))
    grids = {part: list(_points(field)) for part, field in fields.items()}
    for number, item in sorted(enumerate(scene.items), key=lambda pair: pair[1].turn is None):
        field = fields.get(item.part, whole)
        grid = grids.get(item.part) or list(_points(whole))
        spot = _spot(item, labels[item.id], _symbol(scene), (field, grid, _wanted(item, number, field), ground))
        if spot is None:
            return None
        spots[item.id] = spot
    return spots


def _anywhere(ground: Ground) -> Callable[[float, float], Point]:
    middle = Point(ground.width / 2, ground.height / 2)
    return lambda far, turn: on_ellipse(middle, middle.x * far, middle.y * far, turn)


def _wanted(item: Item, number: int, field: Field) -> Point:
    """Where a hand has put it; else around the middle of the field."""
    first, last = field.turns
    if item.turn is not None:
        return field.point(item.farness / 100, item.turn)
    share = spread_turn(number) / 360
    if field.zone.turns is None:
        return field.point(IN_CIRCLE, 360 * share)
    return field.point(IN_SECTOR + 0.1 * share, first + (last - first) * (0.3 + 0.4 * share))


def _spot(item: Item, label: Label, symbol: float, around: tuple[Field, list[Point], Point, Ground]) -> Spot | None:
    field, grid, wanted, ground = around
    body = Body(max(symbol + 2, label.box.w / 2), symbol + 2, symbol + LABEL_GAP + label.box.h)
    if item.turn is None:
        wanted = Point(wanted.x, wanted.y - (body.down - body.up) / 2)
    for point in (wanted, *sorted(grid, key=lambda point: hypot(point.x - wanted.x, point.y - wanted.y))):
        room = body.at(point)
        if ground.is_free(room):
            spot = Spot(item.id, *point, symbol, moved(label, point.x, point.y + symbol + LABEL_GAP))
            if field.holds(spot):
                ground.take(room)
                return spot
    return None


def _points(field: Field) -> Iterator[Point]:
    first, last = field.turns
    for depth in range(1, DEPTHS + 1):
        for step in range(TURNS):
            yield field.point(depth / DEPTHS * 0.95, first + (last - first) * (step + 0.5) / TURNS)
