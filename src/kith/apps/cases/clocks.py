"""Clocks as pages show them: what is due when, by which rule, where it stands, and what must be said beside it.

The rule in force on the day of the trigger judges a case for good; a reason for a delay explains it and never makes
it met.
"""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import day_of
from kith.apps.cases.delays import may_be_explained
from kith.apps.cases.path import Run
from kith.apps.cases.projections import ClockCard, DelayCard
from kith.apps.cases.timescales import rules_for
from kith.engines.timescales import (
    CalendarNotLoaded,
    CannotFindRule,
    CannotTellDueDate,
    ClockState,
    Delay,
    Due,
    Ending,
    due_by,
    england,
    england_rules,
    read_clock,
)

REFERRAL_RULE, ALLEGATION_RULE = "REF_DECISION", "LADO"
UNCONFIRMED = "Unconfirmed: the county has not said that this timescale holds here, so no day is counted by it."


def clock_of(
    rule_id: str,
    trigger: dt.date,
    *,
    now: dt.datetime,
    completed: dt.date | None = None,
    ending: Ending | None = None,
    delay: Delay | None = None,
) -> ClockCard:
    """A clock in days; where no rule in force gives a date, it says so instead of guessing one."""
    today = day_of(now)
    try:
        rule = rules_for(rule_id).in_force(rule_id, trigger)
        if not rule.is_confirmed:
            return _without_a_day(rule_id, UNCONFIRMED, is_unconfirmed=True)
        due: Due = due_by(rule, trigger, now=today, calendar=england())
    except (CannotFindRule, CannotTellDueDate, CalendarNotLoaded) as problem:
        return _without_a_day(rule_id, problem.message)
    read = read_clock(due, now=today, calendar=england(), completed=completed, ending=ending, delay=delay)
    return ClockCard(
        rule=rule.id,
        name=rule.name,
        state=read.state.value,
        due_on=due.on,
        variance_days=read.variance_days,
        warnings=due.warnings,
        delay=f"{delay.reason} (agreed by {delay.agreed_by})" if delay else "",
        ended_because=ending.reason if ending else "",
    )


def _without_a_day(rule_id: str, why: str, *, is_unconfirmed: bool = False) -> ClockCard:
    return ClockCard(
        rule=rule_id,
        name=england_rules().versions(rule_id)[0].name,
        state="",
        due_on=None,
        variance_days=None,
        warnings=(why,),
        is_unconfirmed=is_unconfirmed,
    )


def clock_of_run(
    run: Run, *, now: dt.datetime, reasons: tuple[DelayCard, ...] = (), may_keep: bool = False
) -> ClockCard:
    """A clock of a child's path. A late one that is explained stays late."""
    ending = Ending(ClockState.STOPPED, run.stopped, run.why) if run.stopped else None
    delay = Delay(run.delay, run.agreed_by) if run.delay else _delay_in(reasons)
    card = clock_of(run.rule, run.trigger, now=now, completed=run.completed, ending=ending, delay=delay)
    card = replace(card, begun=run.begun, reasons=reasons, delay=card.delay if run.delay else "")
    return replace(card, may_explain=may_keep and may_be_explained(card))


def _delay_in(reasons: tuple[DelayCard, ...]) -> Delay | None:
    """The latest reason that stands."""
    standing = [one for one in reasons if not one.is_taken_out]
    return Delay(standing[-1].says, standing[-1].agreed_by or standing[-1].by) if standing else None
