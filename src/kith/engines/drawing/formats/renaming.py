"""Other ids for the people and unions of a network, where a format cannot write the ones they have."""

from collections.abc import Mapping
from dataclasses import replace

from kith.engines.drawing.network import Household, Network, Relation, Union

Ids = Mapping[str, str]


def renamed(network: Network, *, people: Ids, unions: Ids) -> Network:
    """The same network under other ids; an id without another one stays.

    >>> from kith.engines.drawing.network import Person
    >>> renamed(Network(about="a", persons=(Person(id="a"),)), people={"a": "I1"}, unions={}).about
    'I1'
    """
    owners = {**unions, **people}
    return replace(
        network,
        about=people.get(network.about, network.about),
        persons=tuple(replace(person, id=people.get(person.id, person.id)) for person in network.persons),
        unions=tuple(_union(union, people, unions) for union in network.unions),
        households=tuple(_household(household, people) for household in network.households),
        relations=tuple(_relation(relation, people) for relation in network.relations),
        kept=tuple(replace(kept, owner=owners.get(kept.owner, kept.owner)) for kept in network.kept),
    )


def _union(union: Union, people: Ids, unions: Ids) -> Union:
    return replace(
        union,
        id=unions.get(union.id, union.id),
        partners=tuple(people.get(partner, partner) for partner in union.partners),
        children=tuple(replace(link, child=people.get(link.child, link.child)) for link in union.children),
    )


def _household(household: Household, people: Ids) -> Household:
    members = tuple(replace(member, person=people.get(member.person, member.person)) for member in household.members)
    return replace(household, members=members)


def _relation(relation: Relation, people: Ids) -> Relation:
    return replace(relation, a=people.get(relation.a, relation.a), b=people.get(relation.b, relation.b))
