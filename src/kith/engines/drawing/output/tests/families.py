"""Invented families that the tests of pictures and sentences share."""

from datetime import date

from kith.engines.drawing.network import (
    Account,
    ChildLink,
    Household,
    Membership,
    Name,
    Network,
    Person,
    Status,
    Union,
)
from kith.kernel.partial_dates import PartialDate

TODAY = date(2026, 11, 24)

KIN = {
    "safiya": "Mum",
    "kwabena": "Dad",
    "hana": "sister",
    "eli": "half-brother",
    "baz": "Eli's dad",
    "emine": "Mum’s mother",
    "yusuf": "Mum’s father",
}


def person(name: str, birth: str = "", *, gender: str = "", **told: object) -> Person:
    """Somebody whose id is the first name in small letters."""
    first = name.split()[0]
    return Person(
        id=first.lower(),
        names=(Name(text=name, given=first),),
        birth=PartialDate(birth) if birth else None,
        gender=gender,
        **told,  # type: ignore[arg-type]
    )


def noor_family() -> Network:
    """Three generations around one child: a death, a separation, a half-brother, somebody we are not sure of."""
    told = Account(told_by="safiya", told_on=PartialDate("2026-10"))
    baz = Person(id="baz", names=(Name(text="Baz", kind="known_as"),), gender="man", provisional=True, account=told)
    return Network(
        name="Noor",
        about="noor",
        persons=(
            person("Yusuf Demir", "1952-03-01", gender="man", death=PartialDate("2018-09-01")),
            person("Emine Demir", "1958-03-02", gender="woman"),
            person("Safiya Wrayburn", "1992-03-02", gender="woman"),
            person("Kwabena Ashdown", "1990-03-02", gender="man"),
            baz,
            person("Hana", "2010-03-02", gender="girl", kind="child"),
            person("Noor", "2015-02-03", gender="girl", kind="child", pronouns="she/her"),
            person("Eli", "2022-03-02", gender="boy", kind="child"),
        ),
        unions=(
            couple("yusuf", "emine", "married", children=(ChildLink(child="safiya"),)),
            couple("baz", "safiya", "casual", "2021", children=(ChildLink(child="eli"),)),
            couple(
                "safiya", "kwabena", "separated", "2019", children=(ChildLink(child="hana"), ChildLink(child="noor"))
            ),
        ),
        households=(
            Household(
                id="h",
                name="14 Quay Row",
                members=tuple(Membership(person=p) for p in ("noor", "safiya", "hana", "eli")),
            ),
        ),
    )


def couple(a: str, b: str, kind: str = "", since: str = "", *, children: tuple[ChildLink, ...] = ()) -> Union:
    """Two partners with one status."""
    status = Status(kind=kind, since=PartialDate(since) if since else None)
    return Union(id=f"{a}-{b}", partners=(a, b), statuses=(status,) if kind else (), children=children)


def chain(length: int) -> Network:
    """A long line of couples, one child each."""
    people = [person for i in range(length) for person in (Person(id=f"a{i}"), Person(id=f"b{i}"))]
    unions = [
        couple(f"a{i}", f"b{i}", "married", children=(ChildLink(child=f"a{i + 1}"),) if i + 1 < length else ())
        for i in range(length)
    ]
    return Network(persons=tuple(people), unions=tuple(unions))
