"""From a scene to places: the frame grows until everything has room, and words are never made smaller."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from kith.engines.drawing.scenes.arranged import Arranged, Place
from kith.engines.drawing.scenes.keys import key_height, key_width
from kith.engines.drawing.scenes.kinds import family, fields, genogram, orbits, rings, river, tree
from kith.engines.drawing.scenes.scene import Item, Scene
from kith.kernel.errors import KithError

WIDTH, HEIGHT = 1024, 608  # a tablet on its side, below its bar and above its buttons
GROWTH = 1.1
MOST_STEPS = 60


class CannotArrange(KithError):
    """The scene is not one that can be drawn: an unknown kind, an id twice, or an item that is not there."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of scene finds places, and what a point dropped on it says.

    `arrange` gets the width and height of the picture without its key; it may take more height than that, or both where
    no larger frame would change it, and says None where the frame is too small in both directions.
    """

    arrange: Callable[[Scene, float, float], Arranged | None]
    placed: Callable[[Arranged, Item, float, float], Place]
    grows_square: bool = False


KINDS = {
    "rings": Kind(rings.arrange, rings.placed, grows_square=True),
    "ecomap": Kind(orbits.arrange, orbits.placed),
    "supporters": Kind(fields.supporters, fields.placed_in_circle),
    "community": Kind(fields.community, fields.placed_in_sector, grows_square=True),
    "mobility": Kind(river.arrange, river.placed),
    "family_tree": Kind(family.arrange, family.placed),
    "tree_of_life": Kind(tree.arrange, tree.placed),
    "genogram": Kind(genogram.arrange, genogram.placed),
}


def arrange(scene: Scene, *, width: int = WIDTH, height: int = HEIGHT) -> Arranged:
    """A place for everything in a frame of so many pixels, or in a larger one where that is needed.

    The same scene gives the same places. What a hand has turned somewhere stays there; what nobody has moved keeps
    its place when something is added at the end. Raises CannotArrange for what is no scene.

    >>> from kith.engines.drawing.scenes.scene import Item
    >>> noor = Scene(kind="ecomap", title="", centre="Noor", items=(Item("m", "person", "Mum", farness=20, turn=90),))
    >>> spot = arrange(noor).spot("m")
    >>> spot.x > 512, round(spot.y)
    (True, 304)
    """
    kind = _checked(scene, width, height)
    for wide, high in _frames(max(width, ceil(key_width(scene))), height, is_square=kind.grows_square):
        key = ceil(key_height(scene, wide))
        if found := kind.arrange(scene, wide, high - key):
            key = ceil(key_height(scene, found.width))
            return replace(found, height=found.height + key, key_top=float(found.height) if key else 0.0)
    raise CannotArrange("This picture holds more than can be drawn. Take something out, or make two pictures of it.")


def placed(scene: Scene, item_id: str, x: float, y: float, *, width: int = WIDTH, height: int = HEIGHT) -> Place:
    """What a point means in pixels of the picture, to keep with the item that was dropped there.

    `width` and `height` may be those given to `arrange` or those that came out of it. `farness` is 0 to 100, `turn`
    in degrees clockwise from the top. Raises CannotArrange where the scene has no such item.

    >>> from kith.engines.drawing.scenes.scene import Item
    >>> noor = Scene(kind="ecomap", title="", centre="Noor", items=(Item("m", "person", "Mum", farness=20, turn=90),))
    >>> spot = arrange(noor).spot("m")
    >>> placed(noor, "m", spot.x, spot.y, width=1024, height=608)
    Place(part='', farness=20, turn=90.0)
    """
    items = {item.id: item for item in scene.items}
    if item_id not in items:
        raise CannotArrange("That is not in the picture.")
    arranged = arrange(scene, width=width, height=height)
    return KINDS[scene.kind].placed(arranged, items[item_id], x, y)


def moved(scene: Scene, item_id: str, by: tuple[float, float], *, width: int = WIDTH, height: int = HEIGHT) -> Place:
    """What it means to move an item by so many pixels of the picture, kept within its edges; otherwise as `placed`.

    >>> from kith.engines.drawing.scenes.scene import Item
    >>> noor = Scene(kind="ecomap", title="", centre="Noor", items=(Item("m", "person", "Mum", farness=20, turn=90),))
    >>> moved(noor, "m", (60, 0)).farness > 20
    True
    """
    items = {item.id: item for item in scene.items}
    if item_id not in items:
        raise CannotArrange("That is not in the picture.")
    arranged = arrange(scene, width=width, height=height)
    spot = arranged.spot(item_id)
    x, y = _within(spot.x + by[0], arranged.width), _within(spot.y + by[1], arranged.height)
    return KINDS[scene.kind].placed(arranged, items[item_id], x, y)


def _within(place: float, most: int) -> float:
    return min(max(place, 0.0), float(most))


def _checked(scene: Scene, width: int, height: int) -> Kind:
    if scene.kind not in KINDS:
        raise CannotArrange(f'There is no picture of the kind "{scene.kind}". There is: {", ".join(KINDS)}.')
    ids = [item.id for item in scene.items]
    if len(set(ids)) < len(ids):
        raise CannotArrange("Two things in this picture have the same id.")
    if min(width, height) <= 0:
        raise CannotArrange("A picture needs a width and a height above 0.")
    return KINDS[scene.kind]


def _frames(width: int, height: int, *, is_square: bool) -> Iterator[tuple[int, int]]:
    """The frame asked for, then larger ones.

    The shorter side grows first where only that one counts, and in an upright frame, since words are wide.
    """
    short = min(width, height)
    for step in range(MOST_STEPS):
        growth = GROWTH**step
        if is_square or width < height:
            yield max(width, ceil(short * growth)), max(height, ceil(short * growth))
        else:
            yield ceil(width * growth), ceil(height * growth)
