"""A time of day as people write it."""

import datetime as dt

from kith.kernel.errors import KithError


class BadTime(KithError):
    """Words that are no time of day."""


def clock_time(text: str) -> str:
    """The time as it is kept, or nothing where nothing was written.

    >>> clock_time("9.30"), clock_time(" ")
    ('09:30', '')
    """
    if not text.strip():
        return ""
    hours, _, minutes = text.strip().replace(".", ":").partition(":")
    try:
        return dt.time(int(hours), int(minutes)).strftime("%H:%M")
    except ValueError:
        raise BadTime("Write the time such as “14:30”, or leave it empty.") from None


def spoken_time(clock: str) -> str:
    """A kept time as families read it.

    >>> spoken_time("14:30"), spoken_time("09:00"), spoken_time("12:05"), spoken_time("00:15")
    ('2.30pm', '9am', '12.05pm', '12.15am')
    """
    hours, minutes = int(clock[:2]), clock[3:]
    return f"{hours % 12 or 12}{'' if minutes == '00' else f'.{minutes}'}{'am' if hours < 12 else 'pm'}"
