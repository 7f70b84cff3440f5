"""Whether two addresses are one place, however each was written. Plain words in, yes or no out; no queries."""

from kith.apps.people.projections import Place
from kith.apps.people.scanning import numbered_lines
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
    codes = {code for place in (one, other) if (code := "".join(folded_tokens(place.postcode)))}
    if len(codes) > 1:
        return False
    has_one_code = bool(one.postcode and other.postcode)
    return _same_line(one, other) or (has_one_code and _same_house(one, other))


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
