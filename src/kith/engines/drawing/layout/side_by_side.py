"""Families that are not connected stand side by side; people without any ties stand in columns after them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.positions import Positions
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Certificate, Layout, Place, Size


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
    """Each family with how far right and down it goes; columns of single people are as tall as the tallest family."""
    tallest = max((max(family.standing.row) + 1 for family in families), default=1)
    right, row, widest = spacing.margin, 0, 0.0
    for family in families:
        width = family.right - family.left
        if len(family.rooms) > 1:
            yield family, right - family.left, 0
            right += width + spacing.family
            continue
        if row == tallest:
            right, row, widest = right + widest + spacing.strangers, 0, 0.0
        yield family, right - family.left, row
        row, widest = row + 1, max(widest, width)
