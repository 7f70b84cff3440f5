"""Clocks as pages show them: what is due when, by which rule, where it stands, and what must be said beside it.

The rule in force on the day of the trigger judges a case for good; a reason for a delay explains it and never makes
it met.
"""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.cases.path import Run
from kith.apps.cases.projections import ClockCard
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
        rule = england_rules().in_force(rule_id, trigger)
        due: Due = due_by(rule, trigger, now=today, calendar=england())
    except (CannotFindRule, CannotTellDueDate, CalendarNotLoaded) as problem:
        return ClockCard(
            rule=rule_id, name=_name_of(rule_id), state="", due_on=None, variance_days=None, warnings=(problem.message,)
        )
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


def _name_of(rule_id: str) -> str:
    return england_rules().versions(rule_id)[0].name


def clock_of_run(run: Run, *, now: dt.datetime) -> ClockCard:
    """A clock of a child's path. A late one that is explained stays late."""
    ending = Ending(ClockState.STOPPED, run.stopped, run.why) if run.stopped else None
    delay = Delay(run.delay, run.agreed_by) if run.delay else None
    return clock_of(run.rule, run.trigger, now=now, completed=run.completed, ending=ending, delay=delay)
