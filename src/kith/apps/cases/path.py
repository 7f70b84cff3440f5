"""The path of help as a table: which step may follow where a child stands, and which clocks it starts, meets and stops.

One path from early help to care and back, for every child alike: before birth and after, in any school or none.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kith.kernel.days import day_words
from kith.kernel.errors import KithError

NOWHERE, EARLY_HELP, ASSESSMENT, ASSESSED = "nowhere", "early_help", "assessment", "assessed"
IN_NEED, STRATEGY, ENQUIRY, PLAN, IN_CARE = "in_need", "strategy", "enquiry", "plan", "in_care"
ENDED = "ended"  # nothing follows; only a wrong press is taken out again
STATES: Mapping[str, str] = {
    NOWHERE: "Help that is there for everybody",
    EARLY_HELP: "Early help",
    ASSESSMENT: "A social worker assesses",
    ASSESSED: "Assessed; no plan now",
    IN_NEED: "Child in need plan",
    STRATEGY: "Strategy discussion",
    ENQUIRY: "Section 47 enquiry",
    PLAN: "Child protection plan",
    IN_CARE: "Looked after",
    ENDED: "The pregnancy ended",
}
PREGNANCY_KNOWN, BORN, PREGNANCY_ENDED = "pregnancy_known", "born", "pregnancy_ended"
WENT_ON = "the path went on without it"
_BEFORE_ANY = (NOWHERE, EARLY_HELP, ASSESSED, IN_NEED)
_NOT_IN_DANGER = (NOWHERE, EARLY_HELP, ASSESSMENT, ASSESSED, IN_NEED, IN_CARE)
_PLAN_CLOCKS = ("CORE_FIRST", "CORE_NEXT", "RCPC_FIRST", "RCPC_NEXT", "CP_VISIT")
_CARE_CLOCKS = ("CLA_PLAN", "CLA_REV1", "CLA_REV2", "CLA_REVN", "CLA_VISIT_FIRST", "CLA_VISIT_NEXT")
_BIRTH_CLOCKS = ("PREBIRTH_START", "PREBIRTH_CONFERENCE")
_EARLY_CLOCKS = ("EHA_COMPLETE", "ASSESS_45", "CIN_REVIEW_FIRST", "CIN_REVIEW_NEXT", *_BIRTH_CLOCKS)
_CARE_DUTIES = ("CLA_HEALTH_FIRST", "PEP", "PEP_REVIEW")
_EVERY_CLOCK = (*_EARLY_CLOCKS, "S47_TO_ICPC", *_PLAN_CLOCKS, *_CARE_CLOCKS, *_CARE_DUTIES)
_CARE_STARTS = ("CLA_PLAN", "CLA_REV1", "CLA_VISIT_FIRST", "CLA_HEALTH_FIRST", "PEP")


class CannotStep(KithError):
    """A step that does not follow from where the child stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One transition. `meets` names with each clock that it meets the one that follows it, if any; `since` is the step
    from whose day the clocks are counted, where it is not this one; `needs` are clocks that it starts unless the path
    has them: another step may have started them before. A step without an `after` leaves the child where they stand, so
    it may be recorded late; one that `asks_more` is offered by a form of its own, not among the next steps; one that
    `is_before_birth` is for a baby who is expected."""

    name: str
    says: str
    before: tuple[str, ...]
    after: str
    starts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    meets: Mapping[str, str] = field(default_factory=dict)
    stops: tuple[str, ...] = ()
    since: str = ""
    why: str = WENT_ON
    is_statutory: bool = True
    asks_more: bool = False
    is_before_birth: bool = False


def _same(name: str, says: str, state: str, meets: Mapping[str, str]) -> Step:
    return Step(name=name, says=says, before=(state,), after=state, meets=meets)


STEPS: Mapping[str, Step] = {
    step.name: step
    for step in (
        Step(
            name="early_help",
            says="Early help begins",
            before=(NOWHERE, ASSESSED),
            after=EARLY_HELP,
            starts=("EHA_COMPLETE",),
            is_statutory=False,
        ),
        Step(
            name="early_help_assessed",
            says="The early help assessment is written",
            before=(EARLY_HELP,),
            after=EARLY_HELP,
            meets={"EHA_COMPLETE": ""},
            is_statutory=False,
        ),
        Step(
            name="assessment",
            says="A social worker’s assessment begins",
            before=_BEFORE_ANY,
            after=ASSESSMENT,
            starts=("ASSESS_45",),
        ),
        Step(
            name="before_birth",
            says="An assessment before birth begins",
            before=_BEFORE_ANY,
            after=ASSESSMENT,
            starts=("ASSESS_45",),
            needs=_BIRTH_CLOCKS,
            meets={"PREBIRTH_START": ""},
            is_before_birth=True,
        ),
        Step(
            name="assessed",
            says="The assessment is concluded",
            before=(ASSESSMENT,),
            after=ASSESSED,
            meets={"ASSESS_45": ""},
        ),
        Step(
            name="in_need",
            says="A child in need plan begins",
            before=(ASSESSED,),
            after=IN_NEED,
            starts=("CIN_REVIEW_FIRST",),
        ),
        _same(
            "in_need_review",
            "The child in need plan is reviewed",
            IN_NEED,
            {"CIN_REVIEW_FIRST": "CIN_REVIEW_NEXT", "CIN_REVIEW_NEXT": "CIN_REVIEW_NEXT"},
        ),
        Step(name="strategy", says="A strategy discussion is held", before=_NOT_IN_DANGER, after=STRATEGY),
        Step(
            name="no_enquiry",
            says="The strategy discussion ends without an enquiry",
            before=(STRATEGY,),
            after=ASSESSED,
        ),
        Step(
            name="section_47",
            says="A section 47 enquiry begins",
            before=(STRATEGY,),
            after=ENQUIRY,
            starts=("S47_TO_ICPC",),
            since="strategy",
        ),
        Step(
            name="enquiry_ends",
            says="The enquiry ends without a conference",
            before=(ENQUIRY,),
            after=ASSESSED,
            stops=("S47_TO_ICPC",),
        ),
        Step(
            name="conference_plan",
            says="A first conference is held and makes a protection plan",
            before=(ENQUIRY,),
            after=PLAN,
            meets={"S47_TO_ICPC": "", "PREBIRTH_CONFERENCE": ""},
            starts=("CORE_FIRST", "RCPC_FIRST", "CP_VISIT"),
        ),
        Step(
            name="conference_no_plan",
            says="A first conference is held and makes no protection plan",
            before=(ENQUIRY,),
            after=ASSESSED,
            meets={"S47_TO_ICPC": "", "PREBIRTH_CONFERENCE": ""},
        ),
        _same("core_group", "The core group meets", PLAN, {"CORE_FIRST": "CORE_NEXT", "CORE_NEXT": "CORE_NEXT"}),
        _same("plan_visit", "A worker visits the child under the protection plan", PLAN, {"CP_VISIT": "CP_VISIT"}),
        _same(
            "review_conference",
            "A review conference is held",
            PLAN,
            {"RCPC_FIRST": "RCPC_NEXT", "RCPC_NEXT": "RCPC_NEXT"},
        ),
        Step(
            name="plan_ends",
            says="The protection plan ends",
            before=(PLAN,),
            after=ASSESSED,
            stops=_PLAN_CLOCKS,
        ),
        Step(
            name="in_care",
            says="The child is looked after from now on",
            before=tuple(state for state in STATES if state not in (IN_CARE, ENDED)),
            after=IN_CARE,
            starts=_CARE_STARTS,
            stops=(*_PLAN_CLOCKS, "S47_TO_ICPC"),
        ),
        _same("care_plan", "The care plan is made", IN_CARE, {"CLA_PLAN": ""}),
        _same(
            "care_visit",
            "A worker visits the child in care",
            IN_CARE,
            {"CLA_VISIT_FIRST": "CLA_VISIT_NEXT", "CLA_VISIT_NEXT": "CLA_VISIT_NEXT"},
        ),
        _same(
            "care_review",
            "A review of the child in care is held",
            IN_CARE,
            {"CLA_REV1": "CLA_REV2", "CLA_REV2": "CLA_REVN", "CLA_REVN": "CLA_REVN"},
        ),
        _same("care_health", "The health assessment is done", IN_CARE, {"CLA_HEALTH_FIRST": ""}),
        _same(
            "care_education",
            "The personal education plan is made or reviewed",
            IN_CARE,
            {"PEP": "PEP_REVIEW", "PEP_REVIEW": "PEP_REVIEW"},
        ),
        Step(
            name="out_of_care",
            says="The child is no longer looked after",
            before=(IN_CARE,),
            after=ASSESSED,
            stops=(*_CARE_CLOCKS, *_CARE_DUTIES),
        ),
        Step(
            name="closed",
            says="Help from these teams ends",
            before=(EARLY_HELP, ASSESSMENT, ASSESSED, IN_NEED),
            after=NOWHERE,
            stops=_EARLY_CLOCKS,
            is_statutory=False,
        ),
        Step(
            name=PREGNANCY_KNOWN,
            says="The front door knows of the pregnancy",
            before=tuple(state for state in STATES if state != ENDED),
            after="",
            needs=_BIRTH_CLOCKS,
            is_statutory=False,
            asks_more=True,
        ),
        Step(
            name=BORN,
            says="The baby is born",
            before=tuple(state for state in STATES if state != ENDED),
            after="",
            stops=_BIRTH_CLOCKS,
            why="the baby was born",
            is_statutory=False,
            asks_more=True,
        ),
        Step(
            name=PREGNANCY_ENDED,
            says="The pregnancy ended",
            before=tuple(state for state in STATES if state != ENDED),
            after=ENDED,
            stops=_EVERY_CLOCK,
            why="the pregnancy ended",
            is_statutory=False,
            asks_more=True,
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that was taken, and why what it meets was late, if it was."""

    step: str
    on: dt.date
    delay: str = ""
    agreed_by: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One clock that ran on the path: started on a day, by a step, and perhaps met or stopped on another."""

    rule: str
    trigger: dt.date
    begun: str = ""
    completed: dt.date | None = None
    stopped: dt.date | None = None
    why: str = ""
    delay: str = ""
    agreed_by: str = ""

    @property
    def is_open(self) -> bool:
        return self.completed is None and self.stopped is None


def state_after(taken: Iterable[Taken]) -> str:
    """Where a child stands after these steps.

    >>> state_after([Taken(step="strategy", on=dt.date(2026, 11, 2))])
    'strategy'
    """
    state = NOWHERE
    for one in taken:
        state = STEPS[one.step].after or state
    return state


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that may come next, in the order of the table, without those that ask more than a day."""
    return tuple(step for step in STEPS.values() if state in step.before and not step.asks_more)


