"""Rows in lanes: by who tells them, by what they are about, or by the child whom they are about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kith.apps.chronologies.projections import RowCard
from kith.engines.chronology import Rag, event_types, themes
from kith.engines.chronology.timeline import Happening, Lane, Mark
from kith.web.lanes.asked import AGENCY, CHILD, THEME

MARKS = {Rag.RED.value: Mark.HARM, Rag.AMBER.value: Mark.WATCH, Rag.GREEN.value: Mark.STRENGTH}
OTHER = "Something else"


@dataclass(frozen=True, slots=True)
class Laned:
    """The lanes that have rows, and every row in its lane; a row about two children stands in two lanes."""

    lanes: tuple[Lane, ...]
    happenings: tuple[Happening, ...]


def laned(rows: Sequence[RowCard], by: str, *, numbers: Mapping[str, int]) -> Laned:
    """`numbers` are running numbers by the ref of a row, for events that repeat."""
    placed = [(lane, row) for row in rows for lane in _LANES_OF[by](row)]
    lanes = {lane.key: lane for lane, _ in placed}
    return Laned(
        lanes=tuple(_ORDER[by](list(lanes.values()), rows)),
        happenings=tuple(_happening(row, lane, numbers.get(row.ref, 0)) for lane, row in placed),
    )


def _happening(row: RowCard, lane: Lane, number: int) -> Happening:
    said = row.said
    return Happening(
        name=(row.told_by, row.ref),
        when=said.start,
        end=said.end if said.end != said.start else None,
        lane=lane.key,
        mark=MARKS.get(said.rag, Mark.PLAIN),
        group=row.group,
        is_struck=row.withdrawn is not None,
        number=number,
        label=said.fact,
    )


def _of_agency(row: RowCard) -> Iterator[Lane]:
    yield Lane(f"{row.is_of_family:d} {row.told_by}", row.told_by)


def _of_theme(row: RowCard) -> Iterator[Lane]:
    kind = event_types().get(row.said.type)
    theme = kind.families[0] if kind else ""
    yield Lane(theme, themes().get(theme, OTHER))


def _of_child(row: RowCard) -> Iterator[Lane]:
    """Children whom the viewer may not know share one lane."""
    yield from {child.ref: Lane(child.ref, child.name) for child in row.children}.values()


def _by_name(lanes: list[Lane], _rows: Sequence[RowCard]) -> list[Lane]:
    """Agencies by name, and below them whoever of the family tells something."""
    return sorted(lanes)


def _as_listed(lanes: list[Lane], _rows: Sequence[RowCard]) -> list[Lane]:
    listed = [*themes(), ""]
    return sorted(lanes, key=lambda lane: listed.index(lane.key))


def _as_met(lanes: list[Lane], rows: Sequence[RowCard]) -> list[Lane]:
    """The child of the page stands first in every row about them."""
    first = {row.children[0].ref for row in rows if row.children}
    return sorted(lanes, key=lambda lane: (lane.key not in first, not lane.key, lane.title))


_LANES_OF = {AGENCY: _of_agency, THEME: _of_theme, CHILD: _of_child}
_ORDER = {AGENCY: _by_name, THEME: _as_listed, CHILD: _as_met}
