"""A small table: how many events of each kind there were in each half-year, and which rows tell of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from kith.engines.chronology.adding_up.aids import Cell, HalfYear, HalfYears, TypeLine
from kith.engines.chronology.adding_up.events import Event, Story, names_of
from kith.engines.chronology.knowledge import event_types

NOT_SURE = HalfYear(None, "half-year not sure")
_NO_KIND = "No kind given"
_HALVES = ("January to June", "July to December")
_MONTHS = (1, 7)

_Cells = Mapping[tuple[str, int | None], Sequence[Event]]


def half_years(story: Story) -> HalfYears:
    """Events that professionals tell of; where accounts give an event different kinds, the first kind counts.

    An event that may have been in either of two half-years stands in a last column of its own.
    """
    cells: dict[tuple[str, int | None], list[Event]] = defaultdict(list)
    for event in story.professional:
        cells[_type(event), _half(event)].append(event)
    halves = _halves({half for _, half in cells}, story.on)
    found = {kind for kind, _ in cells}
    types = [*filter(found.__contains__, event_types()), *sorted(found - event_types().keys())]
    return HalfYears(tuple(map(_column, halves)), tuple([_line(cells, kind, halves) for kind in types]))


def _type(event: Event) -> str:
    return next((account.row.type for account in event.accounts if account.row.type), "")


def _half(event: Event) -> int | None:
    """The number of the half-year in which it surely began."""
    first, last = _number(dt.date.fromordinal(event.first)), _number(dt.date.fromordinal(event.last))
    return first if first == last else None


def _number(day: dt.date) -> int:
    return 2 * day.year + (day.month >= _MONTHS[1])


def _halves(found: Set[int | None], on: dt.date) -> list[int | None]:
    """Every half-year from the first that has something, and at the end None if something has no sure one."""
    sure = [half for half in found if half is not None]
    unsure: list[int | None] = [None] if None in found else []
    return [*range(min(sure), _number(on) + 1), *unsure] if sure else unsure


def _column(half: int | None) -> HalfYear:
    if half is None:
        return NOT_SURE
    year, place = divmod(half, 2)
    return HalfYear(dt.date(year, _MONTHS[place], 1), f"{_HALVES[place]} {year}")


def _line(cells: _Cells, kind: str, halves: Sequence[int | None]) -> TypeLine:
    name = event_types()[kind].name if kind in event_types() else kind or _NO_KIND
    events = [cells.get((kind, half), ()) for half in halves]
    return TypeLine(kind, name, tuple([Cell(len(some), names_of(some)) for some in events]))
