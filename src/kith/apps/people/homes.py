"""Homes as one viewer may see them: who stays there, where they are, and what they are called."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from kith.apps.people.models import Address, Household, HouseholdMember
from kith.apps.people.sight import People, Sight

NO_NAME = "A home"


@dataclass(frozen=True, slots=True)
class Home:
    """One home, the stays in it that may be seen, and its newest standing address, if that may be."""

    row: Household
    name: str
    stays: tuple[HouseholdMember, ...]
    address: Address | None


def homes_of_people(sight: Sight, people: People, *, standing: bool = True) -> list[Home]:
    """The homes in which these people stay; those who stay there unseen are not among the stays."""
    stays: dict[int, list[HouseholdMember]] = defaultdict(list)
    seen = sight.among("household", people)
    for stay in (sight.standing if standing else sight.of)(HouseholdMember, people):
        if stay.person_id in seen:
            stays[stay.household_id].append(stay)
    rows = sight.found(Household, pk__in=list(stays)) if stays else []
    telling = sight.among("address", people)
    located = [row.pk for row in rows if any(stay.person_id in telling for stay in stays[row.pk])]
    addresses = _addresses(sight, located)
    return [
        Home(row, sight.says(row.name, of=row.ref, part="name") or NO_NAME, tuple(stays[row.pk]), addresses.get(row.pk))
        for row in rows
    ]


def _addresses(sight: Sight, household_ids: Collection[int]) -> dict[int, Address]:
    """The standing address of each home, the newest where there are several."""
    if not household_ids:
        return {}
    rows = sight.found(Address, household_id__in=household_ids, withdrawn_at=None, until="")
    return {row.household_id: row for row in rows if row.household_id and not sight.says_again(row)}


def postcodes_of_homes(sight: Sight, people: People) -> dict[int, list[str]]:
    """By person: the postcodes of the homes where they stand on record, by which they are found."""
    found: dict[int, list[str]] = {key: [] for key in people}
    stays = sight.standing(HouseholdMember, people)
    telling = sight.among("address", people) & sight.among("household", people)
    codes: dict[int, list[str]] = defaultdict(list)
    if stays:
        homes = [home.pk for home in sight.found(Household, pk__in={stay.household_id for stay in stays})]
        for at in sight.found(Address, household_id__in=homes, withdrawn_at=None):
            if at.household_id and not sight.says_again(at):
                codes[at.household_id].append(at.postcode)
    for stay in stays:
        if stay.person_id in telling:
            found[stay.person_id].extend(codes[stay.household_id])
    return found
