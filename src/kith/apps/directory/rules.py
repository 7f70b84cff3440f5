"""What an entry has to be, and what is said of it. Plain functions, no queries."""

import datetime as dt
import re

from kith.engines.referral_feeds import OLDEST, ServiceEntry, is_web_address
from kith.kernel.days import day_words
from kith.kernel.errors import KithError

_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s")


class CannotKeepService(KithError):
    """An entry that sends people the wrong way would be worse than none."""


def require_sound(entry: ServiceEntry, today: dt.date) -> None:
    if not entry.name.strip():
        raise CannotKeepService("Write what the service is called.")
    if not entry.description.strip():
        raise CannotKeepService("Write in one or two sentences what the service does.")
    for age in (entry.age_from, entry.age_to):
        if age is not None and not 0 <= age <= OLDEST:
            raise CannotKeepService(f"An age is a number from 0 to {OLDEST}.")
    if entry.age_from is not None and entry.age_to is not None and entry.age_from > entry.age_to:
        raise CannotKeepService("The youngest age is above the oldest. One of them is wrong.")
    if entry.url and not is_web_address(entry.url):
        raise CannotKeepService("The web address begins with http:// or https:// and has no spaces.")
    if entry.assured_on and entry.assured_on > today:
        raise CannotKeepService("An entry cannot have been checked on a day that is still to come.")


def is_stale(entry: ServiceEntry, today: dt.date, days: int) -> bool:
    return entry.assured_on is None or (today - entry.assured_on).days > days


def ages_in_words(entry: ServiceEntry) -> str:
    """Whole years, both ends included.

    >>> ages_in_words(ServiceEntry(id="1", name="Chat", age_from=16, age_to=25))
    'Ages 16 to 25'
    """
    low, high = entry.age_from, entry.age_to
    if low in (None, 0) and high is None:
        return "All ages"
    if high is None:
        return f"Age {low} and over"
    if low in (None, 0):
        return f"Up to age {high}"
    return f"Age {low}" if low == high else f"Ages {low} to {high}"


def suits_age(entry: ServiceEntry, age: int) -> bool:
    return (entry.age_from or 0) <= age <= (entry.age_to if entry.age_to is not None else OLDEST)


def where_in_words(entry: ServiceEntry) -> str:
    places = [place.name or place.address for place in entry.places]
    return "; ".join(part for part in (", ".join(entry.areas), ", ".join(filter(None, places[:2]))) if part)


def assured_in_words(entry: ServiceEntry) -> str:
    if entry.assured_on is None:
        return "Nobody says when this was last checked."
    by = f" by {entry.assured_by}" if entry.assured_by else ""
    return f"Checked on {day_words(entry.assured_on)}{by}."


def first_sentence(text: str) -> str:
    return _END_OF_SENTENCE.split(text.strip(), maxsplit=1)[0]
