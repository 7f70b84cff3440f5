"""Persons held for a deed: locked, checked against the version that was shown, saved, and found again by search."""

from collections.abc import Iterable

from kith.apps.people.models import Address, HouseholdMember, Person
from kith.apps.people.reading import record_of
from kith.apps.people.writing import tokens_for
from kith.apps.records.base import require_version
from kith.apps.search.services import index
from kith.kernel.text import sort_key


def held(person_ref: str, expected_version: int | None = None) -> Person:
    """The row, locked; where something that exists changes, the version that the page showed has to be the last."""
    row = Person.objects.select_for_update(of=("self",)).select_related("subject").get(subject__ref=person_ref)
    if expected_version is not None:
        require_version(row, expected_version)
    return row


def save_version(row: Person) -> None:
    """The next version of a person, in its place in lists and under its tokens."""
    record = record_of(row, with_details=True)
    row.sort_key, row.version = sort_key(record.called) if record.names else "", row.version + 1
    row.save()
    index(row.subject_id, tokens_for(record, more_postcodes=home_postcodes(row.pk)))


def reindex(people: Iterable[Person]) -> None:
    for row in people:
        record = record_of(row, with_details=True)
        index(row.subject_id, tokens_for(record, more_postcodes=home_postcodes(row.pk)))


def home_postcodes(person_id: int) -> list[str]:
    """Postcodes of the homes where somebody stands on record: a child is found by where they live."""
    homes = HouseholdMember.objects.filter(person_id=person_id, withdrawn_at=None).values("household_id")
    return list(Address.objects.filter(household_id__in=homes, withdrawn_at=None).values_list("postcode", flat=True))
