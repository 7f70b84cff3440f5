"""Calendar months: the same day of another month, or its last day where it has no such day."""

from calendar import monthrange
from datetime import date


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months on (back where negative), clamped to the end of a shorter month.

    Unit: calendar months. Raises OverflowError outside the years 1 to 9999. Months are counted from the first day
    each time: two steps of one month may end earlier than one step of two.
    Source: the domain handbook, section 1.5.

    >>> add_months(date(2026, 1, 13), 6), add_months(date(2026, 8, 31), 6)
    (datetime.date(2026, 7, 13), datetime.date(2027, 2, 28))
    """
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not date.min.year <= years <= date.max.year:
        raise OverflowError(f"{count} months from {day} is outside the calendar.")
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
