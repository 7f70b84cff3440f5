"""Invented stories for the tests, by hand and by Hypothesis."""

import datetime as dt

from hypothesis import strategies as st

from kith.engines.chronology.timeline import Band, Birthday, Happening, Lane, Mark, Silence, Story, Timeline, Window
from kith.engines.chronology.timeline import lay_out as placed_by
from kith.kernel.partial_dates import PartialDate

YEAR = Window(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
LANES = (Lane("health", "Health"), Lane("school", "School"), Lane("police", "Police"))


def width_of(words: str, size: float, bold: bool) -> float:
    return len(words) * size * (0.6 if bold else 0.5)


def lay_out(story: Story) -> Timeline:
    return placed_by(story, width_of=width_of)


def row(number: int, when: str, lane: str = "school", **more: object) -> Happening:
    return Happening(name=("School", str(number)), when=PartialDate(when), lane=lane, **more)  # type: ignore[arg-type]


def told(*happenings: Happening, window: Window = YEAR, **more: object) -> Timeline:
    return lay_out(Story(happenings=happenings, lanes=LANES, window=window, **more))  # type: ignore[arg-type]


days = st.dates(dt.date(2012, 1, 1), dt.date(2026, 12, 31))
codes = st.one_of(
    days.map(str),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}~"),
    days.map(lambda day: f"../{day:%Y}"),
    days.map(lambda day: f"{day}/.."),
)
windows = st.tuples(days, st.sampled_from((1, 20, 31, 92, 366, 731, 1826, 5600))).map(
    lambda pair: Window(pair[0], pair[0] + dt.timedelta(days=pair[1] - 1))
)
words = st.text(st.characters(categories=("L", "Zs")), max_size=40)


@st.composite
def happenings(draw: st.DrawFn) -> tuple[Happening, ...]:
    count = draw(st.integers(0, 60))
    return tuple(
        Happening(
            name=(draw(st.sampled_from("AB")), str(number)),
            when=PartialDate(draw(codes)),
            end=PartialDate(str(draw(days))) if draw(st.booleans()) else None,
            lane=draw(st.sampled_from(LANES)).key,
            mark=draw(st.sampled_from(Mark)),
            group=draw(st.integers(0, 4)),
            is_struck=draw(st.booleans()),
        )
        for number in range(count)
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    spans = st.tuples(days, days).map(sorted)
    return Story(
        happenings=draw(happenings()),
        lanes=LANES,
        window=draw(windows),
        bands=tuple(
            Band(title=draw(words), first=first, last=last, row=draw(st.integers(0, 1)))
            for first, last in draw(st.lists(spans, max_size=6))
        ),
        birthdays=tuple(Birthday(day, draw(words), draw(words)) for day in draw(st.lists(days, max_size=20))),
        silences=tuple(Silence(first, last, draw(words)) for first, last in draw(st.lists(spans, max_size=6))),
        today=draw(st.none() | days),
        width=draw(st.sampled_from((400, 820, 1136))),
    )
