"""Rows in lanes: by who tells them, by what they are about, or by the child whom they are about."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kith.apps.chronologies.projections import OpenRow
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


def laned(rows: Sequence[OpenRow], by: str, *, numbers: Mapping[str, int]) -> Laned:
    """`numbers` are running numbers by the ref of a row, for events that repeat."""
    placed = list(_placed(rows, by))
    lanes = {lane.key: lane for lane, _ in placed}
    return Laned(
        lanes=tuple(_ORDER[by](list(lanes.values()), rows)),
        happenings=tuple(_happening(row, lane, numbers.get(row.ref, 0)) for lane, row in placed),
    )


def _placed(rows: Sequence[OpenRow], by: str) -> Iterator[tuple[Lane, OpenRow]]:
    """Each row in its lanes, which are the same for all rows that have the same `key` in common."""
    key_of, lanes_of = _BY[by]
    known: dict[Hashable, tuple[Lane, ...]] = {}
    for row in rows:
        key = key_of(row)
        if key not in known:
            known[key] = tuple(lanes_of(row))
        for lane in known[key]:
            yield lane, row


def _happening(row: OpenRow, lane: Lane, number: int) -> Happening:
    said = row.said
    return Happening(
        name=(row.told_by, row.ref),
        when=said.start,
        end=said.end if said.end != said.start else None,
        lane=lane.key,
        mark=MARKS.get(said.rag or "", Mark.PLAIN),
        group=row.group,
        is_struck=row.is_withdrawn,
        number=number,
        label=said.fact,
    )


def _of_agency(row: OpenRow) -> Iterator[Lane]:
    yield Lane(f"{row.is_of_family:d} {row.told_by}", row.told_by)


def _of_theme(row: OpenRow) -> Iterator[Lane]:
    kind = event_types().get(row.said.type)
    theme = kind.families[0] if kind else ""
    yield Lane(theme, themes().get(theme, OTHER))


def _of_child(row: OpenRow) -> Iterator[Lane]:
    """Children whom the viewer may not know share one lane."""
    yield from {child.ref: Lane(child.ref, child.name) for child in row.children}.values()


def _by_name(lanes: list[Lane], _rows: Sequence[OpenRow]) -> list[Lane]:
    """Agencies by name, and below them whoever of the family tells something."""
    return sorted(lanes)


def _as_listed(lanes: list[Lane], _rows: Sequence[OpenRow]) -> list[Lane]:
    listed = [*themes(), ""]
    return sorted(lanes, key=lambda lane: listed.index(lane.key))


def _as_met(lanes: list[Lane], rows: Sequence[OpenRow]) -> list[Lane]:
    """The child of the page stands first in every row about them."""
    first = {row.children[0].ref for row in rows if row.children}
    return sorted(lanes, key=lambda lane: (lane.key not in first, not lane.key, lane.title))


_BY: Mapping[str, tuple[Callable[[OpenRow], Hashable], Callable[[OpenRow], Iterator[Lane]]]] = {
    AGENCY: (lambda row: (row.told_by, row.is_of_family), _of_agency),
    THEME: (lambda row: row.said.type, _of_theme),
    CHILD: (lambda row: row.children, _of_child),
}
_ORDER = {AGENCY: _by_name, THEME: _as_listed, CHILD: _as_met}
