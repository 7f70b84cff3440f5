"""Everything of a timeline in its place."""

from collections.abc import Sequence

from kith.engines.chronology.timeline.arcs import arcs_between
from kith.engines.chronology.timeline.ground import (
    FOOT,
    RIBBON,
    birthdays_along,
    ribbons,
    silences_along,
    today_along,
)
from kith.engines.chronology.timeline.lettering import in_lines
from kith.engines.chronology.timeline.marks import Placing, placed_lane
from kith.engines.chronology.timeline.piles import Item
from kith.engines.chronology.timeline.placed import Placed, PlacedLane, Timeline
from kith.engines.chronology.timeline.reach import Reach, Scale, reach
from kith.engines.chronology.timeline.story import Measure, Name, Story
from kith.engines.chronology.timeline.ticks import ticks

TITLES = 0.13  # of the whole width is the column of titles
LETTERS = 14.0
_BESIDE_TITLE = 12.0
_EDGE = 26.0  # room for half a pile on both sides
_BIRTHDAYS, _CALENDAR, _BASELINE = 24.0, 26.0, 17.0


def lay_out(story: Story, *, width_of: Measure) -> Timeline:
    """Place every event of the window in its lane, in px; the same story is placed the same each time.

    Marks do not overlap, nor do labels: marks that would are one pile, a label without room is left out (its words
    are with its band or silence). What is uncertain is a bar over all days that it may mean. Where the time that
    ran out stands is for the page: `before` and `after` count the rows outside. Raises KeyError for a happening
    whose lane is not among the story's.

    >>> import datetime as dt
    >>> from kith.engines.chronology.timeline.story import Happening, Lane, Window
    >>> from kith.kernel.partial_dates import PartialDate
    >>> rows = [Happening(name=("School", str(day)), when=PartialDate(f"2026-03-0{day}"), lane="s") for day in (1, 2)]
    >>> year = Window(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    >>> story = Story(happenings=tuple(rows), lanes=(Lane("s", "School"),), window=year)
    >>> drawn = lay_out(story, width_of=lambda words, size, bold: 0.5 * size * len(words))
    >>> drawn.marks[0].count, drawn.marks[0].words
    (2, '2 rows. School, 1 March 2026 to 2 March 2026: 2 plain.')
    """
    titles = round(story.width * TITLES, 1)
    width = story.width - titles
    window = story.window
    scale = Scale(window.first.toordinal(), window.last.toordinal(), _EDGE, width - _EDGE)
    notches = birthdays_along(story.birthdays, window, scale, _BASELINE, width_of)
    top = _BIRTHDAYS if notches else 0.0
    bands = ribbons(story.bands, window, top, scale, width_of)
    head = max([top, *(band.top + RIBBON for band in bands)]) + _CALENDAR
    items, before, after = _seen(story)
    by = Placing(scale, window, width_of)
    lanes, marks = _lanes(story, items, head, titles - _BESIDE_TITLE, by)
    foot = lanes[-1].top + lanes[-1].height if lanes else head
    silences, low = silences_along(story.silences, window, scale, foot, width_of)
    today = today_along(story.today, window, scale, foot + low + _BASELINE, width_of)
    return Timeline(
        window=window,
        width=width,
        height=foot + low + (FOOT if today else 0.0),
        head=head,
        foot=foot,
        titles=titles,
        lanes=lanes,
        marks=marks,
        arcs=arcs_between(marks, _groups(story), width),
        bands=tuple(bands),
        silences=tuple(silences),
        birthdays=notches,
        ticks=ticks(window, scale, head - _CALENDAR + _BASELINE, width_of),
        today=today,
        before=before,
        after=after,
    )


def _seen(story: Story) -> tuple[dict[str, list[Item]], int, int]:
    """By its lane what reaches into the window; how many rows lie before it and after it."""
    items: dict[str, list[Item]] = {lane.key: [] for lane in story.lanes}
    first, last = story.window.first.toordinal(), story.window.last.toordinal()
    outside: tuple[set[Name], set[Name]] = (set(), set())
    for happening in story.happenings:
        days: Reach = reach(happening)
        if days.last < first or days.first > last:
            outside[days.first > last].add(happening.name)
        else:
            items[happening.lane].append(Item(happening, days))
    return items, len(outside[0]), len(outside[1])


def _lanes(
    story: Story, items: dict[str, list[Item]], top: float, room: float, by: Placing
) -> tuple[tuple[PlacedLane, ...], tuple[Placed, ...]]:
    lanes: list[PlacedLane] = []
    marks: list[Placed] = []
    for number, lane in enumerate(story.lanes):
        lines = in_lines(lane.title, room, by.width_of, size=LETTERS, bold=True)
        placed, of_lane = placed_lane(number, lane, items[lane.key], top=top, lines=lines, by=by)
        lanes.append(placed)
        marks += of_lane
        top += placed.height
    return tuple(lanes), tuple(marks)


def _groups(story: Story) -> Sequence[Sequence[Name]]:
    """Accounts of one event, without those that were withdrawn."""
    groups: dict[int, list[Name]] = {}
    for happening in story.happenings:
        if happening.group and not happening.is_struck:
            groups.setdefault(happening.group, []).append(happening.name)
    return list(groups.values())
