"""How long something may take: a number, its unit, and whether it is counted on from the trigger or back."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_LIMIT = 2_000
"""The highest count that is taken for a limit, of whatever unit."""


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKING_DAYS = "working days"
    DAYS = "calendar days"
    WEEKS = "weeks"
    MONTHS = "calendar months"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Limit:
    """A count of 0 is the day of the trigger itself; `is_before` counts back from a day that is planned."""

    count: int
    unit: Unit
    is_before: bool = False

    @property
    def signed(self) -> int:
        return -self.count if self.is_before else self.count

    @property
    def amount(self) -> str:
        """The limit by itself.

        >>> Limit(1, Unit.WORKING_DAYS).amount, Limit(0, Unit.DAYS).amount
        ('1 working day', 'the same day')
        """
        if self.count == 0:
            return "the same day"
        return f"{self.count} {self.unit.removesuffix('s') if self.count == 1 else self.unit}"

    @property
    def words(self) -> str:
        """The limit as it is said in front of its trigger.

        >>> Limit(15, Unit.WORKING_DAYS).words, Limit(1, Unit.MONTHS).words
        ('15 working days after', '1 calendar month after')
        >>> Limit(5, Unit.WORKING_DAYS, is_before=True).words, Limit(0, Unit.DAYS).words
        ('5 working days before', 'the same day as')
        """
        if self.count == 0:
            return f"{self.amount} as"
        return f"{self.amount} {'before' if self.is_before else 'after'}"
