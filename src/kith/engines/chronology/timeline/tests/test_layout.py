"""Nothing covers anything else, nothing is lost, and the order of time is kept."""

import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise

from hypothesis import given, settings

from kith.engines.chronology.timeline import Label, Mark, Placed, Story, Timeline, Window
from kith.engines.chronology.timeline.reach import reach
from kith.engines.chronology.timeline.tests.stories import lay_out, row, stories, told
from kith.kernel.partial_dates import PartialDate

HALF = 12


def labels_of(drawn: Timeline) -> list[Label]:
    found = [band.label for band in drawn.bands] + [silence.label for silence in drawn.silences]
    found += [notch.label for notch in drawn.birthdays] + [tick.label for tick in drawn.ticks]
    found += [drawn.today.label] if drawn.today else []
    return [label for label in found if label]


def rooms(marks: tuple[Placed, ...]) -> dict[float, list[Placed]]:
    """Marks by the line on which they stand, in order."""
    lines: dict[float, list[Placed]] = defaultdict(list)
    for mark in sorted(marks, key=lambda each: each.left):
        lines[mark.y].append(mark)
    return lines


@settings(max_examples=80)
@given(stories())
def test_marks_keep_their_own_room(story: Story) -> None:
    drawn = lay_out(story)
    lines = rooms(drawn.marks)
    for line in lines.values():
        assert all(one.right <= other.left + 0.01 for one, other in pairwise(line))
    assert all(lower - upper >= 2 * HALF for upper, lower in pairwise(sorted(lines)))
    for mark in drawn.marks:
        lane = drawn.lanes[mark.lane]
        assert lane.top <= mark.y - HALF and mark.y + HALF <= lane.top + lane.height
        assert 0 <= mark.left <= mark.x <= mark.right <= drawn.width


@settings(max_examples=80)
@given(stories())
def test_labels_keep_their_own_room(story: Story) -> None:
    drawn = lay_out(story)
    by_line: dict[float, list[Label]] = defaultdict(list)
    for label in labels_of(drawn):
        by_line[label.y].append(label)
    for line in by_line.values():
        line.sort(key=lambda each: each.x)
        assert all(one.x + one.width < other.x for one, other in pairwise(line))
    assert all(lower - upper >= 14 for upper, lower in pairwise(sorted(by_line)))
    for label in labels_of(drawn):
        assert 0 <= label.x <= label.x + label.width <= drawn.width
        assert 0 < label.y <= drawn.height


@settings(max_examples=50)
@given(stories())
def test_every_row_of_the_window_stands_once_and_the_others_are_counted(story: Story) -> None:
    drawn = lay_out(story)
    standing = Counter(name for mark in drawn.marks for name in mark.names)
    assert set(standing.values()) <= {1}
    assert len(standing) + drawn.before + drawn.after == len(story.happenings)
    assert sum(count for mark in drawn.marks for _, count in mark.kinds) == len(standing)


@settings(max_examples=50)
@given(stories())
def test_the_order_of_time_is_kept_along_a_line_and_the_picture_is_the_same_each_time(story: Story) -> None:
    drawn = lay_out(story)
    assert drawn == lay_out(story)
    reaches = {one.name: reach(one) for one in story.happenings}
    for line in rooms(drawn.marks).values():
        points = [mark for mark in line if mark.bar is None]
        days = [[reaches[name] for name in mark.names if reaches[name].is_start_exact] for mark in points]
        exact = [[max(one.first, story.window.first.toordinal()) for one in each] for each in days if each]
        assert all(max(one) <= min(other) for one, other in pairwise(exact))


@settings(max_examples=50)
@given(stories())
def test_what_is_uncertain_never_looks_like_a_day(story: Story) -> None:
    drawn = lay_out(story)
    vague = {one.name for one in story.happenings if not reach(one).is_start_exact}
    assert all(mark.is_unsure for mark in drawn.marks if vague & set(mark.names))


def test_a_month_is_a_bar_over_all_its_days_that_fades_at_both_ends() -> None:
    mark = told(row(1, "2026-03"), window=Window(dt.date(2026, 1, 1), dt.date(2026, 6, 30))).marks[0]
    assert mark.bar
    assert (mark.bar.fades_left, mark.bar.fades_right) == (True, True)
    assert mark.bar.sure_from == mark.bar.sure_to
    assert mark.x == (mark.bar.left + mark.bar.right) / 2


