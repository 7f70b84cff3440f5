"""One version of one rule of practice: what starts the clock, what has to be done, how soon, and who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.engines.timescales.limits import Limit


class Authority(StrEnum):
    """Where a rule takes its force from, the strongest first."""

    STATUTE = "statute"
    GUIDANCE = "statutory guidance"
    LOCAL = "local procedure"
    PRACTICE = "good practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """In force from `valid_from` until the day before `valid_to`; without a limit, `no_date` says why there is none.

    A rule that is not confirmed is off: nothing is counted by it until a county says that it holds there.
    `is_checked` says whether somebody has read the rule in the source itself.
    """

    id: str
    group: str
    name: str
    trigger: str
    duty: str
    owner: str
    authority: Authority
    source: str
    valid_from: date
    valid_to: date | None = None
    limit: Limit | None = None
    no_date: str = ""
    is_confirmed: bool = True
    is_checked: bool = False
    reasons_for_delay: tuple[str, ...] = ()
    note: str = ""

    def is_in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)
