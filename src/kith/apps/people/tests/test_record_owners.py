"""Whom a record is about, by its kind and ref: what access asks before a single record is sealed."""

import pytest

from kith.apps.audit.services import reading
from kith.apps.people import models
from kith.apps.people.queries import home_records, sealable_records, subjects_of_record
from kith.apps.people.services import Responsibility
from kith.engines.drawing import network as net
from kith.testing.factories import NOW, Partnership, agency, child, couple, family, partnership, person, worker

pytestmark = pytest.mark.django_db
LANE = net.Address(lines="2 Brook Lane", postcode="EM2 2EM")


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council", "east")], workers=[worker("pru", teams=["east"])])
    number = net.Identifier(kind="nhs", value="9990000018")
    welsh = net.Language(code="cy")
    members = (net.Membership(person="mina"), net.Membership(person="mum"))
    made.add(
        [
            family(
                child("mina", identifiers=(number,), languages=(welsh,)),
                person("mum", addresses=(net.Address(lines="1 Old Road"),)),
                person("dad"),
                unions=[couple("mum", children=["mina"])],
                households=(net.Household(id="home", name="The lane", members=members, address=LANE),),
                responsibilities=[Responsibility(holder="mum", child="mina", how="birth")],
            )
        ]
    )
    made.involve("mina", "pru")
    return made


@pytest.mark.parametrize(
    ("kind", "find", "owners"),
    [
        ("number", lambda: models.Identifier.objects.get(), ("mina",)),
        ("language", lambda: models.Language.objects.get(), ("mina",)),
        ("address", lambda: models.Address.objects.get(lines="1 Old Road"), ("mum",)),
        ("address", lambda: models.Address.objects.get(lines="2 Brook Lane"), ("mina", "mum")),
        ("household", lambda: models.Household.objects.get(), ("mina", "mum")),
        ("stay", lambda: models.HouseholdMember.objects.order_by("pk").first(), ("mina",)),
        ("tie", lambda: models.Tie.objects.get(kind="birth"), ("mina", "mum")),
        ("responsibility", lambda: models.ParentalResponsibility.objects.get(), ("mina", "mum")),
    ],
)
def test_a_record_is_about_those_it_tells_of(town, kind, find, owners):
    assert subjects_of_record(kind, find().ref) == {town.refs[one] for one in owners}


@pytest.mark.parametrize(
    "kind", ["name", "number", "language", "address", "household", "stay", "tie", "account", "gossip", ""]
)
def test_what_is_not_there_is_about_nobody(town, kind):
    assert subjects_of_record(kind, "0" * 26) == frozenset()
    assert subjects_of_record(kind, "") == frozenset()


def test_whatever_is_offered_for_sealing_is_about_the_person(town):
    with reading("test", by=town.actor("pru"), now=NOW):
        for who in ("mina", "mum"):
            offered = sealable_records(town.actor("pru"), town.refs[who], now=NOW)
            assert {"Address of a home", "Name", "Tie"} <= {one.what for one in offered}
            for one in offered:
                assert town.refs[who] in subjects_of_record(one.kind, one.ref), one


def test_a_language_is_offered_by_its_name(town):
    with reading("test", by=town.actor("pru"), now=NOW):
        offered = sealable_records(town.actor("pru"), town.refs["mina"], now=NOW)
    assert [one.says for one in offered if one.kind == "language"] == ["Welsh"]


def test_a_home_and_a_stay_in_it_lead_to_its_address(town):
    home, stay = models.Household.objects.get(), models.HouseholdMember.objects.order_by("pk").first()
    address = models.Address.objects.get(household=home)
    assert home_records([home.ref, stay.ref, "0" * 26]) == {
        home.ref: {home.ref, address.ref},
        stay.ref: {home.ref, address.ref},
    }
