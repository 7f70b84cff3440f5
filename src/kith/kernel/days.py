"""A day in the words that stand on pages and papers, the same everywhere."""

import datetime as dt

DAYS_IN_MONTH = 30.4


def day_words(day: dt.date) -> str:
    """A day with its year.

    >>> day_words(dt.date(2026, 11, 4))
    '4 November 2026'
    """
    return f"{day.day} {day:%B %Y}"


def known_day(day: dt.date | None) -> str:
    """The same; nothing where no day is known.

    >>> known_day(None), known_day(dt.date(2026, 11, 4))
    ('', '4 November 2026')
    """
    return day_words(day) if day else ""


def since_words(since: dt.date, until: dt.date | None) -> str:
    """From a day on, and up to another where it is known.

    >>> since_words(dt.date(2026, 11, 4), None), since_words(dt.date(2026, 11, 4), dt.date(2027, 1, 1))
    ('since 4 November 2026', 'since 4 November 2026, until 1 January 2027')
    """
    return f"since {day_words(since)}" + (f", until {day_words(until)}" if until else "")


def weekday_words(day: dt.date, *, today: dt.date) -> str:
    """A day near enough to be thought of by its weekday; its year stands where it is not the one we are in.

    >>> weekday_words(dt.date(2026, 11, 4), today=dt.date(2026, 11, 1))
    'Wednesday 4 November'
    >>> weekday_words(dt.date(2027, 1, 4), today=dt.date(2026, 12, 30))
    'Monday 4 January 2027'
    """
    return f"{day:%A} {day.day} {day:%B}{_other_year(day, today)}"


def short_words(day: dt.date, *, today: dt.date) -> str:
    """The same in little room, without the weekday.

    >>> short_words(dt.date(2026, 11, 4), today=dt.date(2026, 11, 1))
    '4 Nov'
    >>> short_words(dt.date(2025, 11, 4), today=dt.date(2026, 11, 1))
    '4 Nov 2025'
    """
    return f"{day.day} {day:%b}{_other_year(day, today)}"


def months_ago(day: dt.date, today: dt.date) -> str:
    """How long ago, in whole months; for days that are some months away.

    >>> months_ago(dt.date(2026, 3, 1), dt.date(2026, 11, 1))
    '8 months ago'
    """
    return f"{round((today - day).days / DAYS_IN_MONTH)} months ago"


def _other_year(day: dt.date, today: dt.date) -> str:
    return "" if day.year == today.year else f" {day.year}"
