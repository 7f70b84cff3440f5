"""What leaves oversight: reviews, rows of looking, and the answer to who looked."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access.projections import LookCard, SuspensionCard

SOMEBODY = "a person your agency works with"


@dataclass(frozen=True, slots=True)
class Opened:
    """One page that was opened, and when."""

    at: dt.datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookReview:
    """A look for its reviewer; the person is named only to whoever may open their page anyway."""

    look: LookCard
    person: str
    opened: tuple[Opened, ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQueue:
    """Looks that wait for this reviewer, and colleagues whose right is suspended."""

    reviews: tuple[LookReview, ...]
    suspended: tuple[SuspensionCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """Somebody did something with a record on a day; `what` is opened, listed, changed, emergency or page.

    Whoever read a page behind a link is of no agency and has no role.
    """

    on: dt.date
    what: str
    agency: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who looked at one record, as its person is told; what is held back is not there."""

    subject_ref: str
    since: dt.date
    until: dt.date
    lines: tuple[LookLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingRow:
    """One row of what a worker did, with people as letters that mean something on this page alone."""

    at: dt.datetime
    what: str
    rule: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingPage:
    """What one worker looked at on one day."""

    worker_ref: str
    worker: str
    agency: str
    role: str
    on: dt.date
    rows: tuple[LookingRow, ...]
    number: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusualRow:
    """A worker whose looking was unusual on a day, and why in a sentence."""

    worker_ref: str
    worker: str
    agency: str
    role: str
    why: str
