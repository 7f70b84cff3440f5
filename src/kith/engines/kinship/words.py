"""Finds the word for a place in the family, by the sex the family gives or neutrally."""

from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

_ORDER_OF_WORDS = {"female": 0, "male": 1}
_NEUTRAL = 2


def word(table: str, name: str, sex: str) -> str:
    """The word of a table for a woman ("female"), a man ("male") or anybody else.

    >>> word("line", "aunt", "female"), word("line", "aunt", "")
    ('aunt', 'aunt or uncle')
    """
    words = _tables()[table][name]
    return words if isinstance(words, str) else str(words[_ORDER_OF_WORDS.get(sex, _NEUTRAL)])


def counted(table: str, number: int) -> str:
    """A number as an ordinal ("order", from 1) or as repetition ("times"); in figures where there is no word.

    >>> counted("order", 2), counted("times", 1), counted("order", 11), counted("times", 12)
    ('second', 'once', '11th', '12 times')
    """
    words = _tables()["count"][table]
    place = number - 1 if table == "order" else number
    if place < len(words):
        return str(words[place])
    return f"{number}{_ending(number)}" if table == "order" else f"{number} times"


def prefixed(prefix: str, term: str) -> str:
    """A prefix on every alternative of a term.

    >>> prefixed("great-", "aunt or uncle")
    'great-aunt or great-uncle'
    """
    return " or ".join(prefix + part for part in term.split(" or "))


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return toml_of("kith.engines.kinship", "words.toml")
