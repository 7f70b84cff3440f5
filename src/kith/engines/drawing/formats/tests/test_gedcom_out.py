"""What is written as GEDCOM comes back, is valid, and what other programs will miss is said."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import gedcom7
import pytest
from hypothesis import HealthCheck, given, settings

from kith.engines.drawing.formats import read
from kith.engines.drawing.formats.gedcom_out import write_gedcom
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_own_tags import ADDRESS, own_tags
from kith.engines.drawing.formats.tests.networks import networks
from kith.engines.drawing.formats.tests.samples import CHECKOUT, DATA, gedcom, person, shared
from kith.engines.drawing.formats.writing import CannotWriteFamily
from kith.engines.drawing.network import (
    Account,
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

ANN = Person(id="I1", names=(Name(text="Ann Example", given="Ann", family="Example"),), sex="F")
BOB = Person(id="I2", names=(Name(text="Bob Example", given="Bob", family="Example"),), sex="M")


def writable(value: Any) -> Any:
    """The same records with every text as GEDCOM can hold it; an empty contradiction is none."""
    if isinstance(value, str):
        return Pen(is_newest=True).line("X", value).exact_text
    if isinstance(value, tuple):
        return tuple(item for item in map(writable, value) if item != "")
    if is_dataclass(value) and not isinstance(value, (type, PartialDate)):
        return replace(value, **{field.name: writable(getattr(value, field.name)) for field in fields(value)})
    return value


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(networks().filter(lambda network: network.persons))
@pytest.mark.parametrize("is_newest", [True, False])
def test_an_equal_network_comes_back(is_newest: bool, network: Network) -> None:
    written = write_gedcom(network, is_newest=is_newest)
    reading = read(written.data, name="other name")
    told = replace(reading.network, notes=tuple(filter(None, reading.network.notes)))
    assert told == writable(network)
    assert reading.format == ("GEDCOM 7.0" if is_newest else "GEDCOM 5.5.1")
    assert all(loss.endswith(".") for loss in written.losses)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(networks().filter(lambda network: network.persons))
def test_another_reader_finds_nothing_wrong_with_our_gedcom_7(network: Network) -> None:
    data = write_gedcom(network, is_newest=True).data
    assert gedcom7.validate(gedcom7.loads(data.decode())) == []


@pytest.mark.parametrize("is_newest", [True, False])
@pytest.mark.parametrize("name", ["simpsons.ged", "kennedy.ged", "tudor.ged", "maximal70.ged"])
def test_real_files_come_back(name: str, is_newest: bool) -> None:
    network = read(shared("gedcom", name).read_bytes(), name=name).network
    assert read(write_gedcom(network, is_newest=is_newest).data, name="x").network == network


def test_a_plain_family_needs_no_tags_of_ours_on_its_people() -> None:
    union = Union(
        id="F1",
        partners=("I1", "I2"),
        statuses=(Status(kind="married", since=PartialDate("1990-05")),),
    )
    ann = replace(ANN, birth=PartialDate("../1960"), death=PartialDate("2014/2016"), has_died=True)
    written = write_gedcom(Network(persons=(ann, BOB), unions=(union,)), is_newest=False)
    assert written.losses == ()
    people = written.data.decode().partition("0 @I1@")[2].partition("0 @NET1@")[0]
    assert people.splitlines() == [
        *(" INDI", "1 NAME Ann /Example/", "1 SEX F", "1 BIRT", "2 DATE BEF 1960"),
        *("1 DEAT", "2 DATE BET 2014 AND 2016", "1 FAMS @F1@"),
        *("0 @I2@ INDI", "1 NAME Bob /Example/", "1 SEX M", "1 FAMS @F1@"),
        *("0 @F1@ FAM", "1 WIFE @I1@", "1 HUSB @I2@", "1 MARR", "2 DATE MAY 1990"),
    ]


def test_what_other_programs_miss_is_said_and_said_again_in_words() -> None:
    network = Network(
        persons=(replace(ANN, pronouns="they", sex="X"), BOB),
        unions=(Union(id="F1", partners=("I1",), children=(ChildLink(child="I2", kind="kinship", twin="a"),)),),
        households=(Household(id="h", name="Gran's", members=(Membership(person="I2"),)),),
        relations=(Relation(a="I1", b="I2", kind="in_conflict", account=Account(words="since the move")),),
    )
    written = write_gedcom(network, is_newest=False)
    assert written.losses == (
        "Pronouns (1 person) have no place in GEDCOM 5.5.1; only Kith reads them from its own tags.",
        "Twins, dates and sources of how children belong (1 couple) have no place in GEDCOM 5.5.1; "
        "only Kith reads them from its own tags.",
        "Households (1) have no place in GEDCOM 5.5.1; only Kith reads them whole from its own tags.",
        "Feelings and other ties between people (1) have no place in GEDCOM 5.5.1; "
        "only Kith reads them whole from its own tags.",
        "The sex X (1 person) is not part of GEDCOM 5.5.1; other programs may not know it.",
        "Step, kinship, guardian and donor links (1) are words that GEDCOM 5.5.1 does not know; "
        "other programs may take these children as born to the couple.",
    )
    lines = written.data.decode().splitlines()
    assert {"2 RELA in conflict: since the move", "1 NOTE Lives here: Gran's", "1 NOTE Pronouns: they"} <= set(lines)


def test_ids_that_gedcom_cannot_write_come_back() -> None:
    people = tuple(Person(id=id) for id in ("p 1", "@", "I1", "VOID", "Zo\xeb"))
    written = write_gedcom(
        Network(persons=people, relations=(Relation(a="@", b="VOID", kind="close"),)), is_newest=True
    )
    assert re.findall(rb"0 @(I\d)@", written.data) == [b"I2", b"I3", b"I1", b"I4", b"I5"]
    again = read(written.data, name="x").network
    assert [person.id for person in again.persons] == ["p 1", "@", "I1", "VOID", "Zo\xeb"]
    assert again.relations == (Relation(a="@", b="VOID", kind="close"),)


def test_what_another_program_changed_counts_and_our_older_words_are_kept() -> None:
    ann = replace(ANN, names=(replace(ANN.names[0], since=PartialDate("2001")),))
    data = write_gedcom(Network(persons=(ann, BOB)), is_newest=True).data
    assert read(data, name="x").network.persons[0] == ann
    reading = read(data.replace(b"Ann /Example/", b"Anna /Example/", 1), name="x")
    assert [name.text for name in reading.network.persons[0].names] == ["Anna Example"]
    assert "Another program has changed" in reading.warnings[0]
    assert "_NAMES._SINCE" in reading.kept_by_tag


def test_tags_are_ours_by_their_address_and_not_by_their_name() -> None:
    data = write_gedcom(Network(persons=(replace(ANN, pronouns="they"),)), is_newest=True).data
    renamed = data.replace(b"_PRONOUNS they", b"_EXT7 they").replace(b"TAG _PRONOUNS ", b"TAG _EXT7 ")
    assert read(renamed, name="x").network.persons[0].pronouns == "they"
    foreign = data.replace(b"kith.example", b"other.example")
    assert read(foreign, name="x").network.persons[0].pronouns == ""


def test_a_long_note_is_cut_and_joined_again() -> None:
    fact = "word  " * 5_000 + "@" * 500 + "\n" + " " * 500
    for is_newest in (True, False):
        written = write_gedcom(Network(persons=(replace(ANN, fact=fact),)), is_newest=is_newest)
        assert read(written.data, name="x").network.persons[0].fact == fact
    assert max(map(len, written.data.splitlines())) <= 255


@pytest.mark.parametrize("is_newest", [True, False])
def test_places_notes_and_burials_of_another_file_stand_where_they_stood(is_newest: bool) -> None:
    lines = (
        "1 BIRT",
        "2 DATE 1900",
        "2 PLAC Lowbridge",
        "1 BURI",
        "2 DATE 3 MAY 1950",
        "2 PLAC Hill",
        "3 MAP",
        "1 OCCU Cook",
    )
    network = read(gedcom(*person("I1", *lines, "1 NOTE me@@home", "1 NOTE @N1@"), "0 @N1@ NOTE x"), name="x").network
    written = write_gedcom(network, is_newest=is_newest)
    assert read(written.data, name="x").network == network
    shown = [line for line in written.data.decode().splitlines() if "_" not in line]
    after = shown[shown.index("1 BIRT") :]
    assert after[: after.index("0 TRLR")] == [
        *("1 BIRT", "2 DATE 1900", "2 PLAC Lowbridge", "1 BURI Y", "2 DATE 3 MAY 1950", "2 PLAC Hill", "1 OCCU Cook"),
        "1 NOTE me@home" if is_newest else "1 NOTE me@@home",
    ]


def test_nobody_cannot_be_written() -> None:
    with pytest.raises(CannotWriteFamily, match="nobody"):
        write_gedcom(Network(), is_newest=True)


def test_small_families_are_written_in_the_same_bytes() -> None:
    network = read((DATA / "small.json").read_bytes(), name="x").network
    assert write_gedcom(network, is_newest=True) == write_gedcom(network, is_newest=True)


def test_every_tag_of_ours_stands_in_the_description() -> None:
    described = (CHECKOUT / "docs" / "domain" / "gedcom-tags.md").read_text(encoding="utf-8")
    assert [tag for tag in own_tags() if f"| `{tag}` |" not in described] == []
    assert ADDRESS in described
