"""Whether two addresses are one place, however each was written. Plain words in, yes or no out; no queries."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace

from kith.apps.people.cards import is_over
from kith.apps.people.houses import house_of, is_same_house
from kith.apps.people.projections import Living, Place
from kith.apps.people.scanning import numbered_lines
from kith.engines.drawing import network as net
from kith.kernel.text import folded_tokens


def is_same_place(one: Place, other: Place) -> bool:
    """One home on record, or one house: flats in it count as the same, because a warning too many does no harm.

    >>> is_same_place(Place(lines="Flat 2, 14 Quay Row", postcode="EM1 8DW"), Place(lines="14 quay row", postcode=""))
    True
    >>> is_same_place(Place(lines="14 Quay Row", postcode="EM1 8DW"), Place(lines="14 Quay Row", postcode="EM2 2EM"))
    False
    """
    if one.home_ref and one.home_ref == other.home_ref:
        return True
    codes = {code_of(one), code_of(other)} - {""}
    if len(codes) > 1:
        return False
    has_one_code = bool(one.postcode and other.postcode)
    if _same_line(one, other) or is_same_house(one.lines, other.lines):
        return True
    return has_one_code and _same_house(one, other)


def is_same_home(one: Place, other: Place) -> bool:
    """The same with one postcode; without one on either side another flat, town or postcode is another home.

    For what Kith looks for in the whole county, where the same words are written of many places.

    >>> is_same_home(Place(lines="14 Quay St, Heronsea"), Place(lines="14 quay street", postcode="EM1 8DW"))
    True
    >>> is_same_home(Place(lines="Flat 1, 14 Quay Row"), Place(lines="Flat 2, 14 Quay Row", postcode="EM1 8DW"))
    False
    """
    if one.postcode and other.postcode:
        return is_same_place(one, other)
    codes = {code_of(place) or _code_in(place.lines) for place in (one, other)} - {""}
    return len(codes) < 2 and is_same_house(one.lines, other.lines)


def _code_in(lines: str) -> str:
    house = house_of(lines)
    return house.code if house else ""


def code_of(place: Place) -> str:
    """A postcode however it was written; empty where none is known."""
    return "".join(folded_tokens(place.postcode))


def _same_line(one: Place, other: Place) -> bool:
    """A line with a number and a street: "14quayrow"."""
    return bool({line for line, _ in numbered_lines(one.lines)} & {line for line, _ in numbered_lines(other.lines)})


def _same_house(one: Place, other: Place) -> bool:
    """With one postcode: a number in common, or where neither has any, the name of the house."""
    words, others = folded_tokens(one.lines), folded_tokens(other.lines)
    numbers, other_numbers = ({word for word in said if word[0].isdigit()} for said in (words, others))
    if numbers or other_numbers:
        return bool(numbers & other_numbers)
    return bool(words) and words[:1] == others[:1]


def living_in(network: net.Network, on: dt.date) -> list[Living]:
    """Whoever a family on paper says lives somewhere on a day, and where; whom it says nothing of is left out."""
    places: dict[str, list[Place]] = defaultdict(list)
    for person in network.persons:
        places[person.id] += [_told(home) for home in person.addresses if not is_over(home.until, on)]
    for home in network.households:
        place = _told(home.address, home.name) if home.address else Place(says=home.name)
        for stay in home.members:
            if not is_over(stay.until, on):
                places[stay.person].append(replace(place, home_ref=f"told {home.id}"))
    return [Living(person=one, places=tuple(places[one.id])) for one in network.persons if places[one.id]]


def _told(at: net.Address, name: str = "") -> Place:
    """As a file may have written it, over several lines."""
    lines = " ".join(at.lines.split())
    return Place(
        lines=lines, postcode=at.postcode, says=", ".join(part for part in (lines, at.postcode) if part) or name
    )
