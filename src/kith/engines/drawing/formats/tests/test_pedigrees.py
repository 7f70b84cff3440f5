"""PED and CanRisk: what comes in, what goes out and comes back, and what is said to be lost."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from kith.engines.drawing.formats import CannotReadFamily, read
from kith.engines.drawing.formats.pedigree.canrisk_writing import write_canrisk
from kith.engines.drawing.formats.pedigree.ped import write_ped
from kith.engines.drawing.formats.tests.networks import networks
from kith.engines.drawing.formats.tests.samples import DATA
from kith.engines.drawing.formats.writing import CannotWriteFamily
from kith.engines.drawing.network import ChildLink, Household, Name, Network, Person, Relation, Status, Union
from kith.kernel.partial_dates import PartialDate

PED = (DATA / "two-families.ped").read_bytes()
CANRISK = (DATA / "family.canrisk").read_bytes()
HEADING = CANRISK.splitlines()[2]


def test_a_ped_file_of_several_families() -> None:
    reading = read(PED, name="two.ped")
    network = reading.network
    assert reading.format == "PED"
    assert [(person.id, person.sex) for person in network.persons] == [
        ("A:1", "M"),
        ("2", "F"),
        ("3", "F"),
        ("B:1", "M"),
        ("x", ""),
    ]
    assert network.unions == (
        Union(id="u1", partners=("A:1", "2"), children=(ChildLink(child="3"),)),
        Union(id="u2", partners=("B:1",), children=(ChildLink(child="x"),)),
    )
    assert {(kept.tag, kept.value) for kept in network.kept if kept.owner == "3"} == {
        *(("PED.family", "A"), ("PED.id", "3"), ("PED.affected", "2"), ("PED.genotypes", "A A")),
    }


def test_a_ped_file_comes_back_and_a_second_parent_is_made_up_and_said() -> None:
    written = write_ped(read(PED, name="x").network)
    lines = written.data.decode().splitlines()
    assert lines[:4] == ["A 1 0 0 1 1", "A 2 0 0 2 2 A G", "A 3 1 2 2 2 A A", "B 1 0 0 1 0"]
    assert lines[4:] == ["B x 1 B:1?u2 0 0", "B B:1?u2 0 0 2 0"]
    assert written.losses == ("A PED file needs both parents or none, so 1 parent nobody named had to be added.",)


def test_a_parent_without_a_line_is_added_and_said() -> None:
    reading = read(b"F a f m 1 2\n", name="x")
    assert [(person.id, person.sex) for person in reading.network.persons] == [("a", "M"), ("f", "M"), ("m", "F")]
    assert reading.warnings == ("A parent who has no line of their own was added (lines 1, 1).",)


def test_canrisk() -> None:
    reading = read(CANRISK, name="x")
    bob, ann, cai, _ = reading.network.persons
    assert (reading.format, reading.network.about) == ("CanRisk 1.0", "c")
    assert bob == Person(id="b", names=(Name(text="Bob"),), sex="M", birth=PartialDate("1930"), has_died=True)
    assert (ann.birth, cai.birth) == (None, PartialDate("1960"))
    assert reading.network.unions[0].children == (
        ChildLink(child="c", twin="1", identical=True),
        ChildLink(child="d", twin="1", identical=True),
    )
    kept = {(kept.tag, kept.value) for kept in reading.network.kept if kept.owner in ("a", "")}
    assert kept == {
        *(("CanRisk.FamID", "E1"), ("CanRisk.IndivID", "a"), ("CanRisk.BC1", "45"), ("CanRisk.factor", "menarche=12")),
    }


def test_canrisk_comes_back() -> None:
    network = read(CANRISK, name="x").network
    written = write_canrisk(network)
    assert written.losses == ()
    again = read(written.data, name="x").network
    assert (again.persons, again.unions, again.about) == (network.persons, network.unions, network.about)
    assert {(k.tag, k.value, k.owner) for k in again.kept} == {(k.tag, k.value, k.owner) for k in network.kept}


RICH = Network(
    about="p3",
    persons=(
        Person(id="p 1", names=(Name(text="Ann Margaret Example"),), sex="F", birth=PartialDate("1970-03")),
        Person(id="p2", sex="M", death=PartialDate("2001")),
        Person(id="p3", pronouns="they"),
        Person(id="p4"),
    ),
    unions=(
        Union(id="u1", partners=("p 1", "p2"), statuses=(Status(kind="married"),), children=(ChildLink(child="p3"),)),
        Union(id="u2", partners=("p 1",), children=(ChildLink(child="p4", kind="foster"),)),
        Union(id="u3", partners=("p2", "p4")),
    ),
    households=(Household(id="h"),),
    relations=(Relation(a="p3", b="p4", kind="close"),),
)


def test_a_whole_family_says_all_that_is_lost() -> None:
    assert write_ped(RICH).losses == (
        "Adopted, foster, kinship, guardian, step and donor links (1) have no place in a PED file.",
        "Couples without children (1) have no place in a PED file.",
        "Names (1) have no place in a PED file.",
        "Years of birth (1) have no place in a PED file.",
        "Dates of birth other than a year (1) have no place in a PED file.",
        "Deaths (1) have no place in a PED file.",
        "Dates of death (1) have no place in a PED file.",
        "Pronouns (1) have no place in a PED file.",
        "Marriages, separations and other states of couples (1) have no place in a PED file.",
        "Households (1) have no place in a PED file.",
        "Feelings and other ties between people (1) have no place in a PED file.",
    )
    said = write_canrisk(RICH).losses
    assert "The names of 1 person are cut to 8 letters without spaces." in said
    assert not any(sentence.startswith(("Names", "Deaths")) for sentence in said)


def test_parents_who_are_not_one_man_and_one_woman_are_said() -> None:
    both = replace(RICH, persons=tuple(replace(person, sex="F") for person in RICH.persons))
    assert "Births to couples without one man and one woman (1) have no place in a PED file." in write_ped(both).losses


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(networks().filter(lambda network: network.persons))
@pytest.mark.parametrize("write", [write_ped, write_canrisk])
def test_everybody_comes_back_from_any_network(write: object, network: Network) -> None:
    assert callable(write)
    written = write(network)
    again = read(written.data, name="x").network
    assert len(again.persons) >= len(network.persons)
    sexes = [person.sex for person in again.persons[: len(network.persons)]]
    assert sexes == [person.sex.replace("X", "") for person in network.persons]
    assert all(sentence.endswith(".") for sentence in written.losses)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"A 1 0 0 1 1\nA 2 0\n", "Line 2 has 3 columns"),
        (b"A 1 0 0 1 1\nA 2 0 0 7 1\n", "Line 2 has a sex"),
        (b"A 1 0 0 1 1\nA 1 0 0 1 1\n", "Line 2 has the id"),
        (b"A 1 1 0 1 1\n", "own child (line 1)"),
        (b"A 1 2 0 1 1\nA 2 1 0 1 1\n", "own ancestor"),
        (b"A 1 0 0 1 1\nA \xff 0 0 1 1\n", "Line 2 holds bytes"),
        (b"A 1 0 0 1 1\nA \0 0 0 1 1\n", "Line 2 holds zero bytes"),
        (b"A 1 0 0 1 1\nA " + b"x" * 101 + b" 0 0 1 1\n", "Line 2 has an id"),
        (b"".join(b"A %d 0 0 1 1\n" % n for n in range(20_001)), "20,001 people"),
        (b"A 1 0 0 1 1\n" * 50_000, "50,000 lines"),
        (b"A 1 0 0 1 1 " + b"x" * 100_001, "Line 1 is longer"),
        (b"##CanRisk 5.0\n", "Line 1"),
        (b"##CanRisk 2.0\nx\n", '"##FamID"'),
        (b"##CanRisk 2.0\n##FamID\tName\n", "Line 2 does not name"),
        (b"##CanRisk 1.0\n" + HEADING, "no people"),
        (CANRISK + b"E1\tx", "Line 8 has 2 columns"),
        (CANRISK.replace(b"\tM\t", b"\tQ\t", 1), "Line 4 has a sex"),
    ],
)
def test_refusals(data: bytes, says: str) -> None:
    with pytest.raises(CannotReadFamily) as refusal:
        read(data, name="x")
    assert says in refusal.value.message
    assert "\n" not in refusal.value.message


@pytest.mark.parametrize("write", [write_ped, write_canrisk])
def test_nobody_cannot_be_written(write: object) -> None:
    assert callable(write)
    with pytest.raises(CannotWriteFamily, match="nobody"):
        write(Network())
