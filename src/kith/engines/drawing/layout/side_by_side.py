"""Families that are not connected stand side by side, in lines; people without any ties in columns after them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.positions import Positions
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Certificate, Layout, Place, Size

_NARROWEST = 4_000.0  # pixels that families may fill in one line, side by side
_ROW, _SHAPE = 150.0, 1.6  # how high a row is, more or less; how much wider than high a sheet is
_COLUMNS = 2.4  # columns to a row of single people, on such a sheet


@dataclass(frozen=True, slots=True)
class Family:
    """A connected family with its positions and the rooms of its people."""

    standing: Standing
    positions: Positions
    rooms: Sequence[Size]
    is_finished: bool = True
    certificate: Certificate | None = None

    @property
    def left(self) -> float:
        """The left edge of the leftmost room."""
        return min(x - room.w / 2 for x, room in zip(self.positions.slots, self.rooms, strict=False))

    @property
    def right(self) -> float:
        """The right edge of the rightmost room."""
        return max(x + room.w / 2 for x, room in zip(self.positions.slots, self.rooms, strict=False))

    @property
    def width(self) -> float:
        """From the left edge to the right."""
        return self.right - self.left

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(self.standing.row) + 1


def stand_side_by_side(families: Sequence[Family], spacing: Spacing) -> Layout:
    """All families in one layout, the first leftmost."""
    places: dict[str, Place] = {}
    hangs: dict[str, float] = {}
    corridors: dict[tuple[str, str], tuple[Place, ...]] = {}
    for family, shift, row in _shifted(families, spacing):
        at = [Place(r + row, x + shift) for r, x in zip(family.standing.row, family.positions.slots, strict=True)]
        places.update(zip(family.standing.ties.ids, at, strict=False))
        hangs.update({family.standing.ties.bonds[bond].id: x + shift for bond, x in family.positions.hangs.items()})
        corridors.update(_corridors(family.standing, at))
    is_finished = all(family.is_finished for family in families)
    certificates = [family.certificate for family in families if family.certificate]
    certificate = sum(certificates[1:], certificates[0]) if certificates else None
    return Layout(places, hangs, corridors, is_finished, certificate)


def _corridors(standing: Standing, at: Sequence[Place]) -> dict[tuple[str, str], tuple[Place, ...]]:
    """By union and child, and by union and upper partner; lines that pass no row have none."""
    links = [
        *standing.drops.items(),
        *(((bond, upper), slots) for (bond, upper, _), slots in standing.descents.items()),
    ]
    return {
        (standing.ties.bonds[bond].id, standing.ties.ids[person]): tuple(at[slot] for slot in slots)
        for (bond, person), slots in links
        if slots
    }


def _shifted(families: Sequence[Family], spacing: Spacing) -> Iterator[tuple[Family, float, int]]:
    """Each family with how far right and down it goes; single people stand in columns right of the others."""
    related = [family for family in families if len(family.rooms) > 1]
    page, right, widest, top, below = _page(related), spacing.margin, spacing.margin, 0, 0
    for family in related:
        if right > spacing.margin and right + family.width > page:
            right, top = spacing.margin, below
        yield family, right - family.left, top
        right, below = right + family.width + spacing.family, max(below, top + family.rows)
        widest = max(widest, right)
    single = [family for family in families if len(family.rooms) == 1]
    yield from _in_columns(single, widest, max(below, _square(len(single))), spacing)


def _in_columns(
    single: Sequence[Family], right: float, tallest: int, spacing: Spacing
) -> Iterator[tuple[Family, float, int]]:
    for first in range(0, len(single), tallest):
        column = single[first : first + tallest]
        yield from ((family, right - family.left, row) for row, family in enumerate(column))
        right += max(family.width for family in column) + spacing.strangers


def _page(families: Sequence[Family]) -> float:
    """How wide a drawing becomes before the next families stand below: a sheet on its side, if it is a large one."""
    area = sum(family.width * family.rows * _ROW for family in families)
    return max([_NARROWEST, math.sqrt(area * _SHAPE), *(family.width for family in families)])


def _square(people: int) -> int:
    """How many of them stand in a column, so that all of them fill a sheet on its side."""
    return max(1, round(math.sqrt(people / _COLUMNS)))
