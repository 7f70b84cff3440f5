"""Safety circles: rings around the child, each item anywhere in its ring, nearest to where it was put."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, degrees, hypot, pi

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.centres import token_of
from kith.engines.drawing.scenes.lettering import FACT, label_of, moved, titled
from kith.engines.drawing.scenes.scene import Item, Part, Scene
from kith.engines.drawing.scenes.settling import GAP, Body, Ground, has_room, on_ellipse, spread_turn
from kith.engines.drawing.scenes.wording import name_of, title_of

SHARES = (0.42, 0.72, 1.0)  # of the radius: where the rings of mockup and habit end
SMALLEST, LARGEST = 22.0, 29.0  # radius of a person's symbol
MARGIN = 12.0
TITLE_SIZE, TITLE_DOWN = 16.0, 10.0
WIDEST = 144.0
TURN_STEP, DEPTH_STEP = 4, 9.0
MANY = 12
LABEL_GAP = 2.0
GHOST_TURN = 26.0  # degrees down from the person to where a ghost is looked for first


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """Everybody in the ring they were put in, or None where the frame is too small."""
    middle, radius = _circle(width, height)
    token = token_of(scene)
    bands = _bands(scene, radius, token.r)
    if bands is None:
        return None
    labels = {item.id: label_of(item, widest=WIDEST, has_words=False) for item in scene.items}
    if not _have_room(scene, bands, labels):
        return None
    zones = tuple(_zones(scene, middle, bands))
    centre, name = token.at(middle)
    ground = Ground(width, height, taken=[zone.title.box for zone in zones if zone.title], centre=[centre])
    spots = _settled(scene, bands, middle, ground, labels)
    ghosts = _ghosts(scene, bands, middle, ground, spots) if spots is not None else None
    if spots is None or ghosts is None:
        return None
    return Arranged(
        scene=scene,
        width=round(width),
        height=round(height),
        spots=tuple(spots[item.id] for item in scene.items),
        middle=middle,
        centre=centre,
        centre_name=name,
        zones=zones,
        ghosts=ghosts,
    )


def placed(arranged: Arranged, _item: Item, x: float, y: float) -> Place:
    """The ring that a point lies in, how far out within it, and in which direction."""
    middle = arranged.middle
    far = hypot(x - middle.x, y - middle.y)
    inside = [zone for zone in arranged.zones if far <= zone.box.w / 2]
    part = (inside[-1] if inside else arranged.zones[0]).part
    bands = _bands(arranged.scene, _radius_of(arranged), arranged.centre.w / 2) or {}
    low, high = bands.get(part, (0.0, 1.0))
    share = min(max((far - low) / max(high - low, 1.0), 0.0), 1.0)
    return Place(part, round(100 * share), degrees(atan2(x - middle.x, middle.y - y)) % 360)


def _circle(width: float, height: float) -> tuple[Point, float]:
    return Point(width / 2, height / 2), min(width, height) / 2 - MARGIN


def _radius_of(arranged: Arranged) -> float:
    return _circle(arranged.width, arranged.key_top or arranged.height)[1]


def _symbol(scene: Scene) -> float:
    return LARGEST if len(scene.items) <= MANY else SMALLEST


def _parts(scene: Scene) -> tuple[Part, ...]:
    return scene.parts or (Part(id="", title=""),)


def _edges(scene: Scene, radius: float) -> dict[str, float]:
    """The outer edge of each ring in pixels, from the inside out."""
    parts = _parts(scene)
    count = len(parts)
    shares = SHARES if count == len(SHARES) else [(number + 1) / count for number in range(count)]
    return {part.id: radius * share for part, share in zip(parts, shares, strict=True)}


def _bands(scene: Scene, radius: float, child: float) -> dict[str, tuple[float, float]] | None:
    """From where to where the middles of symbols may stand in each ring; None where a ring is too narrow."""
    symbol, bands = _symbol(scene), {}
    low = child + GAP
    for part, edge in _edges(scene, radius).items():
        if edge - low < 2 * symbol + 2:
            return None
        bands[part] = (low + symbol + 1, edge - symbol - 2)
        low = edge
    return bands


def _have_room(scene: Scene, bands: dict[str, tuple[float, float]], labels: dict[str, Label]) -> bool:
    """Whether each ring is large enough for its own to be tried at all."""
    high = 2 * _symbol(scene)
    for part, (low, far) in bands.items():
        own = [labels[item.id].box for item in scene.items if item.part == part]
        ring = pi * ((far + high) ** 2 - max(low - high, 0) ** 2)
        if not has_room([box._replace(h=box.h + high) for box in own], ring):
            return False
    return True


def _zones(scene: Scene, middle: Point, bands: dict[str, tuple[float, float]]) -> Iterator[Zone]:
    """The rings from the outside in, so that each is painted over the one before, with their titles at the top."""
    symbol = _symbol(scene)
    for part in reversed(_parts(scene)):
        edge = bands[part.id][1] + symbol + 2
        yield Zone(part.id, Box(*middle, 2 * edge, 2 * edge), _title(part, middle, edge))


def _title(part: Part, middle: Point, edge: float) -> Label | None:
    if not part.title.strip():
        return None
    label = titled(title_of(part), size=TITLE_SIZE, widest=220)
    return moved(label, middle.x, middle.y - edge + TITLE_DOWN)


def _settled(
    scene: Scene, bands: dict[str, tuple[float, float]], middle: Point, ground: Ground, labels: dict[str, Label]
) -> dict[str, Spot] | None:
    """First those whom a hand has put somewhere, then the others, each in the order of the scene."""
    symbol = _symbol(scene)
    spots: dict[str, Spot] = {}
    for number, item in sorted(enumerate(scene.items), key=lambda pair: pair[1].turn is None):
        low, high = bands.get(item.part) or bands[_parts(scene)[-1].id]
        turn = spread_turn(number) if item.turn is None else item.turn
        far = low + (high - low) * (50 if item.turn is None else item.farness) / 100
        wanted = on_ellipse(middle, far, far, turn)
        spot = _spot(item, labels[item.id], _choices((low, high), middle, wanted), (symbol, ground))
        if spot is None:
            return None
        spots[item.id] = spot
    return spots


def _ghosts(
    scene: Scene,
    bands: dict[str, tuple[float, float]],
    middle: Point,
    ground: Ground,
    spots: dict[str, Spot],
) -> tuple[Spot, ...] | None:
    """Whom the other account puts in another ring, as near to themselves as there is room."""
    ghosts = []
    for item in scene.items:
        if item.ghost_part in bands and item.ghost_part != item.part:
            here, band = spots[item.id], bands[item.ghost_part]
            turn = degrees(atan2(here.x - middle.x, middle.y - here.y)) + (
                GHOST_TURN if here.x >= middle.x else -GHOST_TURN
            )
            label = titled(name_of(item), size=FACT, widest=WIDEST)
            choices = _choices(band, middle, on_ellipse(middle, sum(band) / 2, sum(band) / 2, turn))
            spot = _spot(item, label, choices, (_symbol(scene), ground))
            if spot is None:
                return None
            ghosts.append(spot)
    return tuple(ghosts)


def _choices(band: tuple[float, float], middle: Point, wanted: Point) -> list[Point]:
    """Points of a ring, nearest to the wanted one first; the wanted one itself where it is in the ring."""
    low, high = band
    points = sorted(_grid(low, high, middle), key=lambda point: hypot(point.x - wanted.x, point.y - wanted.y))
    is_inside = low - 0.01 <= hypot(wanted.x - middle.x, wanted.y - middle.y) <= high + 0.01
    return [wanted, *points] if is_inside else points


@lru_cache(maxsize=16)
def _grid(low: float, high: float, middle: Point) -> tuple[Point, ...]:
    depths = [low + DEPTH_STEP * step for step in range(int((high - low) / DEPTH_STEP) + 1)]
    return tuple(on_ellipse(middle, far, far, turn) for far in depths for turn in range(0, 360, TURN_STEP))


def _spot(item: Item, label: Label, choices: list[Point], around: tuple[float, Ground]) -> Spot | None:
    symbol, ground = around
    body = Body(max(symbol + 2, label.box.w / 2), symbol + 2, symbol + LABEL_GAP + label.box.h)
    point = next((point for point in choices if ground.is_free(body.at(point))), None)
    if point is None:
        return None
    ground.take(body.at(point))
    return Spot(item.id, *point, symbol, moved(label, point.x, point.y + symbol + LABEL_GAP))
