"""A tree of life: people and gifts in its crown, strengths on the trunk, days on the grass, roots and seeds below.

The crown is packed like any field; everything else flows in rows. Width is kept, and the tree grows in height.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan2, ceil, degrees, hypot

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.kinds.flowing import APART, Flow, flow
from kith.engines.drawing.scenes.lettering import FACT, label_of, moved, plate, titled
from kith.engines.drawing.scenes.scene import Item, Part, Scene, State
from kith.engines.drawing.scenes.settling import Body, Ground, on_ellipse, spread_turn
from kith.engines.drawing.scenes.wording import centre_says
from kith.engines.drawing.symbols.wrapping import wrap

CROWN = ("leaves", "fruits", "branches")
LEAST_WIDTH, LEAST_CROWN = 640.0, 290.0
CROWN_WIDE, CROWN_LOW = 0.42, 14.0  # half its width, of the frame; pixels by which it hangs over the trunk
TRUNK_HALF = 95.0  # what the trunk and its widest plate leave free beside them
LEAST_TRUNK, LEAST_GRASS, LEAST_SOIL = 120.0, 62.0, 120.0
ROOTS, SEEDS = (0.2, 0.71), (0.73, 0.985)  # from where to where in the frame
SIDE = 18.0
FRUIT, SEED_UP = 21.0, 26.0
LEAF_SIDE, LEAF_END = 15.0, 8.0  # from the words to the edge of a leaf
WANTED = {"leaves": 0.78, "fruits": 0.5, "branches": 0.3}  # how far out somebody stands whom nobody has moved
ABOVE_GRASS, IN_GRASS, IN_SOIL = 44.0, 30.0, 40.0  # free room in each band beside its plates
CAPTION_ROOM, CAPTION_WIDEST = 40.0, 186.0
STALK, LABEL_GAP = 14.0, 3.0
CENTRE_SIZE, CENTRE_WIDEST = 20.0, 150.0
LEAF_WIDEST, WORDS_WIDEST = 150.0, 210.0
WORDS_SHARE = 0.75  # of its span that a line of words may take, so that a long word still fits
GROWTH, TALLEST = 1.06, 10.0
TURNS, DEPTHS = 48, 12


@dataclass(frozen=True, slots=True)
class Bands:
    """Where the crown, the trunk, the grass and the soil end, from the top down, in a frame of a width."""

    width: float
    crown: float
    trunk: float
    grass: float
    soil: float

    @property
    def leafage(self) -> Box:
        """The ellipse of the crown."""
        return Box(self.width / 2, self.crown / 2 + CROWN_LOW / 2, 2 * CROWN_WIDE * self.width, self.crown + CROWN_LOW)


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """The whole tree; None where the frame is too narrow."""
    if width < LEAST_WIDTH:
        return None
    labels = {item.id: _label(item, width) for item in scene.items}
    stacks = _stacks(scene, labels, width)
    below = stacks.trunk + stacks.grass + stacks.soil
    tall = max(round(height), ceil(below + LEAST_CROWN))
    while tall < TALLEST * width:
        crown = tall - below
        bands = Bands(width, crown, crown + stacks.trunk, tall - stacks.soil, tall)
        captions = tuple(_captions(scene, bands))
        spots = _crown_spots(scene, labels, bands, captions)
        if spots is not None:
            spots |= _lower_spots(scene, labels, bands)
            return _arranged(scene, bands, spots, captions)
        tall = ceil(tall * GROWTH)
    return None


def placed(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """The part of the tree at a point; in the crown also how far out and in which direction."""
    zones = {zone.part: zone.box for zone in arranged.zones}
    crown = zones[CROWN[0]]
    dx, dy = (x - crown.x) / (crown.w / 2), (y - crown.y) / (crown.h / 2)
    farness, turn = min(100, round(100 * hypot(dx, dy))), round(degrees(atan2(dx, -dy)), 1) % 360
    for part in ("trunk", "seeds", "ground", "roots"):
        box = zones[part]
        if abs(x - box.x) <= box.w / 2 and abs(y - box.y) <= box.h / 2:
            return Place(part, item.farness, 0.0)
    return Place(item.part if item.part in CROWN else CROWN[0], farness, turn)


@dataclass(frozen=True, slots=True)
class Stacks:
    """How high the parts below the crown must be."""

    trunk: float
    grass: float
    soil: float


def _of(scene: Scene, part: str) -> list[Item]:
    """The items of one part; what has no known part hangs in the crown as a leaf."""
    known = (*CROWN, "trunk", "ground", "roots", "seeds")
    return [item for item in scene.items if item.part == part or (part == "leaves" and item.part not in known)]


def _label(item: Item, width: float) -> Label:
    """Leaves hold the name alone; what a dashed or pale leaf means stands in the key."""
    if item.part == "seeds":
        return label_of(item, widest=min(WORDS_WIDEST, (SEEDS[1] - SEEDS[0]) * width * WORDS_SHARE))
    if item.part in ("fruits", "branches", "trunk", "ground", "roots"):
        return label_of(item, widest=min(WORDS_WIDEST, (width / 2 - TRUNK_HALF - SIDE) * WORDS_SHARE))
    state: State = "blank" if item.state == "blank" else "sure"
    return label_of(replace(item, words="", period="", state=state), widest=LEAF_WIDEST)


def _stacks(scene: Scene, labels: dict[str, Label], width: float) -> Stacks:
    trunk = sum(labels[item.id].box.h + APART for item in _of(scene, "trunk"))
    flows = {part: rows for part, _, rows in _flows(scene, labels, width)}
    return Stacks(
        trunk=max(LEAST_TRUNK, trunk + ABOVE_GRASS),
        grass=max(
            LEAST_GRASS,
            _name_of(scene).box.h + IN_GRASS,
            flows["left"].depth + IN_GRASS,
            flows["right"].depth + IN_GRASS,
        ),
        soil=max(LEAST_SOIL, max(flows["roots"].depth, flows["seeds"].depth) + IN_SOIL + CAPTION_ROOM),
    )


def _flows(scene: Scene, labels: dict[str, Label], width: float) -> Iterator[tuple[str, list[Item], Flow]]:
    """What flows in rows: on the grass in turn left and right of the trunk, then roots, then seeds."""
    days = _of(scene, "ground")
    for name, things, span, above in (
        ("left", days[::2], (SIDE, width / 2 - TRUNK_HALF), 0.0),
        ("right", days[1::2], (width / 2 + TRUNK_HALF, width - SIDE), 0.0),
        ("roots", _of(scene, "roots"), (ROOTS[0] * width, ROOTS[1] * width), 0.0),
        ("seeds", _of(scene, "seeds"), (SEEDS[0] * width, SEEDS[1] * width), SEED_UP),
    ):
        yield name, things, flow(things, labels, span, above=above)


def _lower_spots(scene: Scene, labels: dict[str, Label], bands: Bands) -> dict[str, Spot]:
    """Plates on the trunk from the bottom up, on the grass and in the soil."""
    spots: dict[str, Spot] = {}
    y = bands.trunk - ABOVE_GRASS / 2
    for item in _of(scene, "trunk"):
        box = labels[item.id].box
        spots[item.id] = _plate_spot(item, labels, Point(bands.width / 2, y - box.h / 2))
        y -= box.h + APART
    tops = {"left": bands.trunk + IN_GRASS / 2, "roots": bands.grass + IN_SOIL, "seeds": bands.grass + IN_SOIL / 2}
    for name, things, rows in _flows(scene, labels, bands.width):
        top = tops.get(name, tops["left"])
        for item in things:
            middle = rows.middles[item.id]
            spots[item.id] = _plate_spot(item, labels, Point(middle.x, middle.y + top))
    return spots


def _plate_spot(item: Item, labels: dict[str, Label], at: Point) -> Spot:
    box = labels[item.id].box
    return Spot(item.id, *at, box.h / 2, moved(labels[item.id], at.x, at.y - box.h / 2))


def _crown_spots(
    scene: Scene, labels: dict[str, Label], bands: Bands, captions: tuple[Zone, ...]
) -> dict[str, Spot] | None:
    """Leaves, fruits and hopes, each nearest to where it was put, all of it within the crown."""
    box = bands.leafage
    boxes = [zone.title.box for zone in captions if zone.title]
    ground = Ground(bands.width, bands.crown + CROWN_LOW, taken=boxes)
    grid = [_in_crown(box, depth / DEPTHS, 360 / TURNS * step) for depth in range(DEPTHS + 1) for step in range(TURNS)]
    spots: dict[str, Spot] = {}
    hanging = [(n, item) for n, item in enumerate(scene.items) if item.part in CROWN or item in _of(scene, "leaves")]
    for number, item in sorted(hanging, key=lambda pair: pair[1].turn is None):
        far = WANTED.get(item.part, WANTED["leaves"]) if item.turn is None else item.farness / 100
        wanted = _in_crown(box, far, spread_turn(number) if item.turn is None else item.turn)
        body = _body(item, labels[item.id])
        near = sorted(grid, key=lambda point: hypot(point.x - wanted.x, point.y - wanted.y))
        point = next((one for one in (wanted, *near) if ground.is_free(body.at(one))), None)
        if point is None:
            return None
        ground.take(body.at(point))
        spots[item.id] = _crown_spot(item, labels[item.id], point)
    return spots


def _in_crown(box: Box, far: float, turn: float) -> Point:
    return on_ellipse(Point(box.x, box.y), box.w / 2 * far, box.h / 2 * far, turn)


def _body(item: Item, label: Label) -> Body:
    """A leaf around its words, a fruit with its words below, or a plate."""
    half, high = label.box.w / 2, label.box.h / 2
    if item.part == "fruits":
        return Body(max(half, FRUIT), FRUIT + STALK, FRUIT + LABEL_GAP + label.box.h)
    if item.part == "branches":
        return Body(half, high, high)
    return Body(half + LEAF_SIDE, high + LEAF_END, high + LEAF_END)


def _crown_spot(item: Item, label: Label, at: Point) -> Spot:
    if item.part == "fruits":
        return Spot(item.id, *at, FRUIT, moved(label, at.x, at.y + FRUIT + LABEL_GAP))
    return Spot(item.id, *at, label.box.h / 2, moved(label, at.x, at.y - label.box.h / 2))


def _captions(scene: Scene, bands: Bands) -> Iterator[Zone]:
    """The ground of each part, and what it is called, at the edge of the picture."""
    soil = bands.soil - bands.grass
    seeds = Box(sum(SEEDS) / 2 * bands.width, bands.grass + soil / 2, (SEEDS[1] - SEEDS[0]) * bands.width, soil)
    boxes = {
        "trunk": Box(bands.width / 2, (bands.crown + bands.trunk) / 2, 2 * TRUNK_HALF, bands.trunk - bands.crown),
        "ground": Box(bands.width / 2, (bands.trunk + bands.grass) / 2, bands.width, bands.grass - bands.trunk),
        "roots": Box(bands.width * SEEDS[0] / 2, bands.grass + soil / 2, bands.width * SEEDS[0], soil),
        "seeds": seeds,
    }
    parts = {part.id: part for part in scene.parts}
    top = SIDE
    for name in CROWN:
        title = _caption(parts.get(name))
        yield Zone(name, bands.leafage, _at_left(title, top + title.box.h / 2) if title else None)
        top += title.box.h + 1 if title else 0.0
    middles = {
        "trunk": bands.trunk - 62,
        "ground": bands.trunk - 24,
        "roots": bands.soil - 24,
        "seeds": bands.soil - 24,
    }
    for name, box in boxes.items():
        title = _caption(parts.get(name))
        if title and name == "seeds":
            title = moved(title, bands.width - SIDE - title.box.w / 2, middles[name] - title.box.h / 2)
        elif title:
            title = _at_left(title, middles[name])
        yield Zone(name, box, title)


def _at_left(title: Label, middle: float) -> Label:
    return moved(title, SIDE / 2 + title.box.w / 2, middle - title.box.h / 2)


def _caption(part: Part | None) -> Label | None:
    if part is None or not part.title.strip():
        return None
    words = f"{part.title}: {part.hint}" if part.hint.strip() else part.title
    return plate((), wrap(words, width=CAPTION_WIDEST, size=FACT))


def _name_of(scene: Scene) -> Label:
    return titled(centre_says(scene), size=CENTRE_SIZE, widest=CENTRE_WIDEST)


def _arranged(scene: Scene, bands: Bands, spots: dict[str, Spot], captions: tuple[Zone, ...]) -> Arranged:
    name = _name_of(scene)
    at = Point(bands.width / 2, bands.trunk + (bands.grass - bands.trunk) / 2)
    return Arranged(
        scene=scene,
        width=round(bands.width),
        height=round(bands.soil),
        spots=tuple(spots[item.id] for item in scene.items),
        middle=at,
        centre=Box(*at, name.box.w + 8, name.box.h + 4),
        centre_name=moved(name, at.x, at.y - name.box.h / 2),
        zones=captions,
        bands=(bands.crown, bands.trunk, bands.grass, bands.soil),
    )
