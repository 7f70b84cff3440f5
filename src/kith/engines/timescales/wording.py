"""How days and times are said in the sentences of this engine."""

from datetime import date, datetime

from kith.kernel.days import day_words


def moment_words(moment: date) -> str:
    """A day with its weekday; a time says the hour first.

    >>> moment_words(date(2026, 11, 4)), moment_words(datetime(2026, 11, 4, 9, 30))
    ('Wednesday 4 November 2026', '09:30 on Wednesday 4 November 2026')
    """
    said = f"{moment:%A} {day_words(moment)}"
    return f"{moment:%H:%M} on {said}" if isinstance(moment, datetime) else said
