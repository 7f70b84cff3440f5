"""The path of a sentence as a table: from the court over induction to a licence or an order, and to its end.

One path for every adult alike; who ends one and is sentenced again walks it once more.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.kernel.errors import KithError

NOWHERE, COURT, INDUCTION, CUSTODY = "nowhere", "court", "induction", "custody"
LICENCE, COMMUNITY, SUSPENDED = "licence", "community", "suspended"
RESET, RECALLED = "reset", "recalled"
STAGES: Mapping[str, str] = {
    NOWHERE: "No sentence or order that probation supervises",
    COURT: "At court: a report is written before sentence",
    INDUCTION: "Induction to probation",
    CUSTODY: "In custody",
    LICENCE: "On licence",
    COMMUNITY: "Community order",
    SUSPENDED: "Suspended sentence order",
    RESET: "Probation reset: no appointments now, every condition stands",
    RECALLED: "Recalled to prison",
}
_SUPERVISED = (LICENCE, COMMUNITY, SUSPENDED)


class CannotStep(KithError):
    """A step that does not follow from where the adult stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One transition."""

    name: str
    says: str
    before: tuple[str, ...]
    after: str


STEPS: Mapping[str, Step] = {
    step.name: step
    for step in (
        Step(name="report", says="The court asks for a report before sentence", before=(NOWHERE,), after=COURT),
        Step(name="taken_over", says="Taken over from another area", before=(NOWHERE,), after=INDUCTION),
        Step(name="no_supervision", says="The court passes no sentence to supervise", before=(COURT,), after=NOWHERE),
        Step(name="induction", says="Induction to probation", before=(COURT,), after=INDUCTION),
        Step(
            name="custody",
            says="They go to prison",
            before=(COURT, INDUCTION, COMMUNITY, SUSPENDED, RESET),
            after=CUSTODY,
        ),
        Step(name="licence", says="Released on licence", before=(INDUCTION, CUSTODY, RECALLED), after=LICENCE),
        Step(name="community", says="A community order begins", before=(INDUCTION,), after=COMMUNITY),
        Step(name="suspended", says="A suspended sentence order begins", before=(INDUCTION,), after=SUSPENDED),
        Step(name="reset", says="Probation reset: appointments stop", before=_SUPERVISED, after=RESET),
        Step(name="recall", says="Recalled to prison", before=(LICENCE, RESET), after=RECALLED),
        Step(
            name="end",
            says="The sentence or order ends",
            before=(INDUCTION, CUSTODY, *_SUPERVISED, RESET, RECALLED),
            after=NOWHERE,
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that was taken on a day."""

    step: str
    on: dt.date


def stage_after(taken: Iterable[Taken]) -> str:
    """Where an adult stands after these steps.

    >>> stage_after([Taken(step="report", on=dt.date(2026, 3, 2)), Taken(step="custody", on=dt.date(2026, 4, 1))])
    'custody'
    """
    stage = NOWHERE
    for one in taken:
        stage = STEPS[one.step].after
    return stage


def steps_from(stage: str) -> tuple[Step, ...]:
    """The steps that may come next, in the order of the table."""
    return tuple(step for step in STEPS.values() if stage in step.before)


def require_step(taken: Sequence[Taken], name: str, on: dt.date, today: dt.date) -> Step:
    """The step, if it follows; a day to come and a day before the last step are refused."""
    step = STEPS.get(name)
    if step is None or stage_after(taken) not in step.before:
        raise CannotStep("That step does not follow from where they stand now. Choose one that is offered.")
    if on > today:
        raise CannotStep("That day has yet to come. Record the step once it has been taken.")
    if taken and on < taken[-1].on:
        raise CannotStep("That is before the step that was recorded last. Take the last one out first if it is wrong.")
    return step
