"""By when somebody answers a relative: the rule, its limit in words, the day, and where the clock stands."""

import datetime as dt

from kith.apps.cases.projections import ClockCard
from kith.apps.cases.queries import rule_on
from kith.apps.occasions.kinds import SpeakingUp, data_of, ways_to_speak_up
from kith.engines.timescales import (
    Authority,
    CalendarNotLoaded,
    CannotFindRule,
    CannotTellDueDate,
    Due,
    Limit,
    Rule,
    Unit,
    due_by,
    england,
    read_clock,
)


def rule_of(kind: str, on: dt.date) -> Rule:
    """The one that held on the day on which a relative wrote."""
    way = ways_to_speak_up()[kind]
    return rule_on(way.rule, on) if way.rule else _county_rule(way)


def _county_rule(way: SpeakingUp) -> Rule:
    return Rule(
        id=f"ANSWER_{way.name}".upper(),
        group="In the loop",
        name=f"Answer to a relative: {way.says.lower()}",
        trigger="they wrote",
        duty="Somebody answers",
        owner="the county",
        authority=Authority.LOCAL,
        source=data_of("family_page")["source"],
        valid_from=dt.date.min,
        limit=Limit(way.limit, Unit(way.unit)),
    )


def within(kind: str, on: dt.date) -> str:
    """How long an answer takes, in words for a family; nothing where no rule says.

    >>> within("disagree", dt.date(2026, 11, 24)), within("wrong", dt.date(2026, 11, 24))
    ('5 working days', '1 month')
    """
    limit = rule_of(kind, on).limit
    return limit.amount.replace("calendar ", "") if limit else ""


def day_of_answer(kind: str, sent_on: dt.date) -> dt.date | None:
    """What is promised to whoever writes; nothing where no rule gives a day."""
    try:
        return due_by(rule_of(kind, sent_on), sent_on, now=sent_on, calendar=england()).on
    except (CannotFindRule, CannotTellDueDate, CalendarNotLoaded):
        return None


def clock_of(
    kind: str, sent_on: dt.date, due_on: dt.date | None, answered_on: dt.date | None, *, today: dt.date
) -> ClockCard:
    """Where it stands against the day that was promised, whatever rule holds by now."""
    rule = rule_of(kind, sent_on)
    if due_on is None or rule.limit is None:
        return ClockCard(rule=rule.id, name=rule.name, state="", due_on=None, variance_days=None)
    due = Due(rule, rule.limit, sent_on, due_on)
    read = read_clock(due, now=today, calendar=england(), completed=answered_on)
    return ClockCard(
        rule=rule.id, name=rule.name, state=read.state.value, due_on=due_on, variance_days=read.variance_days
    )
