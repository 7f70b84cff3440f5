"""What leaves helplines: one number as it is shown, the strip of every page, and the page of their keepers."""

import datetime as dt
from dataclasses import dataclass

PLACES = ("danger", "crisis", "tonight", "out_of_hours_workers")
"""In danger now, in crisis in my mind, somebody to ring tonight; and the team that workers ring at night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumber:
    """Who answers, the number as people read it and as a telephone dials it, and when somebody last checked it."""

    label: str
    shown: str
    dial: str
    hours: str
    checked_on: dt.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpStrip:
    """The numbers that stand now: the first three for everybody, the last for workers."""

    danger: HelpNumber
    crisis: HelpNumber
    tonight: HelpNumber
    out_of_hours_workers: HelpNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNumber:
    """One place on the keepers' page; version 0 is the national number that nobody here has changed."""

    place: str
    number: HelpNumber
    version: int
    is_own: bool
    is_due: bool
