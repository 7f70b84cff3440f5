"""A child’s path: its steps, their meetings, births."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.cases.projections.clocks import ClockCard
from kith.apps.cases.projections.telling import ContactNote


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step as somebody records it; the delay says why what it meets was late, and who agreed to that."""

    step: str
    on: dt.date
    words: str = ""
    delay: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BornTold:
    """A birth as somebody records it; the name and the sex only where they are known."""

    on: dt.date
    name: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedTold:
    """That a pregnancy ended, and how, as the family told it; a name where they gave one."""

    on: dt.date
    how: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestTold:
    """Somebody asked to a meeting, or left out: a worker, a group of agencies with nobody on the team, or somebody of
    the family. The key is the ref of the involvement or of the person, or the name of the group."""

    kind: str
    key: str
    presence: str
    why: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """The meeting of a step, as somebody records it: planned, or held."""

    kind: str
    on: dt.date
    at: str = ""
    place: str = ""
    guests: tuple[GuestTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestOffered:
    """Somebody who may be named in a meeting, with what is said of them already."""

    kind: str
    key: str
    says: str
    presence: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingForm:
    """What the form of a meeting begins with; without a ref it is a new one."""

    ref: str
    version: int
    told: MeetingTold
    kinds: tuple[tuple[str, str], ...]
    presences: tuple[tuple[str, str], ...]
    offered: tuple[GuestOffered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """The meeting of a step on its page: who came, and who was missing and why."""

    ref: str
    says: str
    on: dt.date
    at: str
    place: str
    stands: str
    came: tuple[str, ...]
    invited: tuple[str, ...]
    missing: tuple[tuple[str, str, str], ...]
    not_thought_of: tuple[str, ...]
    is_taken_out: bool
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMeeting:
    """A meeting for a ledger: of each of the family who was named the ref, the presence and why, and of each worker
    the same by the ref of their work."""

    ref: str
    says: str
    on: dt.date
    at: str
    place: str
    is_taken_out: bool
    guests: tuple[tuple[str, str, str], ...]
    workers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """A step that was taken, as the path shows it."""

    ref: str
    says: str
    on: dt.date
    words: str
    by: str
    is_taken_out: bool
    may_take_out: bool
    more: str = ""
    may_meet: bool = False
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPage:
    """Where a child stands, which clocks run, and how they came there."""

    child_ref: str
    state: str
    version: int
    running: tuple[ClockCard, ...]
    ended: tuple[ClockCard, ...]
    steps: tuple[StepCard, ...]
    contacts: tuple[ContactNote, ...]
    next_steps: tuple[tuple[str, str], ...]
    may_tell: bool
    may_see_rules: bool = False
    may_step: bool = False
    is_born_here: bool = False
    begun_beside: int = 0
    may_take_back: bool = False
    meetings: tuple[MeetingCard, ...] = ()
