"""Nearness around a centre: nested ellipses, the nearer the closer, on which items find room beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.centres import Centre, Stature, centre_of, stature_of
from kith.engines.drawing.scenes.lettering import label_of, moved
from kith.engines.drawing.scenes.nearness import Orbits
from kith.engines.drawing.scenes.scene import FARTHEST, NEAREST, Item, Scene
from kith.engines.drawing.scenes.settling import Body, Ground, Segment, has_room, on_ellipse, spread_turn, swings

STEP = 3.0  # degrees between two choices
KEPT_WITHIN = 24.0  # degrees by which somebody may give way who was put there by hand
MOST_ASIDE = 12  # of farness, where many are equally near and one ellipse cannot hold them all
DRAWN = (FARTHEST, 66, 33)  # the ellipses that are shown, outermost first
# How the way from the centre to the edge is shared out, tried in this order: what stays free around the centre, and
# how the rest is spread (see `Orbits`). Many who are close need the later ones.
OPENINGS = ((0.0, 1.0), (0.2, 1.0), (0.15, 0.7), (0.35, 0.8), (0.5, 0.8))
LINE_ROOM = 40.0  # pixels between the centre and whoever is nearest, so that a line can be seen
LEAST_DEPTH = 60.0  # pixels from nearest to farthest, else the frame is too small
ROOMY = 3.2  # times the area of everybody: on ellipses more stays empty than on a field
LABEL_GAP = 2.0
LABEL_ABOVE, OVER_CENTRE = 70, 62.0  # words stand above a symbol nearer than this, within so many degrees of the top


@dataclass(frozen=True, slots=True)
class Stand:
    """One way of standing: where the symbol is, and its label below or above it."""

    point: Point
    room: Box
    label_top: float


def arrange(scene: Scene, width: float, height: float) -> Arranged | None:
    """Everybody on the ellipse of their nearness, or None where the frame is too small."""
    centre = centre_of(scene, Point(width / 2, height / 2))
    stature = stature_of(scene)
    labels = {item.id: label_of(item) for item in scene.items}
    rooms = [Box(0, 0, max(label.box.w, 2 * stature.half), label.box.h + stature.up) for label in labels.values()]
    if not has_room(rooms, width * height, roomy=ROOMY):
        return None
    for opening, curve in OPENINGS:
        orbits = orbits_of(centre, stature, Point(width, height), opening, curve)
        is_deep = min(orbits.far.x - orbits.near.x, orbits.far.y - orbits.near.y) >= LEAST_DEPTH
        ground = Ground(width, height, centre=centre.boxes)
        spots = _settled(scene, orbits, labels, stature, ground) if is_deep else None
        if spots is not None:
            return _arranged(scene, centre, orbits, spots, Point(width, height))
    return None


def _arranged(scene: Scene, centre: Centre, orbits: Orbits, spots: dict[str, Spot], size: Point) -> Arranged:
    return Arranged(
        scene=scene,
        width=round(size.x),
        height=round(size.y),
        spots=tuple(spots[item.id] for item in scene.items),
        middle=orbits.middle,
        orbits=orbits,
        centre=centre.box,
        centre_name=centre.name,
        zones=tuple(Zone("", _ellipse(orbits, farness)) for farness in DRAWN),
    )


def placed(arranged: Arranged, item: Item, x: float, y: float) -> Place:
    """What a dropped point says in a scene of nearness."""
    return Place(item.part, *_orbits(arranged).found(x, y))


def _orbits(arranged: Arranged) -> Orbits:
    if arranged.orbits is None:
        raise ValueError("this scene has no nearness")
    return arranged.orbits


def orbits_of(centre: Centre, stature: Stature, size: Point, opening: float, curve: float) -> Orbits:
    """From the centre to the edge of the frame, with room for a symbol and a short label.

    `opening` is the share of that way that stays free around the centre, so that many may be close.
    """
    near = Point(centre.half.x + stature.half + LINE_ROOM, centre.half.y + stature.up + LINE_ROOM)
    far = Point(size.x / 2 - stature.half - 22, size.y / 2 - stature.up - 20)
    opened = Point(*(least + (most - least) * opening for least, most in zip(near, far, strict=True)))
    return Orbits(Point(size.x / 2, size.y / 2), opened, far, curve)


def _ellipse(orbits: Orbits, farness: float) -> Box:
    rx, ry = orbits.radii(farness)
    return Box(orbits.middle.x, orbits.middle.y, 2 * rx, 2 * ry)


def _settled(
    scene: Scene, orbits: Orbits, labels: dict[str, Label], stature: Stature, ground: Ground
) -> dict[str, Spot] | None:
    """First those whom a hand has put somewhere, then the others, each in the order of the scene."""
    tied = {line.b for line in scene.lines if not line.a}
    stands: dict[str, tuple[Choices, Stand]] = {}
    for number, item in sorted(enumerate(scene.items), key=lambda pair: pair[1].turn is None):
        aside = _room_aside(scene, item)
        choices = Choices(item, number, orbits, labels[item.id], stature, aside, is_tied=item.id in tied)
        stand = choices.first_free(ground)
        if stand is None:
            return None
        ground.take(stand.room, choices.line_to(stand))
        stands[item.id] = (choices, stand)
    return {one: choices.spot(choices.turned_over(stand, ground)) for one, (choices, stand) in stands.items()}


def _room_aside(scene: Scene, item: Item) -> float:
    """How much farness an item may give way without coming nearer or farther than somebody who is not as near."""
    gaps = [abs(other.farness - item.farness) for other in scene.items if other.farness != item.farness]
    return min([MOST_ASIDE, *((gap - 1) / 2 for gap in gaps)])


@dataclass(frozen=True, slots=True)
class Choices:
    """Everywhere one item may stand, best first: exactly as near as it is felt, then a little aside."""

    item: Item
    number: int
    orbits: Orbits
    label: Label
    stature: Stature
    aside: float
    is_tied: bool

    def spot(self, stand: Stand) -> Spot:
        """The spot of an item that stands there."""
        return Spot(self.item.id, *stand.point, self.stature.half, moved(self.label, stand.point.x, stand.label_top))

    def line_to(self, stand: Stand) -> Segment | None:
        """The line from the centre, where there is one."""
        return Segment(self.orbits.middle, stand.point) if self.is_tied else None

    def turned_over(self, stand: Stand, ground: Ground) -> Stand:
        """The same with its words on the other side, where fewer lines of those who came later run beneath them."""
        own, under = self.line_to(stand), ground.lines_over(stand.room, self.line_to(stand))
        if not under:
            return stand
        ground.give_back(stand.room)
        sides = [self._stand(stand.point, body) for body in self._bodies()]
        free = [one for one in sides if ground.is_free(one.room) and ground.lines_over(one.room, own) < under]
        best = min(free, key=lambda one: ground.lines_over(one.room, own), default=stand)
        ground.take(best.room)
        return best

    def first_free(self, ground: Ground) -> Stand | None:
        """The first stand with room: without covering a line if that can be."""
        for farness in self._farnesses():
            free = None
            for point, body in self._places(farness):
                if ground.is_free(body.at(point)):
                    stand = self._stand(point, body)
                    if ground.is_clear(stand.room, self.line_to(stand)):
                        return stand
                    free = free or stand
            if free:
                return free
        return None

    def _farnesses(self) -> Iterator[float]:
        yield from (
            self.item.farness + aside
            for aside in swings(4, self.aside)
            if NEAREST <= self.item.farness + aside <= FARTHEST
        )

    def _places(self, farness: float) -> Iterator[tuple[Point, Body]]:
        """Words stand below, but away from the centre for whoever stands close above it."""
        turned = self.item.turn
        wanted, most = (spread_turn(self.number), 180.0) if turned is None else (turned, KEPT_WITHIN)
        middle, radii = self.orbits.middle, self.orbits.radii(farness)
        above, below = self._bodies()
        for swing in swings(STEP, most):
            turn = (wanted + swing) % 360
            point = on_ellipse(middle, *radii, turn)
            is_over_centre = farness < LABEL_ABOVE and min(turn, 360 - turn) < OVER_CENTRE
            yield point, above if is_over_centre else below
            yield point, below if is_over_centre else above

    def _bodies(self) -> tuple[Body, Body]:
        """With the words above the symbol, and below it."""
        size, high = self.stature, self.label.box.h + LABEL_GAP
        half = max(size.half, self.label.box.w / 2)
        return Body(half, size.up + high, size.down), Body(half, size.up, size.down + high)

    def _stand(self, point: Point, body: Body) -> Stand:
        size = self.stature
        top = point.y - body.up if body.up > size.up else point.y + size.down + LABEL_GAP
        return Stand(point, body.at(point), top)
