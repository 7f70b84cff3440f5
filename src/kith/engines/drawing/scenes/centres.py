"""How much room the centre of a scene takes, and each symbol around it, before anybody is placed."""

from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.keys import look_of
from kith.engines.drawing.scenes.lettering import moved, titled
from kith.engines.drawing.scenes.scene import Scene
from kith.engines.drawing.scenes.wording import centre_says

NAME_SIZE = 22.0
WIDEST = 190.0
TOWER_UP, TOWER_HALF = 112.0, 24.0  # the lighthouse above the plate with the name
SHORE, WITHIN = Point(18.0, 22.0), 0.64  # from the plate to the shore of the middle island; of the plate
SLEEVE = 26.0  # from the plate to the sleeve of the middle shirt
TOKEN, TOKEN_SIZE, TOKEN_WIDEST, OUTLINE = 36.0, 19.0, 124.0, 6.0  # least radius, type size, width, second outline
SMALLEST = {"island": Point(98, 54), "planets": Point(58, 58), "team": Point(64, 64), "plain": Point(54, 54)}
MANY, VERY_MANY = 12, 24  # items from which on symbols are drawn smaller


class Stature(NamedTuple):
    """Half the width of a symbol, and how far it reaches above and below its middle, in pixels."""

    half: float
    up: float
    down: float


STATURES = {
    "island": Stature(54, 38, 32),
    "planets": Stature(36, 33, 33),
    "team": Stature(36, 34, 34),
    "plain": Stature(31, 31, 31),
}


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre with its name on a plate; `half` is its half size, `boxes` what nothing else may touch."""

    half: Point
    name: Label
    box: Box
    boxes: tuple[Box, ...]


def centre_of(scene: Scene, middle: Point) -> Centre:
    """The centre around a point, large enough for the whole name."""
    look = look_of(scene)
    name = titled(centre_says(scene), size=NAME_SIZE, widest=WIDEST)
    name = moved(name, middle.x, middle.y - name.box.h / 2)
    room = _room(look, name.box)
    half = Point(max(room.x, SMALLEST[look].x), max(room.y, SMALLEST[look].y))
    box = Box(middle.x, middle.y, 2 * half.x, 2 * half.y)
    if look != "island":
        return Centre(half, name, box, (box,))
    tower = Box(middle.x, middle.y - TOWER_UP / 2, 2 * TOWER_HALF, TOWER_UP)
    return Centre(half, name, box, (box, tower))


def _room(look: str, name: Box) -> Point:
    """Half of what the centre needs around its name: an island, a shirt or a circle."""
    if look == "island":
        return Point(name.w * WITHIN + SHORE.x, name.h * WITHIN + SHORE.y)
    if look == "team":
        return Point(max(name.w, name.h) / 2 + SLEEVE, max(name.w, name.h) / 2 + SLEEVE)
    round_name = hypot(name.w - 12, name.h - 8) / 2 + OUTLINE
    return Point(round_name, round_name)


class Token(NamedTuple):
    """A round child with a double outline: the name, centred on 0, and the outer radius."""

    name: Label
    r: float

    def at(self, middle: Point) -> tuple[Box, Label]:
        """The room it takes around a point, and its name there."""
        return Box(*middle, 2 * self.r, 2 * self.r), moved(self.name, middle.x, middle.y - self.name.box.h / 2)


def token_of(scene: Scene) -> Token:
    """The child as a circle large enough for the whole name."""
    name = titled(centre_says(scene), size=TOKEN_SIZE, widest=TOKEN_WIDEST)
    return Token(name, max(TOKEN, hypot(name.box.w - 12, name.box.h - 8) / 2) + OUTLINE)


def stature_of(scene: Scene) -> Stature:
    """The size of a symbol of this scene: smaller where there are many, so that the words keep theirs."""
    count = len(scene.items)
    scale = 1.0 if count <= MANY else 0.85 if count <= VERY_MANY else 0.7
    return Stature(*(side * scale for side in STATURES[look_of(scene)]))
