"""Numbers, addresses and names belong to nobody real."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kith.kernel.identifiers import nhs_number, upn
from kith.testing.town import FamilyPlan, TownPlan
from kith.testing.town.cultures import cultures
from kith.testing.town.naming import taken_names
from kith.testing.town.numbers import LOCAL_AUTHORITY, desk_phone, mobile_phone

County = tuple[FamilyPlan, ...]
SOURCES = Path(__file__).parents[5].parent / "shared" / "sources"


def identifiers(county: County, kind: str) -> list[str]:
    return [
        number.value
        for family in county
        for person in family.network.persons
        for number in person.identifiers
        if number.kind == kind
    ]


def test_telephones_are_from_the_drama_ranges(town: TownPlan) -> None:
    phones = [team.phone for agency in town.agencies for team in agency.teams]
    phones += [desk_phone(number) for number in (0, 999, 12_345)]
    assert all(re.fullmatch(r"01632 960\d{3}", phone) for phone in phones)
    assert all(re.fullmatch(r"07700 900\d{3}", mobile_phone(number)) for number in (0, 999, 12_345))


def test_mail_addresses_are_in_the_reserved_domain_and_unique(town: TownPlan) -> None:
    mails = [worker.email for worker in town.workers]
    assert all(re.fullmatch(r"[a-z0-9.-]+@eastmarch\.example", mail) for mail in mails)
    assert len(set(mails)) == len(mails)


def test_postcodes_are_in_an_area_that_does_not_exist(county: County) -> None:
    shape = re.compile(r"EM\d{1,2} \d[ABD-HJLNP-UW-Z]{2}")
    for family in county:
        addresses = [address for person in family.network.persons for address in person.addresses]
        addresses += [home.address for home in family.network.households if home.address]
        assert all(shape.fullmatch(address.postcode) for address in addresses), family.key


def test_nhs_numbers_are_from_the_test_range_valid_and_unique(county: County) -> None:
    values = identifiers(county, "nhs_number")
    assert len(values) > 2000
    assert all(nhs_number(value) == value and value.startswith("999") for value in values)
    assert [value for value, count in Counter(values).items() if count > 1] == []


def test_pupil_numbers_are_valid_unique_and_of_an_invented_authority(county: County) -> None:
    values = identifiers(county, "upn")
    assert all(upn(value) == value and value[1:4] == LOCAL_AUTHORITY for value in values)
    assert len(set(values)) == len(values) > 900


def full_names(town: TownPlan, county: County) -> set[str]:
    names = {f"{worker.given} {worker.family}" for worker in town.workers}
    return names | {name.text for family in county for person in family.network.persons for name in person.names}


def test_nobody_bears_the_whole_name_of_somebody_widely_known(town: TownPlan, county: County) -> None:
    assert not full_names(town, county) & taken_names()


def test_nobody_bears_a_name_from_the_partnership_documents(town: TownPlan, county: County) -> None:
    if not SOURCES.is_dir():
        pytest.skip("The partnership documents are not beside this checkout, so names cannot be compared.")
    text = " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(SOURCES.glob("*.txt"))).casefold()
    whole = {name for name in full_names(town, county) if " " in name}
    assert [name for name in sorted(whole) if name.casefold() in text] == []


def test_no_family_name_of_our_lists_stands_in_the_documents() -> None:
    if not SOURCES.is_dir():
        pytest.skip("The partnership documents are not beside this checkout, so names cannot be compared.")
    words = set(re.findall(r"\w[\w'’-]+", " ".join(path.read_text("utf-8") for path in SOURCES.glob("*.txt"))))
    assert not {name for culture in cultures().values() for name in culture.families} & words


def test_no_telephone_or_address_of_the_documents_is_used(town: TownPlan) -> None:
    if not SOURCES.is_dir():
        pytest.skip("The partnership documents are not beside this checkout, so contacts cannot be compared.")
    text = " ".join(path.read_text("utf-8") for path in SOURCES.glob("*.txt"))
    phones = {team.phone.replace(" ", "") for agency in town.agencies for team in agency.teams}
    assert not [phone for phone in phones if phone in text.replace(" ", "")]
    assert not [worker.email for worker in town.workers if worker.email in text]
