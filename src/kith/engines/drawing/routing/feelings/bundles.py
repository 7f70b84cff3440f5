"""Ties between the same two people, side by side in one bundle."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kith.engines.drawing.dating import is_current
from kith.engines.drawing.network import Relation
from kith.engines.drawing.symbols import SymbolSheet

_APART = 6.0  # clear pixels between two ties of a bundle


@dataclass(frozen=True, slots=True)
class Bundle:
    """All ties of two people: each with how far it lies to the side of the middle; `half` is half the whole width."""

    a: str
    b: str
    ties: tuple[tuple[Relation, float], ...]
    half: float


def bundles(
    relations: Iterable[Relation], people: Collection[str], sheet: SymbolSheet, on: date | None
) -> list[Bundle]:
    """The bundles of those who are drawn, of what holds on that day; a tie told twice is drawn once."""
    between: dict[tuple[str, str], dict[tuple[str, str, str], Relation]] = defaultdict(dict)
    for relation in relations:
        if relation.a != relation.b and {relation.a, relation.b} <= set(people) and is_current(relation, on):
            a, b = sorted((relation.a, relation.b))
            style = sheet.feeling(relation.kind)
            one_way = relation.a if style.head else a
            between[a, b].setdefault((style.name, relation.kind, one_way), relation)
    return [_bundle(a, b, list(ties.values()), sheet) for (a, b), ties in between.items()]


def _bundle(a: str, b: str, ties: list[Relation], sheet: SymbolSheet) -> Bundle:
    widths = [sheet.feeling(tie.kind).width for tie in ties]
    whole = sum(widths) + _APART * (len(ties) - 1)
    placed, left = [], -whole / 2
    for tie, width in zip(ties, widths, strict=True):
        placed.append((tie, left + width / 2))
        left += width + _APART
    return Bundle(a, b, tuple(placed), whole / 2)
