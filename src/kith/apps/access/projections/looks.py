"""What leaves access about emergency looks, and about the right to them."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveLook:
    """A look that lasts, as whoever takes it sees it on every page about that person."""

    ref: str
    until_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LookOffer:
    """How an emergency look stands for one worker and one subject."""

    may_look: bool  # the role has it at all
    is_suspended: bool
    live: LiveLook | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookCard:
    """A look as its reviewer sees it; the refs are for callers that decide what of them may be shown."""

    ref: str
    looker: str
    looker_agency: str
    looker_ref: str
    subject_ref: str
    opened_at: dt.datetime
    until_at: dt.datetime
    reason: str
    words: str
    call_reference: str
    due_on: dt.date
    is_overdue: bool
    is_escalated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueWork:
    """How much waits too long: reviews of looks, those of them that have escalated, and seals to be confirmed."""

    reviews: int
    escalated: int
    seals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionCard:
    """Somebody of the reviewer's agency who may take no emergency look for now."""

    ref: str
    worker: str
    why: str
    since_at: dt.datetime