def clocks_after(taken: Sequence[Taken]) -> tuple[Run, ...]:
    """Every clock that ran or runs, in the order in which they were started.

    >>> steps = [Taken(step="strategy", on=dt.date(2026, 11, 2)), Taken(step="section_47", on=dt.date(2026, 11, 4))]
    >>> [(run.rule, str(run.trigger)) for run in clocks_after(steps)]
    [('S47_TO_ICPC', '2026-11-02')]
    """
    runs: list[Run] = []
    for number, one in enumerate(taken):
        step = STEPS[one.step]
        trigger = _trigger(step, taken[: number + 1])
        there = {run.rule for run in runs if run.stopped is None}
        runs += [Run(rule=rule, trigger=one.on, begun=one.ref) for rule in step.needs if rule not in there]
        followed = [step.meets[run.rule] for run in runs if run.is_open and run.rule in step.meets]
        runs = [_moved(run, step, one) for run in runs]
        runs += [Run(rule=rule, trigger=trigger, begun=one.ref) for rule in (*filter(None, followed), *step.starts)]
    return tuple(runs)


def _moved(run: Run, step: Step, one: Taken) -> Run:
    if not run.is_open:
        return run
    if run.rule in step.meets:
        return replace(run, completed=one.on, delay=one.delay, agreed_by=one.agreed_by)
    return replace(run, stopped=one.on, why=step.why) if run.rule in step.stops else run


