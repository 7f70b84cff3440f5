"""What leaves access about seals, proposals and conflicts. Nothing here says what is sealed, only that it is."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SealKindCard:
    """A kind of seal as it may be chosen."""

    name: str
    says: str
    means: str
    outsiders: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderCard:
    """Somebody who is or may be on a list."""

    ref: str
    name: str
    job_title: str
    agency: str
    is_you: bool = False
    may_end: bool = False
    is_named: bool = False  # works with the child themselves, not only as one of a team
    is_able: bool = True  # to read, by all other rules


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsedPlace:
    """Somebody who was on a list until they left their agency."""

    name: str
    since: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SealMark:
    """What a sealed thing carries on the page of somebody on the list: "Sealed: Safe address. You and 2 others"."""

    seal_ref: str
    says: str
    others: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SealView:
    """A seal as somebody on its list sees it."""

    ref: str
    subject_ref: str
    says: str
    means: str
    why: str
    covers: str
    records: tuple[tuple[str, str], ...]
    outsiders: str
    set_by: str
    set_at: dt.datetime
    confirmed_by: str
    due_at: dt.datetime
    is_overdue: bool
    readers: tuple[ReaderCard, ...]
    lapsed: tuple[LapsedPlace, ...]
    excluded: tuple[str, ...]
    may_change_list: bool
    is_lift_proposed: bool

    @property
    def is_confirmed(self) -> bool:
        return bool(self.confirmed_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealToConfirm:
    """A seal as the second person sees it: never what is sealed."""

    ref: str
    says: str
    means: str
    covers: str
    why: str
    set_by: str
    set_at: dt.datetime
    due_at: dt.datetime
    is_overdue: bool
    is_own: bool = False
    who_can: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSeal:
    """A seal that nobody on its list can read, as whoever may help sees it: never what is sealed."""

    ref: str
    says: str
    covers: str
    why: str
    set_by: str
    since: dt.datetime
    is_asked: bool  # somebody has been proposed for its list


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCard:
    """Something proposed, as the second person or whoever proposed it sees it."""

    ref: str
    deed: str
    what: str
    why: str
    proposed_by: str
    proposed_at: dt.datetime
    is_own: bool
    subjects: tuple[str, ...] = ()  # refs, for a caller that names those the actor may read
    ground: str = ""  # where a record is to be destroyed


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCard:
    """That a record stands for another one as well, since when; never whose the other was."""

    ref: str
    kept_ref: str
    merged_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChangeNote:
    """What was changed of somebody who works here, by whom; every lead is told."""

    worker: str
    says: str
    by: str
    at: dt.datetime
    gives: bool  # it lets somebody do or see more, so nobody should come upon it by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """Everything that waits for a second person, as far as it is for this actor."""

    seals: tuple[SealToConfirm, ...]
    unread: tuple[UnreadSeal, ...]
    proposals: tuple[ProposalCard, ...]
    own_seals: tuple[SealToConfirm, ...]
    own: tuple[ProposalCard, ...]
    answered: tuple[tuple[str, str], ...]
    role_changes: tuple[RoleChangeNote, ...]
    may_propose_role: bool
    may_end_conflicts: bool
    may_keep_workers: bool

    @property
    def is_empty(self) -> bool:
        return not (self.seals or self.unread or self.proposals or self.own_seals or self.own or self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictCard:
    """A conflict of interest as whoever may end it sees it; the subject's ref is for a caller that may name it."""

    ref: str
    worker: str
    how: str
    noted_at: dt.datetime
    subject_ref: str
