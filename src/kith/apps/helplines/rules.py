"""What a number has to be before people are told to ring it. Plain functions, no queries."""

import datetime as dt
import re

from kith.apps.helplines.national import days_until_due
from kith.apps.helplines.projections import PLACES, HelpNumber
from kith.kernel.decisions import Decision, Level, granted, refused
from kith.kernel.errors import KithError

EMERGENCY = "999"
LONGEST = {"label": 60, "shown": 40, "dial": 20, "hours": 80, "source": 200}
WORDS = {
    "label": "who answers",
    "shown": "the number as people read it",
    "dial": "the number to dial",
    "hours": "when somebody answers",
    "source": "who says so",
}
_DIAL = re.compile(r"\+?\d{3,15}", re.ASCII)
_NOT_A_DIGIT = re.compile(r"\D", re.ASCII)


class CannotSetNumber(KithError):
    """A wrong number on every page would be worse than none."""


def keeping_decision(*, is_active: bool, may_keep: bool) -> Decision:
    """Asked of the role alone (R3); whoever may not keep the numbers learns nothing of the page."""
    if is_active and may_keep:
        return granted(Level.WRITE, "R3", "Your role keeps the numbers that people can ring.")
    return refused("R0", "There is nothing here for you to open.")


def require_place(place: str) -> None:
    if place not in PLACES:
        raise CannotSetNumber(f"There is no place called {place[:40]!r}. The places are {', '.join(PLACES)}.")


def require_sound(place: str, number: HelpNumber, today: dt.date) -> None:
    """Every part is there and fits, both ways of writing the number agree, and danger is always 999."""
    require_place(place)
    for part, most in LONGEST.items():
        value = getattr(number, part)
        if not value.strip() or len(value) > most:
            raise CannotSetNumber(f"Write {WORDS[part]}, in at most {most} characters.")
    if not _DIAL.fullmatch(number.dial):
        raise CannotSetNumber("The number to dial is 3 to 15 digits without spaces; a plus sign may stand in front.")
    if not digits_of(number.shown).startswith(digits_of(number.dial)):
        raise CannotSetNumber("The number people read and the number dialled are not the same. One of them is wrong.")
    if place == "danger" and number.dial != EMERGENCY:
        raise CannotSetNumber("In danger people ring 999. No other number may stand there.")
    if number.checked_on > today:
        raise CannotSetNumber("A number cannot have been checked on a day that is still to come.")


def digits_of(number: str) -> str:
    """The digits alone, a British number always in its form with 0."""
    digits = _NOT_A_DIGIT.sub("", number)
    return f"0{digits[2:]}" if number.strip().startswith("+44") else digits


def is_due(number: HelpNumber, today: dt.date) -> bool:
    return (today - number.checked_on).days > days_until_due()
