"""A cultural genogram: each culture of origin has a letter and, never by itself, a colour."""

from collections.abc import Collection, Mapping
from string import ascii_uppercase

from kith.engines.drawing.picture import Culture, Point

COLOURS = ("tern-pale", "barley-pale", "samphire-pale", "dusk-pale", "berry-pale", "mist")
MOST_IN_A_SYMBOL = 3  # the sentences tell all


def cultures_of(told: Mapping[str, Collection[str]]) -> dict[str, tuple[Culture, ...]]:
    """For each person their cultures with the letters of this picture, in the order in which they were told.

    >>> cultures_of({"n": ["Turkish", "Ghanaian"], "e": ["Turkish"]})["e"]
    (Culture(letter='A', says='Turkish'),)
    """
    distinct = dict.fromkeys(culture for cultures in told.values() for culture in cultures)
    letters = {culture: Culture(_letter(number), culture) for number, culture in enumerate(distinct)}
    return {person: tuple(letters[one] for one in told[person]) for person in told}


def colour_name(culture: Culture) -> str:
    """The colour of the palette that goes with a letter; when the colours are used up they come again."""
    return COLOURS[ascii_uppercase.index(culture.letter[0]) % len(COLOURS)]


def band(corners: Collection[Point], left: float, right: float, top: float) -> list[Point]:
    """The part of a convex outline between two upright lines and below a level one.

    >>> band([Point(0, 0), Point(4, 0), Point(4, 4), Point(0, 4)], 0, 2, 3)
    [Point(x=0.0, y=3.0), Point(x=2.0, y=3.0), Point(x=2.0, y=4.0), Point(x=0, y=4)]
    """
    kept = list(corners)
    for normal_x, normal_y, least in ((1, 0, left), (-1, 0, -right), (0, 1, top)):
        kept = _cut(kept, Point(normal_x, normal_y), least)
    return kept


def _cut(corners: list[Point], normal: Point, least: float) -> list[Point]:
    """What of a convex outline lies on one side of a line."""
    kept: list[Point] = []
    for before, here in zip([*corners[-1:], *corners[:-1]], corners, strict=True):
        far, near = (point.x * normal.x + point.y * normal.y - least for point in (before, here))
        if far * near < 0:
            share = far / (far - near)
            kept.append(Point(before.x + (here.x - before.x) * share, before.y + (here.y - before.y) * share))
        if near >= 0:
            kept.append(here)
    return kept


def _letter(number: int) -> str:
    return ascii_uppercase[number % 26] + (str(number // 26 + 1) if number >= 26 else "")
