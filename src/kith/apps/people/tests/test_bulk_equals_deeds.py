"""A town loaded in bulk is the town that deeds would have made: the same rows, but for keys, refs and versions."""

from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from kith.apps.access.models import Circle
from kith.apps.people.kinds import kinds_in
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
from kith.apps.people.services import FamilyRecord, load_families
from kith.apps.search.models import Token
from kith.engines.drawing.network import ChildLink
from kith.testing import by_deeds
from kith.testing.factories import (
    NOW,
    OPERATOR,
    TODAY,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from kith.testing.filling import agency_records, family_record, worker_records
from kith.testing.town import families, plan_town

pytestmark = pytest.mark.django_db
FAMILIES = 5
KEYS_AND_TIMES = {"id", "ref", "version", "subject", "batch", "told_by_subject", "person", "household"}
PEOPLE = {"a", "b", "holder", "child", "view_of", "told_by_person"}
Dump = dict[str, list[str]]


def facts(row: Any, labels: dict[int, str], **more: object) -> str:
    """Everything a row says: people by what is known of them, dates by their codes, no keys."""
    said = dict(more)
    for field in row._meta.fields:
        value = getattr(row, field.attname)
        if field.name in PEOPLE:
            said[field.name] = labels.get(value, "")
        elif field.name == "organisation":
            said[field.name] = row.organisation.name if row.organisation else ""
        elif field.name not in KEYS_AND_TIMES:
            said[field.name] = getattr(value, "code", value)
    return repr(sorted(said.items(), key=lambda item: item[0]))


def grouped(model: Any, key: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in model.objects.order_by("pk"):
        found[getattr(row, key)].append(facts(row, {}))
    return found


def people() -> dict[int, str]:
    """What is known of each person, by their key."""
    names, homes = grouped(PersonName, "person_id"), grouped(Address, "person_id")
    languages, numbers = grouped(Language, "person_id"), grouped(Identifier, "person_id")
    tokens: dict[int, list[str]] = defaultdict(list)
    for token in Token.objects.all():
        tokens[token.subject].append(token.kind + token.token)
    return {
        row.pk: facts(
            row,
            {},
            parts=[names[row.pk], homes[row.pk], languages[row.pk], numbers[row.pk]],
            tokens=sorted(tokens[row.subject_id]),
            case=(row.subject.has_case, row.subject.sensitivity),
        )
        for row in Person.objects.select_related("subject")
    }


def dump():
    """The whole of what is stored of families, in an order that does not depend on keys."""
    labels = people()
    by_subject = {row.subject_id: labels[row.pk] for row in Person.objects.all()}
    tellers = Person.objects.exclude(told_by_subject=None)
    stays, where = defaultdict(list), grouped(Address, "household_id")
    for stay in HouseholdMember.objects.all():
        stays[stay.household_id].append(facts(stay, labels, who=labels[stay.person_id]))
    found = {
        "people": list(labels.values()),
        "circles": [f"{by_subject[c.centre_id]} > {by_subject[c.member_id]}" for c in Circle.objects.all()],
        "born together": [facts(tie, labels) for tie in Tie.objects.filter(kind__in=kinds_in("twin"))],
        "told by": [f"{labels[row.pk]} < {by_subject[row.told_by_subject_id]}" for row in tellers],
        "ties": [facts(tie, labels) for tie in Tie.objects.all()],
        "homes": [facts(h, {}, who=sorted(stays[h.pk]), at=where[h.pk]) for h in Household.objects.all()],
        "responsibilities": [facts(row, labels) for row in ParentalResponsibility.objects.all()],
    }
    return {what: sorted(rows) for what, rows in found.items()}


def family_with_twins() -> FamilyRecord:
    """The first families of the town have none."""
    bond = couple("ann", "bob")
    twins = tuple(ChildLink(child=name, twin="t", identical=True) for name in ("cy", "di"))
    return family(child("cy"), child("di"), person("ann"), person("bob"), unions=[replace(bond, children=twins)])


def both_ways(change=lambda records: records) -> tuple[Dump, Dump]:
    """The first families of the town, loaded and then (with a change, to see it noticed) by deeds."""
    dumps = []
    for way in ("load", "deeds"):
        with rolled_back():
            town = plan_town(7, today=TODAY, children=30)
            made = partnership(
                agencies=[*agency_records(town), agency("council")],
                workers=[*worker_records(town, {}), worker("zed", clearance=3)],
            )
            zed = made.actor("zed")
            records = [family_record(plan, made.loaded) for plan in islice(families(town, children=30), FAMILIES)]
            records.append(family_with_twins())
            if way == "load":
                list(load_families(records, by=OPERATOR, now=NOW, organisation_id=zed.agency_id))
            else:
                by_deeds.add_families(change(records), by=zed, now=NOW)
            dumps.append(dump())
    return dumps[0], dumps[1]


def test_loading_and_doing_store_the_same():
    loaded, done = both_ways()
    assert all(loaded.values()), "there is something of everything"
    for what in loaded:
        assert loaded[what] == done[what], what


def test_one_missing_family_is_noticed():
    loaded, done = both_ways(lambda records: records[1:])
    assert all(loaded[what] != done[what] for what in ("people", "ties", "homes"))
