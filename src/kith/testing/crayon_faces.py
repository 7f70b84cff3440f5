"""Faces as a child draws them with crayons, invented for the county: nobody real is on any of them."""

import io
import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from kith.kernel.palette import colour, scene_colour

SIDE = 320  # points: small, and still sharp on a tablet
MIDDLE = SIDE / 2
CRAYON = 9
STEPS = 90
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Crayons:
    """What one face is drawn with."""

    skin: str
    hair: str
    clothes: str


def crayon_face(name: str) -> bytes:
    """A PNG of one of those that FACES names."""
    sheet = Image.new("RGB", (SIDE, SIDE), colour("foam"))
    FACES[name](ImageDraw.Draw(sheet))
    kept = io.BytesIO()
    sheet.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _sister(draw: ImageDraw.ImageDraw) -> None:
    crayons = Crayons(scene_colour("plank"), scene_colour("bark-deep"), colour("barley-fill"))
    _shoulders(draw, crayons)
    for side in (-1, 1):
        _blob(draw, (MIDDLE + side * 104, 124), (30, 44), crayons.hair)
    _hair_behind(draw, crayons, low=0)
    _head(draw, crayons)
    _fringe(draw, crayons)


def _grandmother(draw: ImageDraw.ImageDraw) -> None:
    """In a scarf, with glasses."""
    crayons = Crayons(scene_colour("plank"), colour("dusk"), colour("tern"))
    _shoulders(draw, crayons)
    _blob(draw, (MIDDLE, 168), (116, 130), crayons.hair)
    _head(draw, crayons, size=84)
    for side in (-1, 1):
        _ring(draw, (MIDDLE + side * 34, 152), 25)
    draw.line([(MIDDLE - 10, 150), (MIDDLE + 10, 150)], fill=colour("ink"), width=6)


def _mother(draw: ImageDraw.ImageDraw) -> None:
    crayons = Crayons(scene_colour("plank"), scene_colour("bark-deep"), colour("samphire"))
    _hair_behind(draw, crayons, low=70)
    _shoulders(draw, crayons)
    _head(draw, crayons)
    _fringe(draw, crayons)


def _father(draw: ImageDraw.ImageDraw) -> None:
    """With short curls and a beard."""
    crayons = Crayons(scene_colour("bark"), colour("ink"), colour("berry"))
    _shoulders(draw, crayons)
    for turn in range(-80, 90, 20):
        at = (MIDDLE + 90 * math.sin(math.radians(turn)), 150 - 92 * math.cos(math.radians(turn)))
        _blob(draw, at, (26, 24), crayons.hair)
    _head(draw, crayons)
    draw.chord((MIDDLE - 72, 130, MIDDLE + 72, 250), 25, 155, fill=crayons.hair)
    draw.arc((MIDDLE - 30, 176, MIDDLE + 30, 212), 15, 165, fill=colour("foam"), width=7)


def _dog(draw: ImageDraw.ImageDraw) -> None:
    coat = scene_colour("sand")
    _blob(draw, (MIDDLE, 320), (96, 76), coat)
    _blob(draw, (MIDDLE, 160), (98, 92), coat)
    for side in (-1, 1):
        _blob(draw, (MIDDLE + side * 100, 150), (30, 70), scene_colour("bark"))
        _dot(draw, (MIDDLE + side * 38, 138), 11)
    _blob(draw, (MIDDLE, 196), (46, 38), colour("foam"))
    _dot(draw, (MIDDLE, 180), 17)
    draw.chord((MIDDLE - 14, 206, MIDDLE + 14, 250), 0, 180, fill=scene_colour("planet-warm"), outline=colour("ink"))


FACES: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "sister": _sister,
    "grandmother": _grandmother,
    "mother": _mother,
    "father": _father,
    "dog": _dog,
}


def _shoulders(draw: ImageDraw.ImageDraw, crayons: Crayons) -> None:
    _blob(draw, (MIDDLE, 326), (118, 84), crayons.clothes)


def _hair_behind(draw: ImageDraw.ImageDraw, crayons: Crayons, *, low: float) -> None:
    _blob(draw, (MIDDLE, 146 + low / 2), (106, 104 + low / 2), crayons.hair)


def _fringe(draw: ImageDraw.ImageDraw, crayons: Crayons) -> None:
    draw.chord((MIDDLE - 92, 54, MIDDLE + 92, 200), 205, 335, fill=crayons.hair)


def _head(draw: ImageDraw.ImageDraw, crayons: Crayons, *, size: float = 92) -> None:
    _blob(draw, (MIDDLE, 156), (size, size * 1.04), crayons.skin)
    for side in (-1, 1):
        _dot(draw, (MIDDLE + side * 34, 152), 9)
    draw.arc((MIDDLE - 40, 160, MIDDLE + 40, 218), 20, 160, fill=colour("ink"), width=8)


def _dot(draw: ImageDraw.ImageDraw, at: Point, r: float) -> None:
    draw.ellipse((at[0] - r, at[1] - r, at[0] + r, at[1] + r), fill=colour("ink"))


def _ring(draw: ImageDraw.ImageDraw, at: Point, r: float) -> None:
    draw.ellipse((at[0] - r, at[1] - r, at[0] + r, at[1] + r), outline=colour("ink"), width=6)


def _blob(draw: ImageDraw.ImageDraw, at: Point, radii: Point, fill: str) -> None:
    """A round shape whose edge is not quite steady."""
    turns = [2 * math.pi * step / STEPS for step in range(STEPS + 1)]
    edge = [_unsteady(at, radii, turn) for turn in turns]
    draw.polygon(edge, fill=fill)
    draw.line(edge, fill=colour("ink"), width=CRAYON, joint="curve")


def _unsteady(at: Point, radii: Point, turn: float) -> Point:
    far = 1 + 0.022 * math.sin(3 * turn + at[0]) + 0.014 * math.sin(7 * turn + at[1])
    return at[0] + radii[0] * far * math.cos(turn), at[1] + radii[1] * far * math.sin(turn)
