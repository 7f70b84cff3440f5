"""What schools are told, and appointments to which a child was not brought."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold:
    """What a school is told. Without a school the child is in none, and the front door is told instead."""

    child_name: str
    words: str
    happened_on: dt.date
    child_age: str = ""
    school_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCard:
    """A notice as the school reads it; without `read_by` nobody there has read it yet."""

    ref: str
    child_name: str
    child_age: str
    words: str
    happened_on: dt.date
    sent_at: dt.datetime
    sender: str
    read_by: str
    read_at: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtTold:
    """That a child was not brought, as somebody records it."""

    on: dt.date
    what: str
    cause: str
    carer: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtCard:
    """One appointment to which a child was not brought."""

    on: dt.date
    what: str
    cause: str
    carer: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtPage:
    """Every such appointment, the latest first, and in a sentence what stood in the way how often."""

    cards: tuple[NotBroughtCard, ...]
    sentence: str
    causes: tuple[tuple[str, str], ...]
    may_add: bool