def _trigger(step: Step, taken: Sequence[Taken]) -> dt.date:
    """The day of the step itself, or of the step from which its clocks are counted."""
    if not step.since:
        return taken[-1].on
    return next(one.on for one in reversed(taken) if one.step == step.since)


def require_step(taken: Sequence[Taken], name: str, on: dt.date, today: dt.date) -> Step:
    """The step, if it follows; a day to come and a day before the last step are refused."""
    step = STEPS.get(name)
    state = state_after(taken)
    if step is None or state not in step.before:
        raise CannotStep("That step does not follow from where the child stands now. Choose one that is offered.")
    if on > today:
        raise CannotStep("That day has yet to come. A clock starts once the step has been taken.")
    moves = [one for one in taken if STEPS[one.step].after]
    if step.after and moves and on < moves[-1].on:
        raise CannotStep("That is before the step that was recorded last. Take the last one out first if it is wrong.")
    return step


def was_known_before_birth(taken: Sequence[Taken]) -> bool:
    """Of a child who is born: whether the front door knew of the pregnancy and no step has moved the child on since.

    Then what was begun before the birth may still be recorded late.
    """
    born = birth_of(taken)
    if born is None or not any(one.step == PREGNANCY_KNOWN for one in taken):
        return False
    return not any(STEPS[one.step].after and one.on >= born for one in taken)


def birth_of(taken: Sequence[Taken]) -> dt.date | None:
    return next((one.on for one in taken if one.step == BORN), None)


def require_before_birth(taken: Sequence[Taken], on: dt.date, *, is_expected: bool) -> None:
    """What is for babies who are expected is not recorded of a child, except late and on a day before the birth."""
    if is_expected:
        return
    born = birth_of(taken)
    if born is None or not was_known_before_birth(taken):
        raise CannotStep("An assessment before birth is for a baby who is expected. Choose a step that is offered.")
    if on >= born:
        raise CannotStep(f"The baby was born on {day_words(born)}. An assessment before birth begins before that day.")


def require_delay(delay: str, agreed_by: str) -> None:
    if bool(delay) != bool(agreed_by):
        raise CannotStep("A reason for being late needs both the reason and the name of whoever agreed.")
