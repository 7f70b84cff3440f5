"""Something that Kith knows already and that may become a row; and what an agency has left out."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from kith.kernel.partial_dates import PartialDate

MARK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldElsewhere:
    """A row that another agency wrote from the same thing, as far as the viewer may read it."""

    ref: str
    told_by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One event with its day and a plain sentence; `came_of` says where it is known from, as kind and ref."""

    came_of: str
    known_from: str
    start: PartialDate
    fact: str
    type: str = ""
    type_name: str = ""
    childs_words: str = ""
    told: tuple[ToldElsewhere, ...] = ()

    @property
    def source(self) -> str:
        return self.came_of.partition(":")[0]

    @property
    def ref(self) -> str:
        return self.came_of.partition(":")[2]

    @property
    def mark(self) -> str:
        """Of all that is shown of it: whoever takes it over has seen just this, and who told it before."""
        shown = (
            self.came_of,
            self.start.code,
            self.fact,
            self.type,
            self.childs_words,
            *(one.ref for one in self.told),
        )
        return hashlib.sha256("\x1e".join(shown).encode()).hexdigest()[:MARK]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something known that the viewer's agency does not want as a row: why, by whom, and when that was said."""

    known: Candidate
    why: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAlready:
    """What is offered, the newest first, what was left out, and why something may be left out, by id."""

    offered: tuple[Candidate, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
