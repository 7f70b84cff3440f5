"""Of what is late three things stand open, the longest late above; the next child is opened before the visit."""

import datetime as dt
from dataclasses import replace

from kith.apps.cases.projections import ClockCard, DisagreementNote, DueCard, OwnDay, PlannedMeeting
from kith.apps.networks.projections import ChildLine, TodayChange, TodayPage
from kith.apps.teams.projections import CoverLine, CoverNote
from kith.web.today.ranking import opened, ranked

TODAY = dt.date(2026, 11, 24)
CLOCK = ClockCard(rule="R", name="A review", state="overdue", due_on=TODAY, variance_days=1)
AWAY = CoverLine(name="Gwen", initials="G", role="", says="Away.", go_to="Sam", gap="", children=(("kit", "Kit"),))
GAP = replace(AWAY, name="Ola", go_to="", gap="No cover named")
KIT = ChildLine(ref="kit", name="Kit Okafor", initials="KO", age="7")
NO_DAY = OwnDay(due=(), more_due=0, meetings=(), disagreements=())


def late(days: int, *, state: str = "overdue", child: str = "kit") -> DueCard:
    return DueCard(child_ref=child, clock=replace(CLOCK, state=state, due_on=TODAY - dt.timedelta(days=days)))


def a_day(*due: DueCard, meetings: tuple[PlannedMeeting, ...] = ()) -> OwnDay:
    return replace(NO_DAY, due=due, meetings=meetings)


def page(*meetings: PlannedMeeting, children: tuple[ChildLine, ...] = (KIT,)) -> TodayPage:
    day = a_day(late(2), late(1, child="sol"), meetings=meetings)
    news = tuple(TodayChange(child=replace(KIT, ref=ref), says="", by="", when="") for ref in ("sol", "kit"))
    return TodayPage(on=TODAY, sentence="", children=children, lately=news, day=day, called={})


def meeting(at: str, *, on: dt.date = TODAY, child: str = "kit") -> PlannedMeeting:
    return PlannedMeeting(says="A review", on=on, at=at, place="", child_ref=child)


def test_three_late_things_stand_open_and_the_longest_late_is_first() -> None:
    soon = late(-3, state="due soon")
    found = ranked(a_day(late(1), soon, late(9), late(4), late(2)), (), CoverNote())
    assert [line.of_path for line in found.due] == [late(9), late(4), late(2), soon]
    assert [line.of_path for line in found.due_folded] == [late(1)]


def test_a_disagreement_that_is_late_is_ranked_with_what_is_late() -> None:
    note = DisagreementNote(ref="d", says="", stage="", clock=late(30).clock, waits_for_you=True, child_ref="kit")
    quiet = replace(note, ref="e", clock=None)
    found = ranked(replace(a_day(late(1)), disagreements=(quiet, note)), (), CoverNote())
    assert [line.disagreement.ref if line.disagreement else "clock" for line in found.due] == ["d", "clock", "e"]
    assert found.due_folded == ()


def test_nobody_to_go_to_takes_what_red_is_left_and_others_stay() -> None:
    gaps = [replace(GAP, name=name) for name in "abc"]
    cover = CoverNote(away=(gaps[0], AWAY, gaps[1], gaps[2]))
    assert ranked(NO_DAY, (), cover).away_folded == ()
    assert ranked(a_day(late(1)), (), cover).away == (gaps[0], AWAY, gaps[1])
    assert ranked(a_day(late(1)), (), cover).away_folded == (gaps[2],)
    assert ranked(a_day(*(late(day) for day in range(1, 5))), (), cover).away == (AWAY,)


def test_the_child_of_the_next_meeting_is_opened_with_what_is_theirs_alone() -> None:
    found = opened(page(meeting("09:15"), meeting("10:30"), meeting("15:45")), clock="10:05")
    assert found is not None
    assert found.meeting.at == "10:30"
    assert [card.child_ref for card in found.due] == ["kit"]
    assert [change.child.ref for change in found.lately] == ["kit"]


def test_nobody_is_opened_for_another_day_nor_after_the_last_meeting() -> None:
    assert opened(page(meeting("10:30", on=TODAY + dt.timedelta(days=1))), clock="10:05") is None
    assert opened(page(meeting("09:15")), clock="10:05") is None
    assert opened(page(meeting("")), clock="10:05") is not None


def test_a_child_whom_the_viewer_may_not_open_stays_closed() -> None:
    assert opened(page(meeting("10:30"), children=(replace(KIT, may_open=False),)), clock="10:05") is None
    assert opened(page(meeting("10:30", child="nobody")), clock="10:05") is None
