"""What is asked for and shown of family links."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A link to publish: for whom, what they are, for how long, and how they are told the six digits."""

    subject_ref: str
    reader_ref: str
    reader_part: str
    page_set: str
    days: int
    visits: int
    code_for: str
    is_easy_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLink:
    """The two secrets of a new link, shown to the worker once and never stored."""

    ref: str
    token: str = field(repr=False)
    code: str = field(repr=False)
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """A live link in the list of whoever works with the child."""

    ref: str
    reader_ref: str
    reader_part: str
    expires_at: dt.datetime
    visits: int
    most_visits: int
    opened_at: dt.datetime | None
    published_by: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedLinkCard:
    """A link that opens no more; `why` is revoked, wrong_codes, used_up or ran_out."""

    ref: str
    reader_ref: str
    reader_part: str
    why: str
    ended_by: str
    ended_at: dt.datetime | None
    visits: int
    published_by: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCopy:
    """The snapshot behind a link, for a browser that gave the right code."""

    snapshot: str = field(repr=False)
    page_set: str
    expires_at: dt.datetime
    link_ref: str = ""
    is_easy_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """A link through which its reader does something: about whom it is, who they are, and whose agency made it."""

    ref: str
    subject_ref: str
    reader_ref: str
    page_set: str
    agency_id: int
