"""What is drawn: events in lanes, and what lies beneath them, as plain records; days are inclusive at both ends."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kith.kernel.partial_dates import PartialDate

Name = tuple[str, str]
Measure = Callable[[str, float, bool], float]  # how wide a line of text is at a size in px, bold or not


class Mark(StrEnum):
    """What an event meant for the child; the heaviest first, as a pile lists them."""

    HARM = "harm"
    WATCH = "watch"
    STRENGTH = "strength"
    PLAIN = "plain"


class Window(NamedTuple):
    """The days that a timeline shows."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class Lane(NamedTuple):
    """One row of the timeline: an agency, a theme or a child."""

    key: str
    title: str


class Happening(NamedTuple):
    """One row of a chronology in one lane. `name` is (agency, row id); `group` joins accounts of one event, 0 is none.

    `number` is a running number that stands in the mark (a repeated kind of event), 0 is none. Of a long `label` its
    beginning is said.
    """

    name: Name
    when: PartialDate
    lane: str
    end: PartialDate | None = None
    mark: Mark = Mark.PLAIN
    group: int = 0
    is_struck: bool = False
    number: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A time that lies beneath the marks: help, legal status, a home. No `last`: it goes on.

    Bands of one `row` stand beside each other; the first row colours the ground of the lanes.
    """

    title: str
    first: dt.date
    last: dt.date | None = None
    tone: int = 0
    row: int = 0


class Birthday(NamedTuple):
    """A birthday, in a word or two; `at_first` is what the first one says that has room."""

    day: dt.date
    words: str
    at_first: str = ""


class Silence(NamedTuple):
    """Days about which nobody says that they saw the child; `again` is what those after the first one say, if less."""

    first: dt.date
    last: dt.date
    words: str
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything that one timeline is asked to show. Happenings in the order of their chronology; width in px."""

    happenings: tuple[Happening, ...]
    lanes: tuple[Lane, ...]
    window: Window
    bands: tuple[Band, ...] = ()
    birthdays: tuple[Birthday, ...] = ()
    silences: tuple[Silence, ...] = ()
    today: dt.date | None = None
    width: float = 820
