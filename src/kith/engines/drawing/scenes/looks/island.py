"""Islands in a sea: the child's own with its lighthouse in the middle, bridges, stepping stones and choppy water."""

from collections.abc import Sequence

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.routing.along import evenly, length_of
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.centres import NAME_SIZE
from kith.engines.drawing.scenes.lettering import lettered
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    at,
    circle,
    dashed_ring,
    ellipse,
    is_unsure,
    labelled,
    path,
    rect,
    shade,
    wanderer,
)
from kith.engines.drawing.scenes.looks.shapes import paw, question
from kith.engines.drawing.scenes.looks.strands import broken, zigzag
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.settling import touch
from kith.kernel.palette import colour

FULL = 54.0  # half the width of an island at 100 %
SEA = ("sea-far", "sea-mid", "sea-near")
ROOFS = ("roof", "roof-plum", "tern", "samphire")
WAVES = ((0.06, 0.12), (0.93, 0.1), (0.05, 0.86), (0.92, 0.93), (0.74, 0.07), (0.3, 0.96), (0.1, 0.47), (0.95, 0.55))
DOTS: dict[str, Value] = {"stroke_dasharray": "2 12", "stroke_linecap": "round"}
DASHED: dict[str, Value] = {"stroke": colour("ink"), "stroke_width": 1.5, "stroke_dasharray": "5 4"}
PALM_TRUNK = "M0 0C2-12 0-20-3-28"
PALM_CROWN = (
    "M-3-28C-16-36-24-30-28-22C-20-28-12-27-3-28C-14-22-16-14-14-8C-10-18-6-24-3-28"
    "C8-24 12-16 11-8C8-18 2-24-3-28C8-34 18-30 22-22C16-28 6-30-3-28Z"
)


