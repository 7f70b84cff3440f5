"""The calendar along the top: years, quarters, months, weeks or days, as near as there is room for their words."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from kith.engines.chronology.timeline.lettering import Wish, in_a_row
from kith.engines.chronology.timeline.placed import Label, Tick
from kith.engines.chronology.timeline.reach import Scale
from kith.engines.chronology.timeline.story import Measure, Window

LETTERS = 14.0
_ROOM_FOR_WORDS, _ROOM_FOR_LINES = 64.0, 12.0
_BESIDE = 3.0


class Step(NamedTuple):
    """A distance of ticks: so many months, or so many days where it is less than a month."""

    months: int
    days: int

    @property
    def length(self) -> float:
        return self.months * 30.44 or float(self.days)


DAY, WEEK, MONTH, QUARTER, YEAR = Step(0, 1), Step(0, 7), Step(1, 0), Step(3, 0), Step(12, 0)
STEPS = (DAY, WEEK, MONTH, QUARTER, YEAR, Step(24, 0), Step(60, 0), Step(120, 0), Step(240, 0))


def ticks(window: Window, scale: Scale, y: float, width_of: Measure) -> tuple[Tick, ...]:
    """Lines at even distances of the calendar; the longer ones have words, less those that find no room."""
    day = (scale.right - scale.left) / window.days
    long = next((step for step in STEPS if step.length * day >= _ROOM_FOR_WORDS), STEPS[-1])
    short = next(step for step in STEPS if step.length * day >= _ROOM_FOR_LINES or step is long)
    marked = list(_days(window, long))
    labels = in_a_row(list(_wishes(marked, long, scale, width_of)), y, width_of, size=LETTERS, bold=False)
    found: dict[dt.date, Label | None] = dict(zip(marked, labels, strict=True))
    lines = sorted({*found, *_days(window, short)})
    return tuple(Tick(round(scale.begin(one.toordinal()), 1), one in found, found.get(one)) for one in lines)


def _wishes(days: list[dt.date], step: Step, scale: Scale, width_of: Measure) -> Iterator[Wish]:
    """The first one names its year, and so does each that begins another."""
    year = 0
    for day in days:
        x = scale.begin(day.toordinal()) + _BESIDE
        words = _words(day, step, names_year=day.year != year)
        yield Wish(words, x, x, min(x, scale.right - width_of(words, LETTERS, False)))
        year = day.year


def _words(day: dt.date, step: Step, *, names_year: bool) -> str:
    if step.months >= YEAR.months:
        return str(day.year)
    month = f"{day:%b}" if step.months else f"{day.day} {day:%b}"
    return f"{month} {day.year}" if names_year else month


def _days(window: Window, step: Step) -> Iterator[dt.date]:
    """The days within the window on which a step of the calendar begins; weeks begin on Mondays."""
    if not step.months:
        day = window.first + dt.timedelta(days=-window.first.weekday() % 7 if step is WEEK else 0)
        while day <= window.last:
            yield day
            day += dt.timedelta(days=step.days)
        return
    months = window.first.year * 12 + window.first.month - 1
    months += -months % step.months
    while (day := dt.date(months // 12, months % 12 + 1, 1)) <= window.last:
        if day >= window.first:
            yield day
        months += step.months
