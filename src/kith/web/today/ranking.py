"""What of a day stands open on the first page, and what folds: red is spent on three things, the worst of them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kith.apps.cases.projections import ClockCard, DisagreementNote, DueCard, OwnDay, PlannedMeeting
from kith.apps.networks.projections import ChildLine, TodayChange, TodayPage
from kith.apps.occasions.projections import Unanswered
from kith.apps.teams.projections import CoverLine, CoverNote

MOST_RED = 3
LATE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing that is due, whoever waits for it: one of the three is given."""

    clock: ClockCard | None
    disagreement: DisagreementNote | None = None
    relative: Unanswered | None = None
    of_path: DueCard | None = None

    @property
    def is_red(self) -> bool:
        return self.clock is not None and self.clock.state == LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """What is due and who is away, each with what folds beneath it."""

    due: tuple[DueLine, ...]
    due_folded: tuple[DueLine, ...]
    away: tuple[CoverLine, ...]
    away_folded: tuple[CoverLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The child of the next meeting today, opened before it with what else this page says of them."""

    meeting: PlannedMeeting
    child: ChildLine
    due: tuple[DueCard, ...]
    lately: tuple[TodayChange, ...]


def ranked(day: OwnDay, relatives: Sequence[Unanswered], cover: CoverNote) -> Ranked:
    """What is late stands first, the longest late above; somebody away without cover takes what red is left."""
    lines = _lines(day, relatives)
    late = sorted((line for line in lines if line.is_red), key=_since)
    left = max(0, MOST_RED - len(late))
    gaps = [line for line in cover.away if line.gap]
    return Ranked(
        due=(*late[:MOST_RED], *(line for line in lines if not line.is_red)),
        due_folded=tuple(late[MOST_RED:]),
        away=tuple(line for line in cover.away if line not in gaps[left:]),
        away_folded=tuple(gaps[left:]),
    )


def opened(page: TodayPage, *, clock: str) -> Opened | None:
    """The first meeting today that is not over by `clock` ("10:05"), where the viewer may open the child."""
    children = {child.ref: child for child in page.children if child.may_open}
    for meeting in page.day.meetings:
        is_ahead = meeting.on == page.on and (not meeting.at or meeting.at >= clock)
        if is_ahead and meeting.child_ref in children:
            return Opened(
                meeting=meeting,
                child=children[meeting.child_ref],
                due=tuple(card for card in page.day.due if card.child_ref == meeting.child_ref),
                lately=tuple(change for change in page.lately if change.child.ref == meeting.child_ref),
            )
    return None


def _lines(day: OwnDay, relatives: Iterable[Unanswered]) -> list[DueLine]:
    return [
        *(DueLine(clock=one.clock, disagreement=one) for one in day.disagreements),
        *(DueLine(clock=one.clock, relative=one) for one in relatives),
        *(DueLine(clock=one.clock, of_path=one) for one in day.due),
    ]


def _since(line: DueLine) -> dt.date:
    due_on = line.clock.due_on if line.clock else None
    return due_on or dt.date.max
