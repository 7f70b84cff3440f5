"""The short facts about a person: dates, how we know them, and the same in words for a screen reader."""

from collections.abc import Iterable
from datetime import date

from kith.engines.drawing.network import Account, ChildLink, Person
from kith.engines.drawing.symbols.ages import age_of
from kith.engines.drawing.symbols.shapes import STILLBIRTH, has_died
from kith.kernel.date_points import MONTHS
from kith.kernel.partial_dates import PartialDate

NAME_NOT_KNOWN = "name not known"
CAME_BY = {"adopted": "adopted", "foster": "fostered"}
LOSSES = {"stillbirth": "stillborn", "miscarriage": "miscarriage", "abortion": "pregnancy ended"}


def name_of(person: Person) -> str:
    """The name as the picture shows it; a name we are not sure of stands in quotation marks."""
    if person.unknown:
        return "Who?"
    called = person.called.strip()
    if person.loss and not person.names:
        return "A baby" if person.loss == STILLBIRTH else LOSSES.get(person.loss, person.loss).capitalize()
    if not called or called == NAME_NOT_KNOWN:
        return NAME_NOT_KNOWN.capitalize()
    return f"“{called.strip('“”')}”" if person.provisional else called


def dates_of(person: Person) -> str:
    """Birth and death in a few words: "born 1992", "1952 to 2018", and for a child only "2015".

    >>> dates_of(Person(id="p", birth=PartialDate("1952-05"), death=PartialDate("2018~")))
    '1952 to about 2018'
    """
    if person.loss:
        return loss_of(person)
    born = year_of(person.birth) if person.birth else ""
    if person.kind == "unborn":
        return f"due {person.birth}" if person.birth else "not born yet"
    if has_died(person):
        return _life(born, year_of(person.death) if person.death else "")
    return born if person.kind == "child" or not born else f"born {born}"


def loss_of(person: Person) -> str:
    """How a pregnancy ended, and when: "stillborn 2016"."""
    told, word = person.death or person.birth, LOSSES.get(person.loss, person.loss)
    is_said = name_of(person) == word.capitalize()
    return " ".join(part for part in ("" if is_said else word, year_of(told) if told else "") if part)


def ways_in(links: Iterable[ChildLink]) -> tuple[str, ...]:
    """How and when somebody came into a family other than by birth: "adopted 2023"."""
    dated = ((CAME_BY[link.kind], link.since) for link in links if link.kind in CAME_BY)
    return tuple(f"{came} {year_of(since)}" for came, since in dated if since is not None)


def year_of(when: PartialDate) -> str:
    """The year alone where it is certain, else the date as it was said."""
    return str(when.year) if when.year is not None else str(when)


def source_of(account: Account, teller: str) -> str:
    """Who told us, and when: "from Mum, Oct 2026".

    >>> source_of(Account(told_on=PartialDate("2026-10-04")), "Mum")
    'from Mum, Oct 2026'
    """
    return ", ".join(part for part in (f"from {teller}" if teller else "", _month_of(account.told_on)) if part)


def described(person: Person, *, on: date | None = None, kin: str = "") -> str:
    """One person in words, for those who hear the picture.

    >>> person = Person(id="Emine Demir", birth=PartialDate("1958-03-02"))
    >>> described(person, on=date(2026, 11, 24), kin="Mum's mother")
    "Emine Demir, 68, Mum's mother, alive"
    """
    parts = (*_state(person, on, kin), "not sure" if person.provisional else "")
    return ", ".join(part for part in parts if part)


def _state(person: Person, on: date | None, kin: str) -> tuple[str, ...]:
    if person.unknown:
        return ("Who? We do not know yet", kin)
    if person.loss:
        return (name_of(person), kin, loss_of(person))
    if has_died(person):
        return (name_of(person), kin, _death(person))
    if person.kind == "unborn":
        return (name_of(person), kin, "not born yet")
    age = age_of(person, on)
    return (name_of(person), str(age or ""), kin, "pet" if person.kind == "pet" else "alive" if age else "")


def _life(born: str, died: str) -> str:
    if born and died:
        return f"{born} to {died}"
    return f"born {born}, died" if born else f"died {died}".strip()


def _death(person: Person) -> str:
    age = age_of(person, None)
    died = f"died {year_of(person.death)}" if person.death else "died"
    return f"{died}, aged {age}" if age else died


def _month_of(when: PartialDate | None) -> str:
    if when is None:
        return ""
    if when.precision in ("day", "month") and when.earliest and not when.approximate:
        return f"{MONTHS[when.earliest.month - 1][:3]} {when.earliest.year}"
    return str(when)
