"""What a family placed on one picture, as plain data: people, places and words, where each belongs, and the lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["sure", "not_sure", "not_met", "has_died", "blank"]
Towards = Literal["", "a", "b", "both"]

NEAREST, FARTHEST = 0, 100


@dataclass(frozen=True, slots=True)
class Part:
    """One place to put something: a ring, a kind of supporter, a part of the tree, a theme; `id` is its code."""

    id: str
    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A square picture of somebody, which is shown round: its bytes as a `data:` address, and what it is in words."""

    image: str
    says: str  # a photograph, a drawing


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was placed. Nothing here tells of what was cut before: the caller hands in only what may be seen.

    `part` is the id of one of the scene's parts. `farness` is 0 (touching the centre) to 100 (the edge), in pictures in
    which nearness is felt; `turn` the degrees clockwise from the top to which a hand brought it, or none. `at` is the
    id of the item that this one belongs to (the home somebody was there in, or whoever says the words). `ghost_part` is
    where the other account puts the same person. `period` is said beneath ("2 to 4", "born here, 0 to 2"). `shape` is
    that of a person in a genogram, `face` their picture.
    """

    id: str
    kind: str  # person, pet, place, service, group, home, words
    name: str
    words: str = ""
    part: str = ""
    farness: int = 50
    turn: float | None = None
    state: State = "sure"
    at: str = ""
    ghost_part: str = ""
    period: str = ""
    might_again: bool = False
    is_now: bool = False
    shape: str = ""  # circle, square, hexagon, triangle; a diamond where none is told
    face: Face | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two items; `a` empty means from the centre. `kinds` may be several: strong and choppy at once."""

    id: str
    b: str
    kinds: tuple[str, ...]
    a: str = ""
    towards: Towards = ""


@dataclass(frozen=True, slots=True)
class Made:
    """Something drawn by hand over a picture, or a sticker. `kind` is stroke, ring or sticker, `what` the pen or the
    sticker.

    `points` are x and y in turn, in thousandths of the width and height of the picture without its key; a sticker has
    one point, its middle. A ring has none: it goes around the items whose ids are in `around`, empty for the centre.
    `width` is the name of the width of a stroke or a ring.
    """

    id: str
    kind: str
    what: str
    points: tuple[int, ...]
    width: str = "middle"
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture before anything has a place. `look` is the centre the child chose (island, planets, team ...).

    `shape` is that of the centre, in a genogram.
    """

    kind: str
    title: str
    centre: str
    parts: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    lines: tuple[Line, ...] = ()
    look: str = ""
    line_titles: Mapping[str, str] | None = None
    shape: str = ""
    made: tuple[Made, ...] = ()
