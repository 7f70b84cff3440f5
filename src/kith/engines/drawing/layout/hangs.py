"""From where children hang: halfway between their parents, and a little aside where two unions join the same two."""

from collections import defaultdict

from kith.engines.drawing.layout.ordering.standing import Standing

_ASIDE = 12.0  # pixels between the trunks of two unions of the same two people


def shifts(standing: Standing) -> dict[int, float]:
    """How far right of the middle each bond's children hang, in pixels; 0 for nearly all."""
    place = {slot: number for row in standing.rows for number, slot in enumerate(row)}
    shared: dict[frozenset[int], list[int]] = defaultdict(list)
    for bond in standing.hangs:
        shared[frozenset(standing.hangs[bond])].append(bond)
    found: dict[int, float] = {}
    for bonds in shared.values():
        ordered = sorted(
            bonds, key=lambda bond: sum(place[foot] for foot in standing.feet[bond]) / len(standing.feet[bond])
        )
        found.update({bond: _ASIDE * (number - (len(bonds) - 1) / 2) for number, bond in enumerate(ordered)})
    return found
