"""A timeline as its page writes it: marks with their links, the ways to other days and lanes, and the key."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kith.apps.chronologies.projections import OpenRow
from kith.engines.chronology.timeline import (
    Band,
    Birthday,
    Mark,
    Placed,
    Silence,
    Story,
    Timeline,
    Window,
    lay_out,
    moves,
    whole_of,
)
from kith.engines.drawing.fonts.widths import text_width
from kith.kernel.days import day_words
from kith.web.lanes.asked import AGENCY, CHILD, PLACE, THEME, LanesAsked, query
from kith.web.lanes.laning import laned

WIDE = 1130.0
KEY = (Mark.STRENGTH, Mark.WATCH, Mark.HARM, Mark.PLAIN)
WORDS = {AGENCY: "agency", THEME: "theme", CHILD: "brother and sister"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesGround:
    """What lies beneath the rows, as the page knows it: `numbers` by row for events that repeat."""

    today: dt.date
    bands: tuple[Band, ...] = ()
    birthdays: tuple[Birthday, ...] = ()
    silences: tuple[Silence, ...] = ()
    numbers: Mapping[str, int] | None = None
    width: float = WIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesLinks:
    """Where a timeline leads: `row_href` to a row of the table, of which `on_page` stand on the same page.

    `keep` stays in every address. `form` is the id of the form whose words have to come along instead: the ways on are
    its buttons then, and a pile leads to its rows.
    """

    row_href: Callable[[str], str]
    on_page: Collection[str] = ()
    keep: Mapping[str, str] = field(default_factory=dict)
    form: str = ""


@dataclass(frozen=True, slots=True)
class LaneMark:
    """One mark with where it leads: to its row, or for a pile to the days that take it apart."""

    id: str
    href: str
    refs: tuple[str, ...]
    placed: Placed


@dataclass(frozen=True, slots=True)
class Way:
    """A link with its words; the one that is followed now leads nowhere new."""

    says: str
    href: str
    is_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesView:
    """Everything that the component writes. `mark_of` leads from a row's ref to the mark that holds it."""

    name: str
    drawn: Timeline
    marks: tuple[tuple[LaneMark, ...], ...]
    mark_of: Mapping[str, str]
    ways_of_lanes: tuple[Way, ...]
    nearness: tuple[Way, ...]
    years: tuple[Way, ...]
    steps: Mapping[str, str]
    title: str
    key: frozenset[str]
    in_words: tuple[str, ...]
    on_page: Collection[str]
    form: str

    @property
    def is_empty(self) -> bool:
        return not self.mark_of and not self.drawn.before and not self.drawn.after


def lanes_view(rows: Sequence[OpenRow], asked: LanesAsked, ground: LanesGround, links: LanesLinks) -> LanesView:
    """The timeline of these rows and no others."""
    lanes = laned(rows, asked.by, numbers=ground.numbers or {})
    whole = whole_of(lanes.happenings, today=ground.today)
    window = asked.within(whole, len(rows))
    story = Story(
        happenings=lanes.happenings,
        lanes=lanes.lanes,
        window=window,
        bands=ground.bands,
        birthdays=ground.birthdays,
        silences=ground.silences,
        today=ground.today,
        width=ground.width,
    )
    drawn = lay_out(story, width_of=text_width)

    def to(by: str, window: Window) -> str:
        return query({**LanesAsked(by, window).address, **links.keep}) + PLACE

    marks = _marks(drawn, None if links.form else lambda window: to(asked.by, window), links.row_href)
    ways = moves(whole, window)
    steps = {"nearer": ways.nearer, "farther": ways.farther, "earlier": ways.earlier, "later": ways.later}
    return LanesView(
        name=f"Timeline, {_period(window)}, {len(lanes.lanes)} lane{'' if len(lanes.lanes) == 1 else 's'}",
        drawn=drawn,
        marks=marks,
        mark_of={ref: mark.id for lane in reversed(marks) for mark in lane for ref in mark.refs},
        ways_of_lanes=tuple(Way(WORDS[by], to(by, window), by == asked.by) for by in _offered(rows)),
        nearness=tuple(Way(one.title, to(asked.by, one.window), one.is_now) for one in ways.choices),
        years=tuple(Way(str(span.first.year), to(asked.by, span), span == window) for span in _years(whole)),
        steps={name: to(asked.by, one) for name, one in steps.items() if one},
        title=ways.title,
        key=_key(drawn),
        in_words=_in_words(drawn, story),
        on_page=links.on_page,
        form=links.form,
    )


def _marks(
    drawn: Timeline, to: Callable[[Window], str] | None, row_href: Callable[[str], str]
) -> tuple[tuple[LaneMark, ...], ...]:
    """The marks of each lane, in the order of time."""
    lanes: list[list[LaneMark]] = [[] for _ in drawn.lanes]
    for number, placed in enumerate(drawn.marks, 1):
        refs = tuple(ref for _, ref in placed.names)
        href = to(placed.opens) if to and placed.opens else row_href(refs[-1])
        lanes[placed.lane].append(LaneMark(f"mark-{number}", href, refs, placed))
    return tuple(map(tuple, lanes))


def _offered(rows: Sequence[OpenRow]) -> tuple[str, ...]:
    """Lanes by child only where a row is about more than one."""
    return (AGENCY, THEME, CHILD) if any(len(row.children) > 1 for row in rows) else (AGENCY, THEME)


def _years(whole: Window) -> Iterator[Window]:
    """Every year of the story: a jump by date that asks for no typing."""
    for year in range(whole.first.year, whole.last.year + 1):
        yield Window(max(dt.date(year, 1, 1), whole.first), min(dt.date(year, 12, 31), whole.last))


def _key(drawn: Timeline) -> frozenset[str]:
    """What is drawn, and nothing else: the key holds only that."""
    shown: set[str] = {str(mark) for placed in drawn.marks for mark, _ in placed.kinds}
    there = {
        "pile": any(mark.count > 1 for mark in drawn.marks),
        "unsure": any(mark.is_unsure for mark in drawn.marks),
        "lasting": any(mark.bar and mark.bar.sure_to > mark.bar.sure_from for mark in drawn.marks),
        "struck": any(mark.is_struck for mark in drawn.marks),
        "arc": bool(drawn.arcs),
        "silence": bool(drawn.silences),
    }
    return frozenset(shown | {name for name, is_there in there.items() if is_there})


def _in_words(drawn: Timeline, story: Story) -> tuple[str, ...]:
    """What lies beneath the marks, for whoever does not see it or finds no room for its words there."""
    window = story.window
    bands = [
        f"{band.title}: {_days(band.first, band.last)}."
        for band in story.bands
        if band.first <= window.last and (band.last or window.last) >= window.first
    ]
    silences = [
        f"{one.words}: {_days(one.first, one.last)}."
        for one in story.silences
        if one.first <= window.last and one.last >= window.first
    ]
    outside = [_rows(drawn.before, "before"), _rows(drawn.after, "after")]
    return (*bands, *silences, *filter(None, outside))


def _rows(count: int, side: str) -> str:
    if not count:
        return ""
    return f"{count:,} row{' stands' if count == 1 else 's stand'} {side} these days."


def _days(first: dt.date, last: dt.date | None) -> str:
    return f"{day_words(first)} to {day_words(last)}" if last else f"since {day_words(first)}"


def _period(window: Window) -> str:
    return f"{window.first:%B %Y} to {window.last:%B %Y}"
