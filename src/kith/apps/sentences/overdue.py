"""What is overdue in supervising an adult: rules as data, counted in working days. No queries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.engines.timescales import add_working_days, england
from kith.kernel.data_files import toml_of

TELL, PLAN, PATH = "tell", "plan", "path"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRule:
    """One rule of the file `data/overdue.toml`."""

    name: str
    says: str
    working_days: int
    since: dt.date
    until: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def is_over(self, began: dt.date, today: dt.date) -> bool:
        """Beyond the last bank holiday on file every weekday counts."""
        return add_working_days(began, self.working_days, england().open_ended()) < today


@cache
def overdue_rules() -> Mapping[str, OverdueRule]:
    data = toml_of("kith.apps.sentences", "data/overdue.toml")
    return {name: OverdueRule(name=name, **spec) for name, spec in data["rules"].items()}


def overdue(waits_since: Mapping[str, dt.date], today: dt.date) -> tuple[str, ...]:
    """In words, of what waits by the name of its rule since a day.

    >>> overdue({"tell": dt.date(2026, 11, 20), "plan": dt.date(2026, 11, 20)}, dt.date(2026, 11, 24))
    ('somebody has not been told',)
    """
    return tuple(
        rule.says
        for name, rule in overdue_rules().items()
        if name in waits_since and rule.holds_on(today) and rule.is_over(waits_since[name], today)
    )
