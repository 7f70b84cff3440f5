"""How old the child was when something happened."""

from kith.kernel.ages import Age
from kith.kernel.partial_dates import PartialDate


def age_then(born: PartialDate | None, on: PartialDate) -> str:
    """In words; nothing where either day is open or not known.

    >>> born = PartialDate("2015-02-03")
    >>> age_then(born, PartialDate("2026-02-02")), age_then(born, PartialDate("2026"))
    ('aged 10', 'aged 10 or 11')
    >>> age_then(born, PartialDate("2014-11")), age_then(None, PartialDate("2014"))
    ('before birth', '')
    """
    if born is None or on.earliest is None or on.latest is None:
        return ""
    if born.earliest and on.latest < born.earliest:
        return "before birth"
    words = str(Age(born.age_on(on.earliest).at_least, born.age_on(on.latest).at_most))
    return f"aged {words}" if words else ""
