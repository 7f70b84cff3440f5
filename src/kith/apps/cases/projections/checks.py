"""Standing checks: what is worth asking about a child again and again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.cases.projections.standing import ChildStatus
from kith.engines.drawing.network import Network

THE_CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSeen:
    """What one viewer may see of a child; a check rests on this and on nothing else."""

    ref: str
    name: str
    network: Network
    on: dt.date
    team_agencies: frozenset[str]
    status: ChildStatus | None
    has_holder: bool = True  # of parental responsibility, on record
    found_elsewhere: tuple["Gap", ...] = ()  # by rooms that know what this one does not


@dataclass(frozen=True, slots=True)
class Gap:
    """That a check finds something: which of the checks on file, and what stands in the places of its words."""

    check: str
    words: Mapping[str, str]
    about: str = THE_CHILD  # of what of the child: a person by ref, a day; an answer to one says nothing of another


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswerTold:
    """Why a check need not show up to a day, as somebody tells it; without `who` it is whoever writes it."""

    answer: str
    words: str
    until: dt.date
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswerCard:
    """An answer that holds."""

    ref: str
    version: int
    says: str
    words: str
    who: str
    until: dt.date
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCard:
    """What a check found, in words: what, why it shows, what to do, and which page answers it."""

    says: str
    why: str
    do: str
    leads_to: str
    is_urgent: bool = False
    check: str = ""
    about: str = THE_CHILD
    most_days: int = 0  # an answer may keep it folded for so long; 0 where none may
    because: str = ""
    answer: CheckAnswerCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswerForm:
    """What the form about a check offers, with what was answered last and the version that it had."""

    check: CheckCard
    answers: tuple[tuple[str, str], ...]
    last_day: dt.date
    told: CheckAnswerTold | None = None
    version: int = 0
    standing: CheckAnswerCard | None = None
