"""How old somebody is when the birthday may not be known exactly."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, as bounds; None where there is no bound.

    >>> str(Age(11, 11)), str(Age(10, 11)), str(Age(9, 12)), str(Age(9, 12, approximate=True)), str(Age(3, None))
    ('11', '10 or 11', '9 to 12', 'about 11', '')
    """

    at_least: int | None
    at_most: int | None
    approximate: bool = False

    @classmethod
    def between(cls, earliest: date | None, latest: date | None, *, on: date, approximate: bool = False) -> "Age":
        """The age on a day of somebody born between two days; open for somebody not yet born by then."""
        if earliest is not None and earliest > on:
            return cls(None, None)
        at_least = None if latest is None else max(0, _birthdays(latest, on))
        at_most = None if earliest is None else _birthdays(earliest, on)
        return cls(at_least, at_most, approximate)

    def __str__(self) -> str:
        if self.at_least is None or self.at_most is None:
            return ""
        if self.at_least == self.at_most:
            return str(self.at_least)
        if self.approximate:
            return f"about {(self.at_least + self.at_most + 1) // 2}"
        joint = " or " if self.at_most == self.at_least + 1 else " to "
        return f"{self.at_least}{joint}{self.at_most}"


def _birthdays(born: date, on: date) -> int:
    """Birthdays reached by a day; somebody born on 29 February reaches theirs on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
