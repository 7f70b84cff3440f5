"""Whom a record is about, by its kind and ref: asked by access before somebody seals a single record."""

from collections.abc import Callable, Collection, Mapping

from django.db.models import Q, QuerySet

from kith.apps.people.models import (
    Account,
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
from kith.apps.records.base import prepared


def subjects_of_record(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    find = PEOPLE_OF.get(kind)
    people = Person.objects.filter(find(ref)) if find else Person.objects.none()
    return frozenset(people.values_list("subject__ref", flat=True))


def home_records(refs: Collection[str]) -> dict[str, set[str]]:
    """By the ref of a home, or of somebody's stay in it: the refs of the home and of its addresses."""
    homes = dict(_homes_of_stays(refs=refs)) | {ref: ref for ref in _homes_called(refs=refs)}
    found = {ref: {home} for ref, home in homes.items()}
    for home, address in _addresses_of_homes(refs=set(homes.values())):
        for ref in (ref for ref in homes if homes[ref] == home):
            found[ref].add(address)
    return found


@prepared
def _homes_of_stays(*, refs: Collection[str]) -> QuerySet[HouseholdMember, tuple[str, str]]:
    return HouseholdMember.objects.filter(ref__in=refs).values_list("ref", "household__ref")


@prepared
def _homes_called(*, refs: Collection[str]) -> QuerySet[Household, str]:
    return Household.objects.filter(ref__in=refs).values_list("ref", flat=True)


@prepared
def _addresses_of_homes(*, refs: Collection[str]) -> QuerySet[Address, tuple[str, str]]:
    return Address.objects.filter(household__ref__in=refs).values_list("household__ref", "ref")


def _of_one(model: type[PersonName | Language | Identifier | HouseholdMember]) -> Callable[[str], Q]:
    return lambda ref: Q(pk__in=model.objects.filter(ref=ref).values("person_id"))


def _living_in(homes: Q) -> Q:
    members = HouseholdMember.objects.filter(household__in=Household.objects.filter(homes).values("pk"))
    return Q(pk__in=members.values("person_id"))


def _at(ref: str) -> Q:
    """An address is somebody's own, or of everybody who lives in a home."""
    rows = Address.objects.filter(ref=ref)
    return Q(pk__in=rows.values("person_id")) | _living_in(Q(pk__in=rows.values("household_id")))


def _tied_by(ref: str) -> Q:
    rows = Tie.objects.filter(ref=ref)
    return Q(pk__in=rows.values("a_id")) | Q(pk__in=rows.values("b_id"))


def _told_of(ref: str) -> Q:
    rows = Account.objects.filter(ref=ref)
    return Q(pk__in=rows.values("tie__a_id")) | Q(pk__in=rows.values("tie__b_id"))


def _responsible(ref: str) -> Q:
    rows = ParentalResponsibility.objects.filter(ref=ref)
    return Q(pk__in=rows.values("child_id")) | Q(pk__in=rows.values("holder_id"))


PEOPLE_OF: Mapping[str, Callable[[str], Q]] = {
    "name": _of_one(PersonName),
    "language": _of_one(Language),
    "number": _of_one(Identifier),
    "stay": _of_one(HouseholdMember),
    "address": _at,
    "household": lambda ref: _living_in(Q(ref=ref)),
    "tie": _tied_by,
    "account": _told_of,
    "responsibility": _responsible,
}


def homes_of(person_keys: Collection[int]) -> tuple[str, ...]:
    """Refs of the homes in which people live or lived, and of their addresses."""
    homes = list(HouseholdMember.objects.filter(person_id__in=list(person_keys)).values_list("household_id", flat=True))
    named = Household.objects.filter(pk__in=homes).values_list("ref", flat=True)
    return (*named, *Address.objects.filter(household_id__in=homes).values_list("ref", flat=True))
