"""Where a child stands between the help that is there for everybody and leaving care, and what stands beside it."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.cases.projections.clocks import ClockCard


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTold:
    """Where a child stands, as somebody records it."""

    kind: str
    since: dt.date
    ground: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCard:
    """One stop of the line: `state` is been, now or open, `when` its times in words, newest first."""

    kind: str
    says: str
    state: str
    when: tuple[str, ...] = ()
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackCard:
    """A step back that was followed by a step up: between which stops, and when, in words."""

    start: int
    span: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCard:
    """What stands beside the line: a court order, a plan for education, the youth justice service."""

    says: str
    group: str
    since: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """The one continuing line as it is drawn and read; `legal` says in a sentence what it rests on."""

    stops: tuple[StopCard, ...]
    backs: tuple[BackCard, ...]
    marks: tuple[MarkCard, ...]
    now: str
    since: dt.date | None
    legal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """A meeting that is to come."""

    says: str
    on: dt.date
    at: str
    place: str
    child_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementNote:
    """An open disagreement in a line."""

    ref: str
    says: str
    stage: str
    clock: ClockCard | None
    waits_for_you: bool
    child_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildStatus:
    """What the child’s page says of the path: the line, the clocks that run, what is next, who disagrees."""

    line: LineCard | None
    clocks: tuple[ClockCard, ...]
    more_clocks: int
    next: tuple[PlannedMeeting, ...]
    disagreements: tuple[DisagreementNote, ...]
    may_step: bool
    may_disagree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCard:
    """One standing as it was recorded; one that was taken out stays, struck through."""

    ref: str
    version: int
    says: str
    group: str
    means: str
    since: dt.date
    until: dt.date | None
    is_over: bool
    words: str
    by: str
    at: dt.datetime
    is_taken_out: bool
    is_corrected: bool
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellCard:
    """A time at one stop of the line; `is_from_path` where only the steps of the path tell of it."""

    says: str
    since: dt.date
    until: dt.date | None
    is_from_path: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """The line with its whole history."""

    line: LineCard | None
    spells: tuple[SpellCard, ...]
    cards: tuple[StandingCard, ...]
    may_step: bool
    version: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingForm:
    """What the form begins with; the choices by group, each one a kind with its ground."""

    ref: str
    version: int
    told: StandingTold | None
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCard:
    """Something of one’s own children that is late, due soon or to be looked at again."""

    child_ref: str
    clock: ClockCard
    look_again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """What Today says of one’s own children: what is due, which meetings come, which disagreements wait."""

    due: tuple[DueCard, ...]
    more_due: int
    meetings: tuple[PlannedMeeting, ...]
    disagreements: tuple[DisagreementNote, ...]
