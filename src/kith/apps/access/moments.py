"""What is live at a moment: half-open conditions on dated rows. Rule dates turn at London midnight."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Q

LONDON = ZoneInfo("Europe/London")


def day_of(now: dt.datetime) -> dt.date:
    return now.astimezone(LONDON).date()


def clock_of(now: dt.datetime) -> dt.datetime:
    """The moment as the clock on a London wall shows it."""
    return now.astimezone(LONDON)


def start_of(day: dt.date) -> dt.datetime:
    """London midnight."""
    return dt.datetime.combine(day, dt.time(0), tzinfo=LONDON)


def current_on(day: dt.date) -> Q:
    return Q(since_on__lte=day) & not_over(day)


def not_over(day: dt.date) -> Q:
    """Now or to come."""
    return Q(until_on=None) | Q(until_on__gt=day)


def current_at(now: dt.datetime) -> Q:
    return Q(since_at__lte=now) & (Q(until_at=None) | Q(until_at__gt=now))


def not_ended(now: dt.datetime) -> Q:
    return Q(ended_at=None) | Q(ended_at__gt=now)


def active_seal(now: dt.datetime, at: str = "") -> Q:
    """A seal, or (with a path to it) what it covers, while nobody has lifted it."""
    lifted = f"{at}lifted_at"
    return Q(**{f"{at}set_at__lte": now}) & (Q(**{lifted: None}) | Q(**{f"{lifted}__gt": now}))


def covers(now: dt.datetime) -> Q:
    """A scope that still belongs to its seal."""
    return Q(until_at=None) | Q(until_at__gt=now)
