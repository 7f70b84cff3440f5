"""Disagreements between two agencies about a child, as each of the two reads them."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.cases.projections.clocks import ClockCard


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementTold:
    """That somebody disagrees, as they record it."""

    with_agency: str
    about: str
    words: str
    wanted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnCard:
    """One turn: who said what, when, at which stage."""

    says: str
    stage: str
    words: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCard:
    """One stage: who decides, and its clock where it has begun."""

    says: str
    decides: str
    state: str
    clock: ClockCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementPage:
    """One disagreement with every turn, and what this reader may do next."""

    ref: str
    version: int
    about: str
    wanted: str
    raised_by: str
    with_agency: str
    waits_for: str
    outcome: str
    stages: tuple[StageCard, ...]
    turns: tuple[TurnCard, ...]
    may_answer: bool
    may_go_on: bool
    next_stage: str
    next_decides: str
    may_settle: bool
    outcomes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisingPage:
    """What the form for a new disagreement offers: the agencies round the child, and the first stage."""

    agencies: tuple[tuple[str, str], ...]
    stages: tuple[StageCard, ...]
