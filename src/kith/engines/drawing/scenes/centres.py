"""How much room the centre of a scene takes, and each symbol around it, before anybody is placed."""

from dataclasses import dataclass
from typing import NamedTuple

from kith.engines.drawing.picture import Box, Label, Point
from kith.engines.drawing.scenes.keys import look_of
from kith.engines.drawing.scenes.lettering import moved, titled
from kith.engines.drawing.scenes.scene import Scene

NAME_SIZE = 22.0
WIDEST = 190.0
TOWER_UP, TOWER_HALF = 112.0, 24.0  # the lighthouse above the plate with the name
SHORE = Point(26.0, 34.0)  # from the plate to the shore of the middle island
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
    name = titled(" ".join(scene.centre.split()) or "Me", size=NAME_SIZE, widest=WIDEST)
    name = moved(name, middle.x, middle.y - name.box.h / 2)
    room = Point(name.box.w / 2 + SHORE.x, name.box.h / 2 + SHORE.y)
    if look != "island":
        room = Point(name.box.w / 2 + 12, name.box.w / 2 + 12)
    half = Point(max(room.x, SMALLEST[look].x), max(room.y, SMALLEST[look].y))
    box = Box(middle.x, middle.y, 2 * half.x, 2 * half.y)
    if look != "island":
        return Centre(half, name, box, (box,))
    tower = Box(middle.x, middle.y - TOWER_UP / 2, 2 * TOWER_HALF, TOWER_UP)
    return Centre(half, name, box, (box, tower))


def stature_of(scene: Scene) -> Stature:
    """The size of a symbol of this scene: smaller where there are many, so that the words keep theirs."""
    count = len(scene.items)
    scale = 1.0 if count <= MANY else 0.85 if count <= VERY_MANY else 0.7
    return Stature(*(side * scale for side in STATURES[look_of(scene)]))
