"""The phrases that sentences are made from, read from data, and the small words that join them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of
from kith.kernel.partial_dates import PartialDate

_FILE = "words/family.toml"
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIRST, _LAST = "\u2068", "\u2069"


def say(phrase: str, /, **filled: object) -> str:
    """The phrase at a place such as "couple.married.dated", filled in; names keep the letters they were told in.

    >>> say("couple.married.undated", couple="Ann and Bo")
    'Ann and Bo are married.'
    """
    template = _at(phrase)
    if not isinstance(template, str):
        raise LookupError(f'There is no phrase "{phrase}" in {_FILE}.')
    return template.format_map(filled)


def has(place: str) -> bool:
    """Whether there is a phrase at that place."""
    return _at(place) is not None


def words(place: str) -> tuple[str, ...]:
    """The list of words at a place."""
    return tuple(_at(place) or ())


def listed(names: Sequence[str]) -> str:
    """Names in one run: "Ann, Bo and Cy".

    >>> listed(["Ann", "Bo", "Cy"]), listed(["Ann"])
    ('Ann, Bo and Cy', 'Ann')
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_at('list.and')} {names[-1]}"


def whose(name: str) -> str:
    """The name with its apostrophe.

    >>> whose("Noor"), whose("Ines")
    ('Noor’s', 'Ines’s')
    """
    return f"{name}’s"


def when(date: PartialDate) -> str:
    """The date with the word that leads to it.

    >>> [when(PartialDate(code)) for code in ("2019", "2019-05-03", "2014~", "../1960")]
    ['in 2019', 'on 3 May 2019', 'in about 2014', 'before 1960']
    """
    leads = {"day": "on ", "month": "in ", "season": "in ", "year": "in "}
    return f"{leads.get(date.precision, '')}{date}"


def kept_apart(name: str) -> str:
    """A name that reads from right to left, fenced off so that it cannot turn the words around it.

    >>> kept_apart("Noor")
    'Noor'
    """
    plain = _TURNING.sub("", name)
    return f"{_FIRST}{plain}{_LAST}" if _RIGHT_TO_LEFT.search(plain) else plain


@cache
def _phrases() -> dict[str, Any]:
    return toml_of("kith.engines.drawing.output", _FILE)


def _at(place: str) -> Any:
    found: Any = _phrases()
    for step in place.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found
