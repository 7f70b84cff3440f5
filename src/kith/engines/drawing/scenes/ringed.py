"""A ring that somebody drew around several on a picture: it follows them, wherever they come to stand."""

from collections.abc import Iterable, Sequence

from kith.engines.drawing.output.svg_hulls import rounded
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.scene import Made, Scene
from kith.engines.drawing.scenes.wording import centre_says, name_of

ROOM = 16.0  # pixels between whoever is inside and the ring
BEND = 60.0


def ring_course(made: Made, arranged: Arranged) -> str:
    """The closed path around everybody inside it, with their names; empty where nobody of them stands there.

    >>> from kith.engines.drawing.scenes.arranging import arrange
    >>> from kith.engines.drawing.scenes.scene import Item
    >>> noor = arrange(Scene(kind="rings", title="", centre="Noor", items=(Item("m", "person", "Mum"),)))
    >>> [ring_course(Made("r", "ring", "red", (), around=around), noor)[:1] for around in (("m",), ("gone",))]
    ['M', '']
    """
    corners = [corner for box in _boxes(made, arranged) for corner in _corners(box)]
    return rounded(around(corners), BEND) if corners else ""


def ring_says(made: Made, scene: Scene) -> str:
    """Whom it goes around, in words, in the order of the picture.

    >>> from kith.engines.drawing.scenes.scene import Item
    >>> noor = Scene(kind="rings", title="", centre="Noor", items=(Item("m", "person", "Mum"),))
    >>> ring_says(Made("r", "ring", "red", (), around=("m", "")), noor)
    'A ring around Noor and Mum'
    """
    names = {"": centre_says(scene)} | {item.id: name_of(item) for item in scene.items}
    return ring_words([name for key, name in names.items() if key in made.around])


def ring_words(names: Sequence[str]) -> str:
    """
    >>> ring_words(["Nan", "Uncle", "Hana"])
    'A ring around Nan, Uncle and Hana'
    """
    listed = " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    return f"A ring around {listed}" if listed else "A ring"


def around(points: Iterable[Point]) -> list[Point]:
    """The corners of the smallest outline without a dent around all points, clockwise on the screen.

    >>> around([Point(0, 0), Point(4, 0), Point(2, 1), Point(4, 4), Point(0, 4)])
    [Point(x=0, y=0), Point(x=4, y=0), Point(x=4, y=4), Point(x=0, y=4)]
    """
    ordered = sorted(set(points))
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def _boxes(made: Made, arranged: Arranged) -> Iterable[Box]:
    """The room that each inside takes with its words."""
    if "" in made.around and arranged.centre.w:
        yield from (arranged.centre, arranged.centre_name.box)
    for spot in arranged.spots:
        if spot.item_id in made.around:
            yield from (Box(spot.x, spot.y, 2 * spot.r, 2 * spot.r), spot.label.box)


def _corners(box: Box) -> Iterable[Point]:
    wide, high = box.w / 2 + ROOM, box.h / 2 + ROOM
    yield from (Point(box.x + x * wide, box.y + y * high) for x in (-1, 1) for y in (-1, 1))
