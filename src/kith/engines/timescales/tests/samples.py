"""Rules and clocks that the tests ask about."""

import datetime as dt
from zoneinfo import ZoneInfo

from kith.engines.timescales import Authority, Due, Limit, Rule, Unit, due_by, england

LONDON = ZoneInfo("Europe/London")
LATER = dt.date(2028, 12, 31)


def a_rule(count: int = 10, unit: Unit = Unit.WORKING_DAYS, *, is_before: bool = False, **changed: object) -> Rule:
    said = {
        "id": "TEA",
        "group": "House",
        "name": "Tea",
        "trigger": "the kettle boiled",
        "duty": "Tea is made",
        "owner": "the host",
        "authority": Authority.PRACTICE,
        "source": "a test",
        "valid_from": dt.date(2013, 1, 1),
        "limit": Limit(count, unit, is_before=is_before),
    }
    return Rule(**said | changed)  # type: ignore[arg-type]


def due(rule: Rule, trigger: dt.date, *, now: dt.date = LATER) -> Due:
    return due_by(rule, trigger, now=now, calendar=england())


def london(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
