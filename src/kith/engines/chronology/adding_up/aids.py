"""What leaves this package: aids to reading, each one sentence with the rows it rests on, and a small table."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

RESTS_ON = "Each line is counted only over the rows that you can see here. It is not a score."

Name = tuple[str, str]
"""Agency and id of a row."""


class Kind(StrEnum):
    """What an aid is about, in the order in which aids stand."""

    DOMESTIC_ABUSE = "domestic_abuse"
    SILENCE = "silence"
    MISSED_APPOINTMENTS = "missed_appointments"
    REFERRALS_WITHOUT_ACTION = "referrals_without_action"
    REFERRED_AGAIN = "referred_again"
    CHANGES_OF_WORKER = "changes_of_worker"
    CHANGES_OF_HOME = "changes_of_home"
    ENDED_WITHOUT_OUTCOME = "ended_without_outcome"
    NOT_SPOKEN_TO = "not_spoken_to"
    ACCOUNTS_DIFFER = "accounts_differ"
    ABSENCE_BESIDE_HARM = "absence_beside_harm"
    STRENGTHS_BESIDE_HARM = "strengths_beside_harm"
    CHILDS_WORDS = "childs_words"


class Part(NamedTuple):
    """Some of the rows of an aid, and what they are to it: “2 of 4”, “without Noor’s words”."""

    words: str
    rows: tuple[Name, ...]


class Span(NamedTuple):
    """The first and the last day of something, both of which belong to it."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """One finding: its kind, a plain sentence, and the names of all rows it rests on in the order of the chronology.

    `parts` tell the rows apart where that helps. A silence has a `span` of days.
    """

    kind: Kind
    sentence: str
    rows: tuple[Name, ...]
    parts: tuple[Part, ...] = ()
    span: Span | None = None


class HalfYear(NamedTuple):
    """A column: its first day and its words. No first day: for events of which the half-year is not sure."""

    first: dt.date | None
    words: str


class Cell(NamedTuple):
    """How many events, and the names of all rows that tell of them."""

    number: int
    rows: tuple[Name, ...]


class TypeLine(NamedTuple):
    """One kind of event by the id and the name of its type, with a cell for every half-year."""

    type: str
    name: str
    cells: tuple[Cell, ...]


class HalfYears(NamedTuple):
    """Events by kind and half-year; no half-year between the first and the day asked is left out."""

    columns: tuple[HalfYear, ...]
    lines: tuple[TypeLine, ...]


class AddedUp(NamedTuple):
    """All aids that found something, in the order of their kinds, and the table."""

    aids: tuple[Aid, ...]
    half_years: HalfYears