def ground(arranged: Arranged) -> Parts:
    """The sea, paler the nearer, and a few waves where nothing stands."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("sea"))
    for zone, name in zip(arranged.zones, SEA, strict=False):
        yield ellipse(zone.box, fill=shade(name), stroke=shade("foam"), stroke_width=2, **DOTS)
    taken = [arranged.centre, *(spot.label.box for spot in arranged.spots), *(_isle(spot) for spot in arranged.spots)]
    for share_x, share_y in WAVES:
        wave = Box(arranged.width * share_x, height * share_y, 54, 20)
        if not any(touch(wave, box) for box in taken):
            d = f"M{wave.x - 24:.0f} {wave.y:.0f}q8-8 16 0t16 0t16 0"
            yield path(d, stroke=shade("foam"), stroke_width=3, fill="none", stroke_linecap="round")


def centre(arranged: Arranged) -> Parts:
    """The child's island: the one Lantern thing on the picture is the lighthouse and the name."""
    box, name = arranged.centre, arranged.centre_name
    yield ellipse(box._replace(y=box.y + 4), fill=shade("shallows"))
    yield ellipse(box._replace(w=box.w - 16, h=box.h - 8), fill=shade("sand"))
    yield ellipse(box._replace(y=box.y - 5, w=box.w - 32, h=box.h - 22), fill=shade("grass"))
    side = box.w / 2 - 38
    yield at(Point(box.x - side, box.y - 2), *_palm(), scale=1.2)
    yield at(Point(box.x + side, box.y + 4), *_palm(), scale=1.05)
    yield at(Point(box.x, name.box.y - name.box.h / 2 + 2), *_lighthouse())
    yield rect(name.box, rx=13, fill=shade("lantern"), stroke=shade("ink"), stroke_width=3)
    yield from lettered(name, size=NAME_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """One island with what stands on it, and its words."""
    isle, scale = _isle(spot), spot.r / FULL
    yield ellipse(isle._replace(y=isle.y + 4 * scale), fill=shade("shallows"))
    yield ellipse(isle._replace(w=isle.w - 14 * scale, h=isle.h - 6 * scale), fill=shade("sand"))
    green = "moor" if is_unsure(thing) or thing.state == "has_died" else "grass"
    top = isle._replace(y=isle.y - 5 * scale, w=isle.w - 28 * scale, h=isle.h - 18 * scale)
    yield ellipse(top, fill=shade(green), **(DASHED if is_unsure(thing) else {}))
    yield at(Point(spot.x, isle.y - 4 * scale), *_on_it(thing), scale=scale)
    yield from labelled(spot)


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """A bridge, stepping stones, or choppy water."""
    d = path_of(points)
    if kind == "strong":
        yield path(d, stroke=shade("bark"), stroke_width=14, fill="none")
        yield path(d, stroke=shade("plank"), stroke_width=10, fill="none", stroke_dasharray="4 5")
    elif kind == "weak":
        steps = evenly(points, 27) if length_of(points) > 30 else list(points)
        for step in steps[1:-1] or [Point(*(sum(pair) / 2 for pair in zip(points[0], points[-1], strict=True)))]:
            yield ellipse(Box(*step, 19, 14), fill=shade("stone"), stroke=shade("stone-edge"), stroke_width=2)
    elif kind == "choppy":
        yield path(path_of(zigzag(points)), stroke=shade("tern"), stroke_width=5, fill="none")
    elif kind == "cut_off":
        first, last, *bars = broken(points, half=12)
        for half in (first, last):
            yield from tie("strong", half)
        for bar in bars:
            yield path(path_of(bar), stroke=shade("bark-deep"), stroke_width=5, fill="none")
    else:
        yield path(d, stroke=shade("tern"), stroke_width=4, fill="none")


def _isle(spot: Spot) -> Box:
    """The shore; the middle of the spot lies a little above the middle of the island, between roofs and shore."""
    scale = spot.r / FULL
    return Box(spot.x, spot.y + 4 * scale, 2 * spot.r, 54 * scale)


def _on_it(thing: Item) -> Parts:
    """What stands on an island says what it is: a house for a person, two for a group, a hall for a place."""
    if is_unsure(thing):
        yield from question(Point(0, -12), 16)
    elif thing.kind == "pet":
        yield at(Point(0, -9), *paw(0.95, "bark-deep"))
    elif thing.kind in ("place", "service"):
        yield from _hall(has_flag=thing.kind == "service")
    elif thing.kind == "words":
        yield at(Point(0, 6), *_palm(), scale=0.9)
    else:
        yield from _houses(thing)


def _houses(thing: Item) -> Parts:
    if thing.kind == "group":
        yield at(Point(-15, 0), *_house(ROOFS[2]))
        yield at(Point(14, 3), *_house(ROOFS[0]))
        return
    if thing.state == "has_died":
        yield at(Point(0, 6), *_palm(), scale=0.9)
        return
    yield at(Point(-10, 0), *_house(wanderer(thing, ROOFS)))
    yield at(Point(22, 6), *_palm(), scale=0.7)


def _house(roof: str) -> Parts:
    yield path("M-13 0v-14h26v14z", fill=shade("wall"))
    yield path("M-18-13L0-28L18-13Z", fill=shade(roof))
    yield rect(Box(0, -5, 8, 10), fill=shade("bark-deep"))


def _hall(*, has_flag: bool) -> Parts:
    yield path("M-28 2v-22h56v22z", fill=shade("wall"))
    yield path("M-32-20h64l-8-11h-48z", fill=shade("roof-straw" if not has_flag else "tern"))
    yield rect(Box(0, -5, 10, 14), fill=shade("bark-deep"))
    if has_flag:
        yield path("M0-31v-9h14l-4 4l4 4h-12", fill=shade("foam"), stroke=shade("ink"), stroke_width=1.5)


def _palm() -> Parts:
    yield path(PALM_TRUNK, stroke=shade("bark"), stroke_width=4, fill="none")
    yield path(PALM_CROWN, fill=shade("leaf"))


def _lighthouse() -> Parts:
    """It stands on the plate with the name, its foot at the origin."""
    yield circle(Point(0, -74), 46, fill=shade("lantern-pale"), fill_opacity=".75")
    yield path("M-16 0l6-60h20l6 60z", fill=shade("foam"), stroke=shade("ink"), stroke_width=2)
    yield path("M-13.6-24h27.2l-1.7-17h-23.8z", fill=shade("roof"))
    yield rect(Box(0, -73, 24, 26), rx=4, fill=shade("lantern"), stroke=shade("ink"), stroke_width=2)
    yield path("M-17-85l17-14l17 14z", fill=shade("ink"))


LOOK = Look(
    ground=ground,
    centre=centre,
    item=item,
    tie=tie,
    mark=dashed_ring,
    reach=Point(0.94, 0.5),
    centre_reach=Point(0.97, 0.95),
    plate=0.6,
)
