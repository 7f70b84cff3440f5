"""Which house and which home in it somebody has written as the lines of an address. Plain words in, no queries.

For addresses without a postcode: two are one home only where nothing that both say is different.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kith.kernel.data_files import toml_of
from kith.kernel.text import folded, folded_tokens

LINE_ENDS = re.compile(r"[\n,;]+")
RANGE = re.compile(r"(?<![a-z0-9])(\d+[a-z]?)\s*[-\u2013\u2014]\s*(\d+[a-z]?)(?![a-z0-9])")
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
DIGITS = re.compile(r"\d+")
SHORTEST_STREET = 2
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """`flat` is empty where no home within the house is named, `towns` where nothing follows the street."""

    number: str
    street: str
    towns: Words
    flat: str = ""
    code: str = ""

    @property
    def digits(self) -> str:
        """The number as it begins, however its letter or a second number is written behind it."""
        return next(iter(DIGITS.findall(self.number)), "")

    @property
    def whole(self) -> str:
        """Street and towns in a row, for lines that were written without commas."""
        return "".join((self.street, *self.towns))


@dataclass(frozen=True, slots=True)
class AddressWords:
    within: frozenset[str]
    number: frozenset[str]
    saint: str
    floors: Mapping[str, str]
    street: Mapping[str, str]


@cache
def _words() -> AddressWords:
    data = toml_of("kith.apps.people", "data/address_words.toml")
    return AddressWords(
        within=frozenset(data["within"]),
        number=frozenset(data["number"]),
        saint=data["saint"],
        floors=data["floors"],
        street=data["street"],
    )


def is_same_house(one: str, other: str) -> bool:
    """Of two addresses as their lines say them: one number in one street, and no other flat, town or postcode.

    >>> is_same_house("14 Quay St, Heronsea", "Flat 2; 14 QUAY STREET")
    True
    >>> is_same_house("Flat 1, 14 Quay Street", "Flat 2, 14 Quay Street")
    False
    >>> is_same_house("14 Quay Street, Heronsea", "14 Quay Street, Eastmarch")
    False
    """
    a, b = house_of(one), house_of(other)
    return a is not None and b is not None and may_be_one(a, b)


def may_be_one(one: House, other: House) -> bool:
    if one.number != other.number or _differ(one.flat, other.flat) or _differ(one.code, other.code):
        return False
    return one.whole == other.whole or (one.street == other.street and _are_one_town(one.towns, other.towns))


def are_two_homes(one: str, other: str) -> bool:
    """Of two addresses in one place: whether they name different homes in it; where one names none, it may be the same.

    Lines that cannot be read as a house are told apart by their numbers.

    >>> are_two_homes("Flat B, 14 Quay Row", "Flat C, 14 Quay Row"), are_two_homes("14 Quay Row", "Flat C, 14 Quay Row")
    (True, False)
    """
    a, b = house_of(one), house_of(other)
    if a is not None and b is not None:
        return a.number != b.number or _differ(a.flat, b.flat)
    some, others = ({word for word in folded_tokens(lines) if word[0].isdigit()} for lines in (one, other))
    return not (some <= others or others <= some)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _are_one_town(some: Words, others: Words) -> bool:
    """Where one says more, the other has to say nothing else: a county that both name is no town in common."""
    return set(some) <= set(others) or set(others) <= set(some)


def house_of(lines: str) -> House | None:
    """None where no number of a house in a street can be read."""
    text = RANGE.sub(r"\1to\2", folded(lines))
    code = next(iter(POSTCODE.findall(text)), "")
    flat, parts = _without_flat([folded_tokens(part) for part in LINE_ENDS.split(POSTCODE.sub(" ", text))])
    parts = list(_joined(parts))
    place = next((at for at, part in enumerate(parts) if part[0][0].isdigit() and len(part) > 1), None)
    if place is None:
        return _named_by_its_flat(flat, parts, code)
    numbers, street = _numbers(parts[place])
    if len("".join(street)) < SHORTEST_STREET or len(numbers) > (1 if flat else 2):
        return None
    return House(
        number=numbers[-1],
        street=_street(street),
        towns=tuple("".join(part) for part in parts[place + 1 :]),
        flat=flat or "".join(numbers[:-1]),
        code="".join(code.split()),
    )


def _named_by_its_flat(flat: str, parts: Sequence[Words], code: str) -> House | None:
    """ "Flat 3, Saltings Court" is "3 Saltings Court"."""
    if not (flat and flat[0].isdigit() and parts):
        return None
    towns = tuple("".join(part) for part in parts[1:])
    return House(number=flat, street=_street(parts[0]), towns=towns, code="".join(code.split()))


def _without_flat(parts: Iterable[Words]) -> tuple[str, list[Words]]:
    """What names a home within the house, and the rest."""
    flats, rest, words = [], [], _words()
    for part in parts:
        flat, left = _flat_in(part, words)
        while flat:
            flats.append(flat)
            flat, left = _flat_in(left, words)
        if left:
            rest.append(left)
    return " ".join(flats), rest


def _flat_in(part: Words, words: AddressWords) -> tuple[str, Words]:
    if not words.within & set(part):
        return "", part
    if all(word in words.within or word in words.floors for word in part):
        return "".join(words.floors[word] for word in part if word in words.floors), ()
    at = next(place for place, word in enumerate(part) if word in words.within)
    if at + 1 < len(part) and _is_mark(part[at + 1]) and all(word in words.floors for word in part[:at]):
        return part[at + 1].lstrip("0") or "0", part[at + 2 :]
    return "", part


def _is_mark(word: str) -> bool:
    """The number or the letter of a home: "2", "2b", "c"."""
    return word[0].isdigit() or len(word) == 1


def _joined(parts: Iterable[Words]) -> Iterator[Words]:
    """Without "No", and with a number that stands on a line of its own put before the next line."""
    before: Words = ()
    for part in parts:
        words = (*before, *(part[1:] if part[0] in _words().number and len(part) > 1 else part))
        before = words if all(word[0].isdigit() for word in words) else ()
        if not before:
            yield words


def _numbers(part: Words) -> tuple[list[str], Words]:
    """The numbers with which a line begins, a letter that stands apart put to its number, and the street."""
    count = next((at for at, word in enumerate(part) if not word[0].isdigit()), len(part))
    numbers, street = [word.lstrip("0") or "0" for word in part[:count]], part[count:]
    if len(street) > 1 and len(street[0]) == 1:
        numbers[-1], street = numbers[-1] + street[0], street[1:]
    return numbers, street


def _street(words: Words) -> str:
    known = _words()
    first = known.saint if words[0] == "st" and len(words) > 1 else known.street.get(words[0], words[0])
    return "".join((first, *(known.street.get(word, word) for word in words[1:])))
