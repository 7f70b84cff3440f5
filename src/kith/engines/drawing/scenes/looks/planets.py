"""A sun with planets on their orbits in a calm night sky; paths of light, star dust and zigzags between them."""

from collections.abc import Sequence

from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.routing.along import evenly
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.centres import NAME_SIZE
from kith.engines.drawing.scenes.lettering import lettered
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    at,
    circle,
    course,
    dashed_ring,
    ellipse,
    is_unsure,
    labelled,
    letters,
    path,
    polygon,
    rect,
    shade,
    wanderer,
)
from kith.engines.drawing.scenes.looks.shapes import paw, question
from kith.engines.drawing.scenes.looks.strands import broken, zigzag
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.settling import on_ellipse, spread_turn, touch
from kith.engines.drawing.scenes.wording import initials_of

FULL = 36.0  # radius of a planet with its ring at 100 %
COLOURS = ("planet", "planet-warm", "planet-green")
RAYS, STARS = 16, 46


def ground(arranged: Arranged) -> Parts:
    """The night, the orbits, and stars where nothing stands."""
    width, height = arranged.width, arranged.key_top or arranged.height
    yield rect(Box(width / 2, height / 2, width, height), fill=shade("night"))
    for zone in arranged.zones[-1:]:
        yield ellipse(zone.box, fill=shade("night-near"))
    for zone in arranged.zones:
        yield ellipse(zone.box, fill="none", stroke=shade("orbit"), stroke_width=1.5, stroke_dasharray="1 7")
    taken = [arranged.centre, *(spot.label.box for spot in arranged.spots)]
    taken += [Box(spot.x, spot.y, 2 * spot.r, 2 * spot.r) for spot in arranged.spots]
    for count in range(STARS):
        star = Box(width * (count * 0.381966 % 1), height * (spread_turn(count) / 360), 4, 4)
        if not any(touch(star, box) for box in taken):
            yield circle(Point(star.x, star.y), 1.2 + count % 3 * 0.6, fill=shade("star"))


def centre(arranged: Arranged) -> Parts:
    """The sun is the child, with short rays."""
    box = arranged.centre
    middle, r = Point(box.x, box.y), box.w / 2
    rays: list[str | float] = []
    for ray in range(RAYS):
        a, b = (on_ellipse(middle, far, far, 360 / RAYS * ray) for far in (r + 7, r + (20 if ray % 2 else 14)))
        rays += ["M", *a, "L", *b]
    yield path(course(*rays), stroke=shade("lantern"), stroke_width=4, stroke_linecap="round", fill="none")
    yield circle(middle, r, fill=shade("lantern"), stroke=shade("ink"), stroke_width=3)
    yield from lettered(arranged.centre_name, size=NAME_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """A planet and its words; what is not a person is no plain planet."""
    yield at(Point(spot.x, spot.y), *_body(thing), scale=spot.r / FULL)
    yield from labelled(spot)


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """A path of light, star dust, or a zigzag."""
    if kind == "strong":
        yield path(path_of(points), stroke=shade("star"), stroke_width=9, fill="none")
        yield path(path_of(points), stroke=shade("night"), stroke_width=3, fill="none")
    elif kind == "weak":
        for dot in evenly(points, 13)[1:-1]:
            yield circle(dot, 2.6, fill=shade("star"))
    elif kind == "choppy":
        yield path(path_of(zigzag(points)), stroke=shade("planet-warm"), stroke_width=4, fill="none")
    elif kind == "cut_off":
        for part in broken(points):
            yield path(path_of(part), stroke=shade("star"), stroke_width=4, fill="none")
    else:
        yield path(path_of(points), stroke=shade("star"), stroke_width=3, fill="none")


def _body(thing: Item) -> Parts:
    if is_unsure(thing):
        yield from question(Point(0, 0), 27, ink="star", fill="night")
    elif thing.state == "has_died":
        yield _star(30)
    else:
        yield from BODIES.get(thing.kind, _planet)(thing)


def _planet(thing: Item) -> Parts:
    yield circle(Point(0, 0), 29, fill=shade(wanderer(thing, COLOURS)))
    yield letters(initials_of(thing), Point(0, 0), size=19)


def _ringed(thing: Item) -> Parts:
    """A place: a planet with a ring, which stays where it is."""
    yield circle(Point(0, 0), 24, fill=shade(wanderer(thing, COLOURS)))
    yield letters(initials_of(thing), Point(0, -4), size=18)
    yield path(
        "M-22 6C-40 12-40 18-24 18C-4 18 20 10 33 1C39-5 34-8 24-7", stroke=shade("star"), stroke_width=3.5, fill="none"
    )


def _station(thing: Item) -> Parts:
    """A service: made by people, with two wings."""
    for side in (-1, 1):
        yield rect(Box(side * 26, 0, 18, 26), rx=2, fill=shade("planet"), stroke=shade("night"), stroke_width=2)
    yield rect(Box(0, 0, 32, 40), rx=8, fill=shade("star"))
    yield letters(initials_of(thing), Point(0, 0), size=17)


def _moons(thing: Item) -> Parts:
    """A group: moons close together."""
    for x, y, r in ((-17, 9, 15), (18, 7, 16), (0, -10, 19)):
        yield circle(Point(x, y), r, fill=shade("planet-green"), stroke=shade("night"), stroke_width=2)
    yield letters(initials_of(thing), Point(0, -10), size=16)


def _pet(_thing: Item) -> Parts:
    yield circle(Point(0, 0), 25, fill=shade("planet-warm"))
    yield from paw(0.9, "bark-deep")


def _words(_thing: Item) -> Parts:
    yield _star(24)


def _star(r: float) -> str:
    points = [on_ellipse(Point(0, 0), far, far, 45 * corner) for corner, far in enumerate([r, r * 0.36] * 4)]
    return polygon(points, fill=shade("star"))


BODIES = {"place": _ringed, "home": _ringed, "service": _station, "group": _moons, "pet": _pet, "words": _words}

LOOK = Look(
    ground=ground,
    centre=centre,
    item=item,
    tie=tie,
    mark=dashed_ring,
    centre_reach=Point(1.32, 1.32),
    key_fill="night",
    key_ink="star",
)
