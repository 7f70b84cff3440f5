"""A baby who is not born yet: what stands in the place of an age, which days can be, and when to look. No queries."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from kith.engines.drawing.network import Person
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate

UNBORN = "unborn"
OF_THEMSELVES = ("about", "before", "after", "between", "from")


class CannotExpect(KithError):
    """A day on which no baby can be expected, or born."""


@cache
def _days() -> Mapping[str, int]:
    data = toml_of("kith.apps.people", "data/expecting.toml")
    return {name: value for name, value in data.items() if isinstance(value, int)}


def is_expected(person: Person) -> bool:
    """Whether this is a baby who is not born yet, and whom nobody has lost."""
    return person.kind == UNBORN and not (person.loss or person.has_died)


def expected_words(person: Person) -> str:
    """What is said in the place of an age.

    >>> expected_words(Person(id="b", kind="unborn", birth=PartialDate("2027-02-19")))
    'expected on 19 February 2027'
    >>> expected_words(Person(id="b", kind="unborn", birth=PartialDate("2027-02")))
    'expected in February 2027'
    >>> expected_words(Person(id="b", kind="unborn", birth=PartialDate("2027-02~")))
    'expected about February 2027'
    """
    if not is_expected(person):
        return ""
    return expected_in_words(person.birth)


def expected_in_words(day: PartialDate | None) -> str:
    """ "expected on 19 February 2027", "expected in spring 2027", "expected about March 2027"."""
    if day is None:
        return "expected, the day is not known yet"
    words = str(day)
    if day.earliest is not None and day.earliest == day.latest:
        return f"expected on {words}"
    return f"expected {words}" if words.split()[0] in OF_THEMSELVES else f"expected in {words}"


def look_words(person: Person, on: dt.date) -> str:
    """Two weeks after the expected day with no birth on record, somebody looks; nothing before that."""
    last = person.birth.latest if is_expected(person) and person.birth else None
    if last is None or on <= last + dt.timedelta(days=_days()["look_after"]):
        return ""
    return f"The baby was {expected_words(person)}, and no birth is on record. Look what has happened."


def require_expected(day: PartialDate | None, today: dt.date) -> None:
    """A day nobody can expect a baby on is asked about again; no day at all is fine."""
    if day is None:
        return
    bounds = _days()
    first, last = day.earliest, day.latest
    if first is None or first > today + dt.timedelta(days=bounds["longest_ahead"]):
        raise CannotExpect("No baby is expected that far ahead. Look at the day and the year again.")
    if last is None or last < today - dt.timedelta(days=bounds["longest_past"]):
        raise CannotExpect("That day is long past. Look at the day and the year again, or tell us of a child.")


def require_birth(on: dt.date, expected: PartialDate | None, today: dt.date) -> None:
    """A birth that is still to come, or far too early for the day that was expected, is asked about again."""
    if on > today:
        raise CannotExpect("That day has yet to come. Record the birth once the baby is born.")
    first = expected.earliest if expected else None
    if first is not None and on < first - dt.timedelta(days=_days()["earliest_birth"]):
        weeks = _days()["earliest_birth"] // 7
        raise CannotExpect(
            f"That is more than {weeks} weeks before the baby was expected. "
            "Look at the day and the year again, or correct the expected day first."
        )
