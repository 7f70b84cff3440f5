"""When something is due: the rules of practice in their versions, the days they are counted in, and their clocks.

Rules are data, and every answer names its rule and its reckoning; whose clocks run for which child belongs to an app.
"""

from kith.engines.timescales.calendars import CalendarNotLoaded, WorkingCalendar, england
from kith.engines.timescales.catalogue import CannotFindRule, Catalogue
from kith.engines.timescales.clock_states import ClockReading, ClockState, Delay, Ending
from kith.engines.timescales.clocks import CannotReadClock, read_clock
from kith.engines.timescales.confirmations import Confirmation, confirmed_rule, may_set_limit, with_confirmations
from kith.engines.timescales.county_rules import with_county_rules
from kith.engines.timescales.due import CannotTellDueDate, Due, day_of, due_by
from kith.engines.timescales.limits import LONGEST_LIMIT, Limit, Unit
from kith.engines.timescales.row_reading import CannotReadRules
from kith.engines.timescales.rule_files import england_rules
from kith.engines.timescales.rules import Authority, Rule
from kith.engines.timescales.wording import moment_words
from kith.engines.timescales.working_days import add_working_days, is_working_day, working_days_between
from kith.kernel.months import add_months

__all__ = [
    "LONGEST_LIMIT",
    "Authority",
    "CalendarNotLoaded",
    "CannotFindRule",
    "CannotReadClock",
    "CannotReadRules",
    "CannotTellDueDate",
    "Catalogue",
    "ClockReading",
    "ClockState",
    "Confirmation",
    "Delay",
    "Due",
    "Ending",
    "Limit",
    "Rule",
    "Unit",
    "WorkingCalendar",
    "add_months",
    "add_working_days",
    "confirmed_rule",
    "day_of",
    "due_by",
    "england",
    "england_rules",
    "is_working_day",
    "may_set_limit",
    "moment_words",
    "read_clock",
    "with_confirmations",
    "with_county_rules",
    "working_days_between",
]
