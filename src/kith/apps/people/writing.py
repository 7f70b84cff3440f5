"""Rows from records: the one way in which people, ties and households are stored, by a deed or by a bulk load.

Everything here runs inside the caller's deed or load; nothing is checked, decided or audited here.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.apps.people.models import (
    Address,
    Household,
    HouseholdMember,
    Identifier,
    Language,
    ParentalResponsibility,
    Person,
    PersonName,
    Tie,
)
from kith.apps.people.unions import TieFact, ties_of
from kith.apps.records.base import Row, insert_all, insert_with_keys
from kith.apps.search.services import index_new, tokens_of
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import sort_key

Keys = Mapping[str, int]  # a family's own ids to keys of persons


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to store under a subject that is already open."""

    record: net.Person
    subject_id: int
    teller_id: int | None = None  # subject of the person who told us, where it is somebody in the network
    home_postcodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Which agency put something on record, and when."""

    organisation_id: int | None
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who holds parental responsibility for whom, and how they came by it."""

    holder: str  # empty where an agency holds it
    child: str
    how: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    told_by: str = ""
    organisation_id: int | None = None


def write_people(people: Sequence[NewPerson]) -> list[int]:
    """Persons with their names, languages, addresses, identifiers and search tokens; their keys in order."""
    keys = insert_with_keys(Person, map(_person_row, people))
    pairs = [(key, new.record) for key, new in zip(keys, people, strict=True)]
    insert_all(PersonName, (name_row(name, key) for key, person in pairs for name in person.names))
    insert_all(Language, (language_row(said, key) for key, person in pairs for said in person.languages))
    insert_all(Address, (address_row(home, person_id=key) for key, person in pairs for home in person.addresses))
    insert_all(Identifier, (_identifier_row(number, key) for key, person in pairs for number in person.identifiers))
    index_new((new.subject_id, tokens_for(new.record, more_postcodes=new.home_postcodes)) for new in people)
    return keys


def postcodes_of_homes(network: net.Network) -> dict[str, tuple[str, ...]]:
    """By person's id: whoever lives in a home is found by its postcode."""
    found: dict[str, tuple[str, ...]] = {}
    for home in network.households:
        if home.address:
            for member in home.members:
                found[member.person] = (*found.get(member.person, ()), home.address.postcode)
    return found


def tokens_for(person: net.Person, *, more_postcodes: Iterable[str] = ()) -> set[tuple[str, str]]:
    """Names, year of birth and postcodes: their own, and those of homes where the caller knows them."""
    year = person.birth.year if person.birth else None
    postcodes = [*(address.postcode for address in person.addresses), *more_postcodes]
    return tokens_of((n.text for n in person.names), year=year, postcodes=postcodes)


def _person_row(new: NewPerson) -> Row:
    p, account = new.record, new.record.account or net.Account()
    return {
        "subject_id": new.subject_id,
        "kind": p.kind,
        "sort_key": sort_key(p.called) if p.names else "",
        "provisional": p.provisional,
        "unknown": p.unknown,
        "sex": p.sex,
        "gender": p.gender,
        "pronouns": p.pronouns,
        "birth": p.birth,
        "death": p.death,
        "has_died": p.has_died or p.death is not None,
        "loss": p.loss,
        "ethnicity": p.ethnicity,
        "note": p.fact,
        "told_by": "" if new.teller_id else account.told_by,
        "told_by_subject_id": new.teller_id,
        "told_on": account.told_on,
        "certainty": account.certainty,
    }


def name_row(name: net.Name, person_id: int) -> Row:
    return {
        "person_id": person_id,
        "kind": name.kind,
        "text": name.text,
        "given": name.given,
        "family": name.family,
        "since": name.since,
        "until": name.until,
    }


def language_row(language: net.Language, person_id: int) -> Row:
    return {"person_id": person_id, "code": language.code, "needs_interpreter": language.needs_interpreter}


def _identifier_row(number: net.Identifier, person_id: int) -> Row:
    return {"person_id": person_id, "kind": number.kind, "value": number.value, "issuer": number.issuer}


def address_row(address: net.Address, *, person_id: int | None = None, household_id: int | None = None) -> Row:
    return {
        "person_id": person_id,
        "household_id": household_id,
        "lines": address.lines,
        "postcode": address.postcode,
        "since": address.since,
        "until": address.until,
    }


def ties_told_in(network: net.Network) -> list[TieFact]:
    """Each tie once, as it was told first: two couples that claim one child both tell of the parent they share.

    A deed would refuse the second telling. The same tie in somebody else's view is a tie of its own.
    """
    first: dict[tuple[object, ...], TieFact] = {}
    for tie in ties_of(network):
        view_of = tie.account.view_of if tie.account else ""
        first.setdefault((tie.kind, tie.a, tie.b, tie.since, view_of), tie)
    return list(first.values())


def write_ties(families: Iterable[tuple[Iterable[TieFact], Keys]], source: Source) -> None:
    insert_all(Tie, (tie_row(tie, keys, source) for ties, keys in families for tie in ties))


def tie_row(tie: TieFact, keys: Keys, source: Source) -> Row:
    account = tie.account or net.Account()
    return {
        "kind": tie.kind,
        "a_id": keys[tie.a],
        "b_id": keys[tie.b],
        "since": tie.since,
        "until": tie.until,
        "certainty": account.certainty,
        "view_of_id": keys.get(account.view_of),
        "told_by": "" if account.told_by in keys else account.told_by,
        "told_by_person_id": keys.get(account.told_by),
        "told_on": account.told_on,
        "words": account.words,
        "organisation_id": source.organisation_id,
        "recorded_at": source.at,
    }


def write_households(families: Iterable[tuple[Sequence[net.Household], Keys]]) -> list[int]:
    """Homes with those who live there and where they are; their keys in order."""
    homes = [(home, people) for households, people in families for home in households]
    keys = insert_with_keys(Household, ({"name": home.name} for home, _ in homes))
    found = list(zip(keys, homes, strict=True))
    insert_all(HouseholdMember, (member_row(key, m, people) for key, (home, people) in found for m in home.members))
    insert_all(Address, (address_row(home.address, household_id=key) for key, (home, _) in found if home.address))
    return keys


def member_row(household_id: int, member: net.Membership, keys: Keys) -> Row:
    return {
        "household_id": household_id,
        "person_id": keys[member.person],
        "kind": member.kind,
        "since": member.since,
        "until": member.until,
    }


def write_responsibilities(families: Iterable[tuple[Iterable[Responsibility], Keys]]) -> None:
    insert_all(ParentalResponsibility, (responsibility_row(fact, keys) for facts, keys in families for fact in facts))


def responsibility_row(fact: Responsibility, keys: Keys) -> Row:
    return {
        "holder_id": keys[fact.holder] if fact.holder else None,
        "organisation_id": fact.organisation_id,
        "child_id": keys[fact.child],
        "how": fact.how,
        "since": fact.since,
        "until": fact.until,
        "told_by": fact.told_by,
    }
