"""Counting days as the rules of practice count them: working days of England, and calendar months.

Which deadline follows from which event is not here yet; the days that are counted come in, a date goes out.
"""

from kith.engines.timescales.calendars import CalendarNotLoaded, WorkingCalendar, england
from kith.engines.timescales.months import add_months
from kith.engines.timescales.working_days import add_working_days, is_working_day, working_days_between

__all__ = [
    "CalendarNotLoaded",
    "WorkingCalendar",
    "add_months",
    "add_working_days",
    "england",
    "is_working_day",
    "working_days_between",
]
