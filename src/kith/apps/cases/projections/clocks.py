"""Clocks, why they are late, and the timescales they run by."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayTold:
    """Why a clock is late or will be, as somebody records it."""

    reason: str
    agreed_by: str
    words: str = ""
    done: str = ""
    look_again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayCard:
    """One reason beside its clock; one that was taken out stays, struck through."""

    ref: str
    says: str
    words: str
    done: str
    agreed_by: str
    look_again_on: dt.date | None
    is_look_due: bool
    by: str
    at: dt.datetime
    is_taken_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayToLookAt:
    """A clock whose delay somebody has to look at again, in a sentence that leads to it."""

    ref: str
    step_ref: str
    rule: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCard:
    """One clock. Without a state no rule gives a date, and the warning says why.

    A clock of a path names the step that began it; a reason for delay stands beside the state and changes it never.
    """

    rule: str
    name: str
    state: str
    due_on: dt.date | None
    variance_days: int | None
    warnings: tuple[str, ...] = ()
    delay: str = ""
    is_unconfirmed: bool = False
    begun: str = ""
    reasons: tuple[DelayCard, ...] = ()
    may_explain: bool = False
    ended_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLatePage:
    """One clock with every reason so far, and the reasons that are offered."""

    clock: ClockCard
    offered: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One timescale in plain words: what has to be done how soon, who says so, and whether it holds here."""

    id: str
    group: str
    name: str
    says: str
    owner: str
    authority: str
    source: str
    note: str
    is_unconfirmed: bool
    is_own: bool
    is_checked: bool
    may_confirm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedCard:
    """What the county once said of a timescale; what was taken back stays, with the day and the reason."""

    ref: str
    rule: str
    name: str
    limit: str
    valid_from: dt.date
    valid_to: dt.date | None
    decided_by: str
    written_in: str
    by: str
    at: dt.datetime
    taken_back_why: str
    may_take_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNote:
    """Up to when bank holidays are on file, by which list, and whether that is over soon."""

    known_to: dt.date
    version: str
    source: str
    runs_out_soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """The timescales by their stage, as many as were asked for; and of all of them those that wait for the county and
    those it has confirmed."""

    unconfirmed: tuple[RuleLine, ...]
    own: tuple[RuleLine, ...]
    groups: tuple[tuple[str, tuple[RuleLine, ...]], ...]
    holidays: HolidayNote
    version: str
    may_keep: bool
    asked: str = ""
    which: str = ""

    @property
    def is_asked(self) -> bool:
        return bool(self.asked or self.which)

    @property
    def how_many(self) -> int:
        return sum(len(lines) for _, lines in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """One timescale for whoever confirms it, with what the county said before."""

    line: RuleLine
    count: int | None
    unit: str
    units: tuple[str, ...]
    may_set_limit: bool
    said: tuple[ConfirmedCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """That a timescale holds, as somebody records it; without a count it holds as it stands on file."""

    valid_from: dt.date
    decided_by: str
    written_in: str
    count: int | None = None
    unit: str = ""
