"""How old somebody is, or was, as far as it can be known."""

from datetime import date

from kith.engines.drawing.network import Person
from kith.engines.drawing.symbols.shapes import has_died
from kith.kernel.partial_dates import Age

OLDEST = 110  # beyond this we do not take a missing date of death for a life
WIDEST = 6  # years between the bounds beyond which "about" says nothing


def age_of(person: Person, on: date | None) -> Age | None:
    """Age at death, or on a day; None where it is not known, or so high that a death must be missing."""
    age = _at_death(person) if has_died(person) else _alive(person, on)
    if age is None or age.at_least is None or age.at_most is None:
        return None
    return age if age.at_least <= age.at_most and age.at_most - age.at_least <= WIDEST else None


def short_age(age: Age | None) -> str:
    """The age as it stands inside a symbol: "11", or "~11" where it is not exact.

    >>> short_age(Age(11, 11)), short_age(Age(10, 11)), short_age(None)
    ('11', '~11', '')
    """
    if age is None or age.at_least is None or age.at_most is None:
        return ""
    if age.at_least == age.at_most:
        return str(age.at_least)
    return f"~{(age.at_least + age.at_most + 1) // 2}"


def _alive(person: Person, on: date | None) -> Age | None:
    if on is None or person.birth is None or person.kind == "unborn":
        return None
    age = person.birth.age_on(on)
    return age if age.at_least is not None and age.at_least <= OLDEST else None


def _at_death(person: Person) -> Age | None:
    birth, death = person.birth, person.death
    if birth is None or death is None or death.earliest is None or death.latest is None:
        return None
    at_least, at_most = birth.age_on(death.earliest).at_least, birth.age_on(death.latest).at_most
    return Age(0 if at_least is None else at_least, at_most, birth.approximate or death.approximate)