def test_an_event_with_an_end_has_its_shape_at_its_start_and_a_bar_to_its_end() -> None:
    drawn = told(row(1, "2026-03-05", end=PartialDate("2026-08-01")), row(2, "2026-03-05", "police"))
    stay, point = drawn.marks
    assert stay.bar
    assert stay.x == point.x
    assert not (stay.bar.fades_left or stay.bar.fades_right or stay.is_unsure)
    assert stay.bar.sure_to == stay.right


def test_an_end_that_nobody_knows_well_fades_alone() -> None:
    mark = told(row(1, "2026-03-05", end=PartialDate("2026-08"))).marks[0]
    assert mark.bar
    assert (mark.bar.fades_left, mark.bar.fades_right) == (False, True)
    assert mark.left < mark.bar.sure_from < mark.bar.sure_to < mark.right


def test_an_end_before_its_start_is_not_believed() -> None:
    drawn = told(row(1, "2026-08-01", end=PartialDate("2025-03-05")))
    assert [mark.bar for mark in drawn.marks] == [None]
    assert drawn.before == 0


def test_marks_that_would_overlap_are_a_pile_that_says_what_it_holds_and_opens() -> None:
    harm, watch = row(1, "2026-03-01", mark=Mark.HARM), row(2, "2026-03-03", mark=Mark.WATCH)
    pile, alone = told(harm, watch, row(3, "2026-03-04", is_struck=True), row(4, "2026-09-01")).marks
    assert pile.count == 3
    assert pile.kinds == ((Mark.HARM, 1), (Mark.WATCH, 1), (Mark.PLAIN, 1))
    assert pile.words == "3 rows. School, 1 March 2026 to 4 March 2026: 1 harm, 1 watch, 1 plain, 1 withdrawn."
    assert pile.opens
    assert pile.opens.days == 31
    assert pile.opens.first <= dt.date(2026, 3, 1) <= dt.date(2026, 3, 4) <= pile.opens.last
    opened = told(harm, watch, window=pile.opens)
    assert [mark.count for mark in opened.marks] == [1, 1]
    assert (alone.count, alone.opens) == (1, None)


def test_rows_of_one_day_stay_one_pile_that_opens_no_nearer() -> None:
    (pile,) = told(row(1, "2026-03-01"), row(2, "2026-03-01")).marks
    assert (pile.count, pile.opens) == (2, None)


def test_a_third_long_bar_at_one_time_joins_another_and_says_so() -> None:
    drawn = told(*(row(number, "2026") for number in range(3)))
    assert sorted(mark.count for mark in drawn.marks) == [1, 2]


def test_a_mark_in_words_has_its_date_as_uncertain_as_it_was_told() -> None:
    mark = told(row(1, "2026-03~", mark=Mark.WATCH, label="Moved out.")).marks[0]
    assert mark.words == "about March 2026. School: watch. Moved out."
    assert told(row(1, "2026-03-01", is_struck=True)).marks[0].words == "1 March 2026. School: withdrawn."


def test_accounts_of_one_event_are_joined_and_withdrawn_ones_are_not() -> None:
    at = "2026-03-05"
    rows = [row(1, at, "health", group=1), row(2, at, "school", group=1), row(3, at, "police", group=1)]
    assert [arc.names for arc in told(*rows).arcs] == [
        (("School", "1"), ("School", "2")),
        (("School", "2"), ("School", "3")),
    ]
    assert told(rows[0], row(2, at, "school", group=1, is_struck=True)).arcs == ()


def test_no_curve_joins_two_piles() -> None:
    crowd = [row(number, "2026-03-05", lane, group=number % 3 + 1) for number in range(6) for lane in ("health",)]
    other = [row(number + 10, "2026-03-05", "police", group=number % 3 + 1) for number in range(6)]
    assert told(*crowd, *other).arcs == ()
    assert len(told(*crowd, row(20, "2026-03-05", "police", group=1), row(21, "2026-09-05", group=2)).arcs) == 2


def test_a_lane_is_as_high_as_a_long_title_needs() -> None:
    story = Story(happenings=(), lanes=(), window=told().window)
    assert lay_out(story).foot == lay_out(story).head
    long = "Norvale and Eastmarch Children and Young People’s Community Health Service"
    drawn = lay_out(Story(happenings=(), lanes=((lane := told().lanes[0])._replace(title=long),), window=told().window))  # type: ignore[arg-type]
    assert len(drawn.lanes[0].lines) > 3
    assert drawn.lanes[0].height > lane.height
    assert " ".join(drawn.lanes[0].lines) == long
