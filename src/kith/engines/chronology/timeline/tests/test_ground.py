"""What lies beneath the marks, the calendar, and where one may look from here."""

import datetime as dt

import pytest
from hypothesis import given

from kith.engines.chronology.timeline import Band, Birthday, Silence, Window, moves, opening, whole_of
from kith.engines.chronology.timeline.tests.stories import YEAR, row, told, windows

STORY = Window(dt.date(2014, 5, 1), dt.date(2026, 11, 24))


@pytest.mark.parametrize(
    ("days", "first_words"),
    [
        (31, ["5 Jan 2026", "12 Jan", "19 Jan", "26 Jan"]),
        (92, ["Jan 2026", "Feb", "Mar"]),
        (366, ["Jan 2026", "Apr", "Jul", "Oct"]),
        (5600, ["2026", "2028", "2030"]),
    ],
)
def test_the_calendar_names_what_has_room_and_each_year_once(days: int, first_words: list[str]) -> None:
    window = Window(YEAR.first, YEAR.first + dt.timedelta(days=days - 1))
    said = [tick.label.words for tick in told(window=window).ticks if tick.label]
    assert set(first_words) <= set(said)
    assert len(said) == len(set(said))


def test_bands_of_one_row_stand_side_by_side_and_what_overlaps_has_a_ribbon_of_its_own() -> None:
    universal = Band(title="universal help", first=dt.date(2019, 1, 1), last=dt.date(2026, 5, 31))
    early = Band(title="early help", first=dt.date(2026, 6, 1), tone=1)
    mum = Band(title="at Mum’s", first=dt.date(2026, 1, 1), row=1)
    gran = Band(title="at Gran’s", first=dt.date(2026, 3, 1), last=dt.date(2026, 4, 1), row=1)
    drawn = told(bands=(universal, early, mum, gran))
    tops = {band.title: band.top for band in drawn.bands}
    assert tops["universal help"] == tops["early help"] < tops["at Mum’s"] < tops["at Gran’s"]
    assert [band.title for band in drawn.bands if band.is_ground] == ["universal help", "early help"]
    first, second = drawn.bands[:2]
    assert (first.left, first.right, second.right) == (0, second.left, drawn.width)


def test_a_title_without_room_is_left_out_of_the_picture_and_kept_in_words() -> None:
    short = Band(title="child protection plan", first=dt.date(2026, 3, 1), last=dt.date(2026, 3, 9))
    (band,) = told(bands=(short,)).bands
    assert (band.title, band.label) == ("child protection plan", None)


def test_the_first_birthday_says_whose_it_is() -> None:
    birthdays = tuple(Birthday(dt.date(2015 + age, 2, 3), str(age), f"Noor is {age}") for age in range(5, 12))
    drawn = told(birthdays=birthdays, window=Window(dt.date(2024, 6, 1), dt.date(2026, 6, 1)))
    assert [notch.label and notch.label.words for notch in drawn.birthdays] == ["Noor is 10", "11"]


def test_words_of_silences_stand_below_in_two_rows_and_then_only_in_words() -> None:
    begun, words = dt.date(2026, 7, 1), "nobody saw Noor for some weeks"
    drawn = told(silences=tuple(Silence(begun, dt.date(2026, 7, day), words) for day in (20, 21, 22)))
    assert [silence.label is None for silence in drawn.silences] == [False, False, True]
    first, second = (silence.label for silence in drawn.silences[:2])
    assert first and second and first.y < second.y
    assert drawn.height > told().height


def test_the_first_silence_says_of_whom_and_those_after_it_how_long() -> None:
    spring = Silence(dt.date(2026, 2, 1), dt.date(2026, 4, 1), "nobody saw Noor for 8 weeks", "8 weeks")
    autumn = Silence(dt.date(2026, 9, 1), dt.date(2026, 11, 1), "nobody saw Noor for 9 weeks", "9 weeks")
    drawn = told(silences=(autumn, spring))
    assert [silence.label and silence.label.words for silence in drawn.silences] == [spring.words, "9 weeks"]
    assert [silence.words for silence in drawn.silences] == [spring.words, autumn.words]


def test_today_stands_only_in_a_window_that_holds_it() -> None:
    assert told(today=dt.date(2026, 11, 24)).today
    assert told(today=dt.date(2027, 11, 24)).today is None


def test_a_whole_story_begins_with_the_first_day_that_is_known_of() -> None:
    open_past, open_future = row(1, "../2019"), row(2, "2025-03-01/..")
    found = whole_of([open_past, open_future], today=dt.date(2026, 11, 24))
    assert found == Window(dt.date(2018, 12, 31), dt.date(2026, 11, 24))


def test_one_opens_on_the_last_two_years() -> None:
    assert opening(STORY) == Window(dt.date(2024, 11, 24), dt.date(2026, 11, 24))


@given(windows)
def test_every_way_on_stays_within_the_story_and_leads_back(window: Window) -> None:
    ways = moves(STORY, window)
    reached = [*(choice.window for choice in ways.choices), ways.nearer, ways.farther, ways.earlier, ways.later]
    for each in filter(None, reached):
        assert STORY.first <= each.first <= each.last <= STORY.last
    assert sum(choice.is_now for choice in ways.choices) == 1
    if ways.nearer and ways.farther:
        assert ways.nearer.days < ways.farther.days


def test_the_nearest_window_leads_no_nearer_and_the_whole_story_nowhere_further() -> None:
    month = moves(STORY, Window(dt.date(2020, 3, 1), dt.date(2020, 3, 31)))
    assert (month.title, month.nearer) == ("1 month", None)
    assert month.earlier and month.earlier.first < dt.date(2020, 3, 1)
    whole = moves(STORY, STORY)
    assert (whole.title, whole.farther, whole.earlier, whole.later) == ("the whole story", None, None, None)


def test_a_short_story_offers_no_window_that_is_longer() -> None:
    assert [choice.title for choice in moves(YEAR, YEAR).choices] == ["the whole story", "3 months", "1 month"]
