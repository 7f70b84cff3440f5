"""The day on which something is due: a rule, the day or time of its trigger, and the reckoning behind the answer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kith.engines.timescales.calendars import WorkingCalendar
from kith.engines.timescales.limits import Limit, Unit
from kith.engines.timescales.rules import Rule
from kith.engines.timescales.wording import moment_words
from kith.engines.timescales.working_days import add_working_days
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.months import add_months


class CannotTellDueDate(KithError):
    """The rule gives no date for this trigger."""


@dataclass(frozen=True, slots=True)
class Due:
    """The answer; `moment` is a day, or for a rule in hours a time, in the zone of the trigger's own.

    `passed_over` holds the bank holidays that were not counted, by day with their names.
    """

    rule: Rule
    limit: Limit
    trigger: date
    moment: date
    passed_over: tuple[tuple[date, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def on(self) -> date:
        return day_of(self.moment)

    @property
    def because(self) -> str:
        """How the day was found, in one sentence."""
        start = moment_words(self.trigger)
        counted = f"from {start}" if self.limit.unit is Unit.HOURS else f"with {start} as day 0"
        return f"{self.limit.words} {self.rule.trigger}, {counted}."


def due_by(rule: Rule, trigger: date, *, now: date, calendar: WorkingCalendar) -> Due:
    """When something is due by a rule whose clock was started by `trigger`, or counts back from it.

    Shapes: a day for a rule in days, weeks or months; for a rule in hours a datetime with its time zone, and
    hours are counted as they pass, whatever the clocks do in spring and autumn. The day of the trigger is
    day 0. `now` is a day, or a time with its zone: an event that has not happened starts no clock, but a rule
    that counts back does so from a day that may be planned.
    Beyond the last bank holiday on file the weekdays are counted, and a warning says so.
    Raises CannotTellDueDate where the rule is unconfirmed, gives no limit, needs a time, or the trigger has yet
    to come; CalendarNotLoaded before the first day on file. Source: the domain handbook, section 1.5.

    >>> from kith.engines.timescales import england, england_rules
    >>> rule = england_rules().in_force("S47_TO_ICPC", date(2026, 12, 14))
    >>> due = due_by(rule, date(2026, 12, 14), now=date(2026, 12, 15), calendar=england())
    >>> due.on, len(due.passed_over)
    (datetime.date(2027, 1, 7), 3)
    >>> due.because
    '15 working days after the strategy discussion that began the enquiry, with Monday 14 December 2026 as day 0.'
    """
    limit = _limit_of(rule)
    _check_trigger(rule, limit, trigger, now)
    try:
        moment = _counted(limit, trigger, calendar)
    except OverflowError:
        raise CannotTellDueDate(f"{limit.words} {day_words(trigger)} is outside the calendar.") from None
    if limit.unit is not Unit.WORKING_DAYS:
        return Due(rule, limit, trigger, moment)
    first, last = sorted((trigger, moment))
    passed = tuple((day, name) for day, name in calendar.holidays.items() if first < day < last)
    return Due(rule, limit, trigger, moment, passed, _warnings(limit, last, calendar))


def day_of(moment: date) -> date:
    """The day of a day or time.

    >>> day_of(datetime(2026, 11, 24, 9, 30))
    datetime.date(2026, 11, 24)
    """
    return moment.date() if isinstance(moment, datetime) else moment


def _limit_of(rule: Rule) -> Limit:
    if not rule.is_confirmed:
        raise CannotTellDueDate(
            f"{rule.id} is unconfirmed, and so it is off: a county’s own rules have to confirm it first."
        )
    if rule.limit is None:
        raise CannotTellDueDate(f"{rule.id} gives no date: {rule.no_date}")
    return rule.limit


def _check_trigger(rule: Rule, limit: Limit, trigger: date, now: date) -> None:
    is_time = isinstance(trigger, datetime) and trigger.tzinfo is not None
    if limit.unit is Unit.HOURS and not is_time:
        raise CannotTellDueDate(f"{rule.id} is counted in hours: give the time too, as 2026-11-24T14:30.")
    if limit.unit is not Unit.HOURS and isinstance(trigger, datetime):
        raise CannotTellDueDate(f"{rule.id} is counted in {limit.unit}: give the day alone, as 2026-11-24.")
    if _is_ahead(trigger, now) and not limit.is_before:
        raise CannotTellDueDate(
            f"{moment_words(trigger)} has yet to come; a clock starts once its trigger has happened."
        )


def _is_ahead(trigger: date, now: date) -> bool:
    if isinstance(trigger, datetime) and isinstance(now, datetime):
        return trigger > now
    return day_of(trigger) > day_of(now)


def _counted(limit: Limit, trigger: date, calendar: WorkingCalendar) -> date:
    count = limit.signed
    if limit.unit is Unit.WORKING_DAYS:
        return add_working_days(trigger, count, calendar.open_ended())
    if limit.unit is Unit.MONTHS:
        return add_months(trigger, count)
    if isinstance(trigger, datetime):
        return (trigger.astimezone(UTC) + timedelta(hours=count)).astimezone(trigger.tzinfo)
    return trigger + timedelta(days=count * 7 if limit.unit is Unit.WEEKS else count)


def _warnings(limit: Limit, last: date, calendar: WorkingCalendar) -> tuple[str, ...]:
    if last <= calendar.known_to:
        return ()
    moves = "earlier" if limit.is_before else "later"
    return (
        f"Bank holidays are on file up to {day_words(calendar.known_to)} only; any after that would make this day "
        f"{moves}, so load a newer list before relying on it.",
    )
