"""A family with stand-ins, drawn from a network of its own: who belongs to whom, and nothing of their own words."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from kith.apps.pseudonyms.dates import Days
from kith.apps.pseudonyms.vocabulary import KEPT
from kith.engines.drawing.network import (
    ChildLink,
    Household,
    Membership,
    Name,
    Network,
    Person,
    Relation,
    Status,
    Union,
)
from kith.kernel.partial_dates import PartialDate


def open_network(network: Network, refs: Collection[str]) -> Network:
    """What is left of it with these people alone: no line to anybody else, and no gap."""
    return replace(
        network,
        persons=tuple(one for one in network.persons if one.id in refs),
        unions=tuple(_open_unions(network, refs)),
        households=tuple(_open_homes(network, refs)),
        relations=tuple(one for one in network.relations if {one.a, one.b} <= set(refs)),
    )


def _open_unions(network: Network, refs: Collection[str]) -> Iterator[Union]:
    for union in network.unions:
        partners = tuple(one for one in union.partners if one in refs)
        children = tuple(link for link in union.children if link.child in refs)
        if len(partners) + len(children) > 1:
            yield replace(union, partners=partners, children=children)


def _open_homes(network: Network, refs: Collection[str]) -> Iterator[Household]:
    for home in network.households:
        members = tuple(one for one in home.members if one.person in refs)
        if members:
            yield replace(home, members=members)


def with_stand_ins(
    network: Network, people: Mapping[str, str], homes: Mapping[str, str], days: Days, *, on: dt.date
) -> Network:
    """Whoever has a stand-in, under ids that are nobody's: shapes, days as the set tells them, ties, who is at home."""
    shown = [one for one in network.persons if one.id in people and not one.loss]
    ids = {one.id: f"p{number}" for number, one in enumerate(shown, 1)}
    cut = open_network(network, ids)
    return Network(
        about=ids[network.about],
        persons=tuple(_person(one, ids[one.id], people[one.id], days) for one in shown),
        unions=tuple(_union(one, number, ids, days) for number, one in enumerate(cut.unions, 1)),
        households=tuple(_homes(cut, ids, homes, on)),
        relations=tuple(Relation(a=ids[one.a], b=ids[one.b], kind=one.kind) for one in cut.relations),
    )


def _person(one: Person, new_id: str, word: str, days: Days) -> Person:
    """The sex on record gives the shape; what somebody says of themself in their own words stays behind."""
    return Person(
        id=new_id,
        kind=one.kind,
        sex=one.sex,
        names=(Name(text=word, kind="known_as"),),
        birth=_told(one.birth, days),
        death=_told(one.death, days),
        has_died=one.has_died or one.death is not None,
    )


def _told(date: PartialDate | None, days: Days) -> PartialDate | None:
    """A day of birth or death is never there as it was: where days are left, its year is."""
    if date is None or days.how != KEPT:
        return days.told(date) if date else None
    return PartialDate(f"{date.year}") if date.year else None


def _union(union: Union, number: int, ids: Mapping[str, str], days: Days) -> Union:
    return Union(
        id=f"u{number}",
        partners=tuple(ids[one] for one in union.partners),
        statuses=tuple(
            Status(kind=one.kind, since=_told(one.since, days), until=_told(one.until, days)) for one in union.statuses
        ),
        children=tuple(
            ChildLink(child=ids[one.child], kind=one.kind, twin=f"t{number}" if one.twin else "")
            for one in union.children
        ),
    )


def _homes(network: Network, ids: Mapping[str, str], homes: Mapping[str, str], on: dt.date) -> Iterator[Household]:
    """Who lives together on the day of the copy, under the stand-in of a home that has a name."""
    for number, home in enumerate(network.households, 1):
        members = tuple(Membership(person=ids[one.person], kind=one.kind) for one in home.members if _is_there(one, on))
        if members:
            yield Household(id=f"h{number}", name=homes.get(home.id, ""), members=members)


def _is_there(member: Membership, on: dt.date) -> bool:
    until = member.until.latest if member.until else None
    since = member.since.earliest if member.since else None
    return (until is None or until > on) and (since is None or since <= on)
