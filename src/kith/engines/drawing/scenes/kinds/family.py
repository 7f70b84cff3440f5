"""A family tree for children: a row for each generation, the child at the foot, one side left and the other right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.centres import token_of
from kith.engines.drawing.scenes.kinds.flowing import Flow, flow
from kith.engines.drawing.scenes.lettering import label_of, moved, titled
from kith.engines.drawing.scenes.scene import Item, Scene
from kith.engines.drawing.scenes.wording import OLDEST, title_of

LEAST_WIDTH = 1000.0  # a row with brothers and sisters of three kinds beside the child
SYMBOL, LABEL_GAP, PAD = 27.0, 2.0, 8.0
WIDEST = 132.0
SPANS = {"left": (0.02, 0.37), "middle": (0.39, 0.61), "right": (0.63, 0.98)}  # of the width
# In the row of the child, who stands in the middle, whole brothers and sisters stand before and after.
OWN_ROW = {"left": (0.02, 0.245), "before": (0.255, 0.44), "after": (0.56, 0.745), "right": (0.755, 0.98)}
BOTH = "both"
LEAST_ROW, BETWEEN_ROWS = 110.0, 26.0
TOP, FOOT = 58.0, 46.0  # for the names of the sides, and the meadow
TITLE_SIZE = 17.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Those of one generation on one side."""

    step: int
    side: str
    items: tuple[Item, ...]
    high: float  # of everybody of the generation, the same for all
    rows: Flow


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """Everybody in their row and on their side; None where the frame is too narrow."""
    if width < LEAST_WIDTH:
        return None
    labels = {item.id: label_of(item, widest=WIDEST) for item in scene.items}
    clusters = tuple(_clusters(scene, labels, width))
    token = token_of(scene)
    deep = {step: max(cluster.rows.depth for cluster in clusters if cluster.step == step) for step in _steps(scene)}
    rows = {step: max(LEAST_ROW, depth, token.r * 2 if step == 0 else 0) for step, depth in deep.items()}
    needed = TOP + FOOT + sum(rows.values()) + BETWEEN_ROWS * len(rows)
    tall = max(ceil(needed), round(height))
    spare = (tall - needed) / len(rows)
    spots: dict[str, Spot] = {}
    zones: list[Zone] = []
    top = TOP
    for step in reversed(_steps(scene)):
        high = rows[step] + BETWEEN_ROWS + spare
        for cluster in (one for one in clusters if one.step == step):
            spots |= _spots(cluster, labels, top + (high - deep[step]) / 2)
            zones.append(_zone(scene, cluster, Point(width, top), high))
        top += high
    at = Point(width / 2, tall - FOOT - (rows[0] + BETWEEN_ROWS + spare) / 2)
    centre, name = token.at(at)
    return Arranged(
        scene=scene,
        width=round(width),
        height=tall,
        spots=tuple(spots[item.id] for item in scene.items),
        middle=at,
        centre=centre,
        centre_name=name,
        zones=(*_titles(scene, width), *zones),
        bands=(TOP, tall - FOOT),
    )


def placed(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """The side and the row of a point; `farness` is the row, in generations above the child."""
    zones = [zone for zone in arranged.zones if not zone.title]
    inside = min(zones, key=lambda zone: (_away(y, zone.box.y, zone.box.h), _away(x, zone.box.x, zone.box.w)))
    return Place(inside.part or item.part, inside.step, 0.0)


def _away(at: float, middle: float, size: float) -> float:
    return max(abs(at - middle) - size / 2, 0.0)


def _step_of(item: Item) -> int:
    return min(max(item.farness, 0), OLDEST)


def _steps(scene: Scene) -> range:
    """From the child's own row to the oldest, with parents and grandparents always there to be filled."""
    return range(max([2, *map(_step_of, scene.items)]) + 1)


def _sides(scene: Scene) -> dict[str, str]:
    """Each part's side: the first to the left, the second to the right, and whoever belongs to both in the middle."""
    own = [part.id for part in scene.parts if part.id != BOTH]
    return dict(zip(own, ("left", "right"), strict=False))


def _clusters(scene: Scene, labels: Mapping[str, Label], width: float) -> Iterator[Cluster]:
    sides = _sides(scene)
    bodies = {key: replace(label, box=Box(0, 0, *_size(label))) for key, label in labels.items()}
    for step in _steps(scene):
        row = [item for item in scene.items if _step_of(item) == step]
        level = _level(row, bodies)
        high = max((label.box.h for label in level.values()), default=0.0)
        for side, items in _by_side(row, sides, is_own=step == 0).items():
            first, last = _spans(step)[side]
            yield Cluster(step, side, tuple(items), high, flow(items, level, (first * width, last * width)))


def _spans(step: int) -> dict[str, tuple[float, float]]:
    return SPANS if step else OWN_ROW


def _by_side(row: Sequence[Item], sides: Mapping[str, str], *, is_own: bool) -> dict[str, list[Item]]:
    """Who stands where in a row; in the child's own row those of both sides stand in turn before and after."""
    found: dict[str, list[Item]] = {side: [] for side in _spans(0 if is_own else 1)}
    for item in row:
        side = sides.get(item.part, "middle")
        if is_own and side == "middle":
            side = "before" if len(found["before"]) <= len(found["after"]) else "after"
        found[side].append(item)
    return found


def _level(row: Sequence[Item], bodies: Mapping[str, Label]) -> dict[str, Label]:
    """Bodies of one height, so that all symbols of a generation stand on one line."""
    high = max((bodies[item.id].box.h for item in row), default=0.0)
    return {item.id: replace(bodies[item.id], box=bodies[item.id].box._replace(h=high)) for item in row}


def _size(label: Label) -> tuple[float, float]:
    return max(label.box.w, 2 * SYMBOL) + PAD, label.box.h + 2 * SYMBOL + LABEL_GAP + PAD


def _spots(cluster: Cluster, labels: Mapping[str, Label], top: float) -> dict[str, Spot]:
    spots = {}
    for item in cluster.items:
        middle, label = cluster.rows.middles[item.id], labels[item.id]
        y = top + middle.y - cluster.high / 2 + PAD / 2 + SYMBOL
        spots[item.id] = Spot(item.id, middle.x, y, SYMBOL, moved(label, middle.x, y + SYMBOL + LABEL_GAP))
    return spots


def _zone(scene: Scene, cluster: Cluster, corner: Point, high: float) -> Zone:
    first, last = _spans(cluster.step)[cluster.side]
    if cluster.side in ("before", "after"):  # up to the middle, where the child stands
        first, last = min(first, 0.5), max(last, 0.5)
    box = Box((first + last) / 2 * corner.x, corner.y + high / 2, (last - first) * corner.x, high)
    parts = {side: part for part, side in _sides(scene).items()}
    middle = BOTH if BOTH in [part.id for part in scene.parts] else ""
    return Zone(parts.get(cluster.side, middle), box, step=cluster.step)


def _titles(scene: Scene, width: float) -> Sequence[Zone]:
    """The name of each side above it."""
    found = []
    for part in scene.parts:
        if part.title.strip():
            first, last = SPANS[_sides(scene).get(part.id, "middle")]
            label = titled(title_of(part), size=TITLE_SIZE, widest=(last - first) * width * 0.75)
            at = (first + last) / 2 * width
            found.append(Zone(part.id, Box(at, TOP / 2, 0, 0), moved(label, at, max(TOP - 12 - label.box.h, 4))))
    return found
