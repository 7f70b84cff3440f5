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
