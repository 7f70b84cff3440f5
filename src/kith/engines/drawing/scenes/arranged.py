"""What an arranged scene is made of: every item's spot, and the grounds on which the spots stand, in pixels at 100 %.

The y axis points down; a `Box` is given by its centre.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kith.engines.drawing.picture import Box, Label, Line, Mark, Point
from kith.engines.drawing.scenes.nearness import Orbits
from kith.engines.drawing.scenes.scene import Scene


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one item stands: the middle and radius of its symbol, and its label (`label.box`, `label.lines`)."""

    item_id: str
    x: float
    y: float
    r: float
    label: Label


@dataclass(frozen=True, slots=True)
class Zone:
    """The ground of one part: an ellipse, a sector of one (`turns` in degrees clockwise from the top) or a box.

    `title` is where the part's name stands, with its lines; a zone without a name has none. `step` is the row of a
    family tree, in generations above the child.
    """

    part: str
    box: Box
    title: Label | None = None
    turns: tuple[float, float] | None = None
    step: int = 0


class Place(NamedTuple):
    """What a dropped point says: the part, how far (0 to 100) and in which direction (degrees from the top)."""

    part: str
    farness: int
    turn: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A scene with a place for everything. `width` and `height` are its true size, with its key.

    `centre` is the room that the centre takes, `middle` the point from which nearness is felt (`orbits` says how),
    and `ghosts` are the places in which another account puts somebody. `paths` are what runs
    through everything (a river, branches) and `leaders` what joins an item to where it belongs;
    `bands` are the heights at which the crown, trunk, grass and soil of a tree end; `ties` and `marks` are the family
    lines of a genogram and the signs on them, and `courses` by its id the strands of a line that goes round people.
    """

    scene: Scene
    width: int
    height: int
    spots: tuple[Spot, ...]
    middle: Point
    centre: Box
    centre_name: Label
    zones: tuple[Zone, ...] = ()
    ghosts: tuple[Spot, ...] = ()
    paths: tuple[tuple[Point, ...], ...] = ()
    leaders: tuple[tuple[Point, ...], ...] = ()
    orbits: Orbits | None = None
    bands: tuple[float, ...] = ()
    ties: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    courses: Mapping[str, tuple[tuple[Point, ...], ...]] = field(default_factory=dict)
    key_top: float = 0

    def spot(self, item_id: str) -> Spot:
        """The spot of one item; raises KeyError where there is none."""
        for spot in self.spots:
            if spot.item_id == item_id:
                return spot
        raise KeyError(item_id)
