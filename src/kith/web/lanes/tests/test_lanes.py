"""What an address may ask, which lanes rows stand in, and where each mark leads."""

import datetime as dt
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from kith.apps.chronologies.projections import ChildNamed, RowCard
from kith.engines.chronology.timeline import Mark, Window
from kith.kernel.partial_dates import PartialDate
from kith.web.lanes.asked import FEW_ROWS, LanesAsked, lanes_asked
from kith.web.lanes.view import LanesGround, LanesLinks, LanesView, lanes_view
from kith.web.tests.sample_rows import ELI, MUM, NOOR, OUT, POLICE, ROW

TODAY = dt.date(2026, 11, 24)
STORY = (POLICE, MUM, OUT, ROW)


def view_of(*rows: RowCard, asked: LanesAsked | None = None, form: str = "", **ground: Any) -> LanesView:
    beneath = LanesGround(today=TODAY, **ground)
    asked = asked or LanesAsked()
    links = LanesLinks(row_href=lambda ref: f"#row-{ref}", keep={"said": "1"}, form=form)
    return lanes_view(rows, asked, beneath, links)


def on(day: str, ref: str, **more: Any) -> RowCard:
    return replace(POLICE, ref=ref, said=replace(POLICE.said, start=PartialDate(day), **more))


def many(count: int) -> list[RowCard]:
    return [on(str(dt.date(2015, 1, 1) + dt.timedelta(days=30 * number)), f"m{number}") for number in range(count)]


def titles(view: LanesView) -> list[str]:
    return [lane.title for lane in view.drawn.lanes]


@pytest.mark.parametrize(
    "sent",
    [{"from": "2026-01-01"}, {"from": "2026-02-01", "to": "2026-01-01"}, {"from": "x", "to": "2026-02-31"}, {}],
)
def test_days_that_are_none_are_as_if_nobody_had_asked(sent: dict[str, str]) -> None:
    assert lanes_asked(sent).window is None


def test_a_window_stays_within_the_story() -> None:
    wide = LanesAsked(window=Window(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
    assert view_of(*STORY, asked=wide).drawn.window == Window(dt.date(2026, 3, 1), TODAY)
    elsewhere = LanesAsked(window=Window(dt.date(1999, 1, 1), dt.date(1999, 12, 31)))
    assert view_of(*STORY, asked=elsewhere).drawn.window == Window(dt.date(2026, 3, 1), TODAY)


def test_a_long_story_opens_on_its_last_two_years_and_a_short_one_whole() -> None:
    assert view_of(*many(FEW_ROWS)).drawn.before == 0
    long = view_of(*many(FEW_ROWS + 1))
    assert long.drawn.window.days == 731
    assert long.drawn.before > 0
    assert any("stand before these days" in words for words in long.in_words)


def test_lanes_by_agency_stand_by_name_and_the_family_below() -> None:
    assert titles(view_of(*STORY)) == ["Eastmarch Police", "Saltmere Academy", "Mum"]


def test_lanes_by_theme_follow_the_kinds_of_events() -> None:
    assert titles(view_of(*STORY, asked=LanesAsked(by="theme"))) == ["Coming and being away", "Something else"]
    assert titles(view_of(ROW, asked=LanesAsked(by="theme"))) == ["Coming and being away"]


def test_lanes_by_child_show_a_row_about_two_in_both_and_the_unnamed_in_one() -> None:
    hidden = replace(ROW, ref="r9", children=(NOOR, ChildNamed("", "another child", "They were there")))
    view = view_of(POLICE, ROW, hidden, asked=LanesAsked(by="child"))
    assert titles(view) == [NOOR.name, ELI.name, "another child"]
    assert {ref for mark in view.marks[1] for ref in mark.refs} == {ROW.ref}


def test_lanes_by_child_are_offered_only_where_there_are_brothers_or_sisters() -> None:
    assert [way.says for way in view_of(POLICE).ways_of_lanes] == ["agency", "theme"]
    assert [way.says for way in view_of(ROW).ways_of_lanes] == ["agency", "theme", "brother and sister"]


def test_a_mark_leads_to_its_row_and_the_row_to_its_mark() -> None:
    view = view_of(*STORY)
    for mark in chain.from_iterable(view.marks):
        assert mark.href == f"#row-{mark.refs[-1]}"
        assert [view.mark_of[ref] for ref in mark.refs] == [mark.id] * len(mark.refs)


def test_a_pile_leads_to_days_that_take_it_apart_and_keeps_what_was_chosen() -> None:
    rows = [on("2015-01-01", "a"), on("2026-10-01", "b"), on("2026-10-08", "c")]
    (pile,) = [mark for mark in chain.from_iterable(view_of(*rows).marks) if len(mark.refs) > 1]
    assert pile.href == "?from=2026-09-19&to=2026-10-19&said=1#timeline"
    sent = [mark for mark in chain.from_iterable(view_of(*rows, form="sift").marks) if len(mark.refs) > 1]
    assert [mark.href for mark in sent] == ["#row-c"]


def test_what_somebody_said_never_stands_in_an_address() -> None:
    view = view_of(*STORY)
    ways = [way.href for way in (*view.ways_of_lanes, *view.nearness, *view.years)] + list(view.steps.values())
    assert ways
    names = {part.split("=")[0] for href in ways for part in href[1:].partition("#")[0].split("&")}
    assert names == {"lanes", "from", "to", "said"}


def test_the_key_holds_only_what_is_drawn() -> None:
    assert view_of(on("2026-03-06", "a", rag="green")).key == {"strength"}
    assert {"harm", "strength", "watch", "unsure"} <= view_of(*STORY).key
    assert "struck" in view_of(OUT).key


def test_colours_become_shapes_and_numbers_stand_in_them() -> None:
    view = view_of(on("2026-03-06", "a", rag="red"), on("2026-08-06", "b", rag=""), numbers={"a": 3})
    marks = [mark.placed for mark in chain.from_iterable(view.marks)]
    assert [(mark.kinds[0][0], mark.number) for mark in marks] == [(Mark.HARM, 3), (Mark.PLAIN, 0)]


def test_a_long_text_is_begun_in_whole_words() -> None:
    (mark,) = chain.from_iterable(view_of(on("2026-03-06", "a", fact="word " * 60)).marks)
    assert mark.placed.words.endswith("word…")
    assert len(mark.placed.words) < 160


def test_nothing_to_show_is_said() -> None:
    assert view_of().is_empty
    assert not view_of(POLICE).is_empty
