"""What becomes of a GEDCOM family: partners, history, children and how they belong."""

import pytest

from kith.engines.drawing.formats import Reading, read
from kith.engines.drawing.formats.tests.samples import gedcom, person
from kith.engines.drawing.network import ChildLink, Status, Union
from kith.kernel.partial_dates import PartialDate


def family(*lines: str, ann: tuple[str, ...] = (), child: tuple[str, ...] = ()) -> tuple[Union, Reading]:
    """The family F1 of a file with Ann (I1), Bob (I2) and Cai (I3)."""
    people = (*person("I1", *ann), *person("I2", name="Bob //"), *person("I3", *child, name="Cai //"))
    reading = read(gedcom(*people, "0 @F1@ FAM", *lines), name="x")
    return reading.network.unions[0], reading


def test_partners_history_and_children() -> None:
    union, reading = family(
        "1 HUSB @I2@", "1 WIFE @I1@", "1 CHIL @I3@", "1 DIV", "2 DATE 1960", "1 MARR", "2 DATE 1 MAY 1950"
    )
    assert (union.id, union.partners, union.children) == ("F1", ("I2", "I1"), (ChildLink(child="I3"),))
    assert [(status.kind, str(status.since)) for status in union.statuses] == [
        ("married", "1 May 1950"),
        ("divorced", "1960"),
    ]
    assert reading.network.kept == ()


@pytest.mark.parametrize("role", ["HUSB", "WIFE"])
def test_two_husbands_or_two_wives(role: str) -> None:
    union, _ = family(f"1 {role} @I1@", f"1 {role} @I2@")
    assert union.partners == ("I1", "I2")


def test_events_without_dates_are_in_their_usual_order() -> None:
    union, _ = family("1 DIV Y", "1 MARR", "1 ENGA")
    assert [status.kind for status in union.statuses] == ["engaged", "married", "divorced"]


def test_remarried_to_each_other() -> None:
    union, _ = family("1 MARR", "2 DATE 1950", "1 MARR", "2 DATE 1970", "1 DIV", "2 DATE 1960")
    assert [status.kind for status in union.statuses] == ["married", "divorced", "married"]


def test_an_annulment_says_so() -> None:
    union, _ = family("1 ANUL", "2 DATE 1951")
    (status,) = union.statuses
    assert status.kind == "divorced"
    assert status.account and status.account.words == "annulled"


def test_not_divorced_is_kept_in_words() -> None:
    union, reading = family("1 DIV N")
    assert union.statuses == ()
    assert reading.kept_by_tag == {"DIV": 1}


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("1 MARR", "2 TYPE Civil partnership"), "civil"),
        (("1 EVEN", "2 TYPE Separation"), "separated"),
        (("1 _UST COHABITATION",), "cohabiting"),
        (("1 _STAT Unmarried couple",), "cohabiting"),
        (("1 _SEPR",), "separated"),
    ],
)
def test_other_ways_to_say_it(lines: tuple[str, ...], kind: str) -> None:
    union, reading = family(*lines)
    assert union.statuses == (Status(kind=kind),)
    assert reading.network.kept == ()


def test_unknown_words_are_kept() -> None:
    union, reading = family("1 _STAT Complicated", "1 EVEN", "2 TYPE Party")
    assert union.statuses == ()
    assert reading.kept_by_tag == {"_STAT": 1, "EVEN": 1, "EVEN.TYPE": 1}


@pytest.mark.parametrize("word", ["adopted", "FOSTER", "Birth"])
def test_pedigree(word: str) -> None:
    union, reading = family("1 CHIL @I3@", child=("1 FAMC @F1@", f"2 PEDI {word}"))
    assert union.children == (ChildLink(child="I3", kind=word.casefold()),)
    assert reading.network.kept == ()


def test_an_unknown_pedigree_counts_as_birth_and_is_kept() -> None:
    union, reading = family("1 CHIL @I3@", child=("1 FAMC @F1@", "2 PEDI cuckoo"))
    assert union.children[0].kind == "birth"
    assert reading.kept_by_tag == {"FAMC.PEDI": 1}
    assert reading.warnings


def test_a_sealing_is_kept_and_no_link() -> None:
    union, reading = family("1 CHIL @I3@", child=("1 FAMC @F1@", "2 PEDI sealing"))
    assert union.children == ()
    assert reading.kept_by_tag == {"FAMC": 1, "FAMC.PEDI": 1, "CHIL": 1}


def test_an_adoption_event() -> None:
    union, reading = family(
        "1 CHIL @I3@", child=("1 ADOP", "2 DATE 3 MAR 1999", "2 FAMC @F1@", "3 ADOP WIFE", "1 FAMC @F1@")
    )
    assert union.children == (ChildLink(child="I3", kind="adopted", since=PartialDate("1999-03-03")),)
    assert reading.kept_by_tag == {"ADOP.FAMC.ADOP": 1}


def test_each_parent_told_apart() -> None:
    union, reading = family("1 CHIL @I3@", "2 _FREL Adopted", "2 _MREL Adopted")
    assert union.children[0].kind == "adopted"
    assert reading.network.kept == ()
    union, reading = family("1 CHIL @I3@", "2 _FREL Step", "2 _MREL Natural")
    assert union.children[0].kind == "birth"
    assert reading.kept_by_tag == {"CHIL._FREL": 1, "CHIL._MREL": 1}


def test_links_told_from_one_side_only_count() -> None:
    union, reading = family("1 HUSB @I2@", ann=("1 FAMS @F1@",), child=("1 FAMC @F1@",))
    assert union.partners == ("I2", "I1")
    assert union.children == (ChildLink(child="I3"),)
    assert reading.network.kept == ()
    union, _ = family("1 CHIL @I3@")
    assert union.children == (ChildLink(child="I3"),)


def test_a_child_listed_twice_is_one_child() -> None:
    union, reading = family("1 CHIL @I3@", "1 CHIL @I3@")
    assert len(union.children) == 1
    assert reading.kept_by_tag == {"CHIL": 1}


def test_a_partner_in_words_is_kept() -> None:
    union, reading = family("1 HUSB John Smith", "1 WIFE @VOID")
    assert union.partners == ()
    assert reading.kept_by_tag == {"HUSB": 1, "WIFE": 1}


def test_contradictions_are_kept_and_noted() -> None:
    dates = ("1 BIRT", "2 DATE 1960", "1 DEAT", "2 DATE 1950")
    people = (*person("I1", *dates), *person("I3", "1 BIRT", "2 DATE 1965", name="Cai //"))
    both = ("0 @F1@ FAM", "1 WIFE @I1@", "1 CHIL @I3@", "0 @F2@ FAM", "1 CHIL @I3@")
    network = read(gedcom(*people, *both), name="x").network
    assert network.notes == (
        "Ann Example: the death (1950) is before the birth (1960). Both are kept.",
        "Cai (1965) was born when their parent Ann Example (1960) was under 12. Both are kept.",
        "Cai is said to be born to more than one couple (F1 and F2). Both are kept.",
    )
    assert network.persons[0].death == PartialDate("1950")


@pytest.mark.parametrize(("parent", "noted"), [("1970", 1), ("ABT 1950", 0), ("1952", 0), ("1954", 1), ("BEF 1990", 0)])
def test_only_certain_contradictions_are_noted(parent: str, noted: int) -> None:
    people = (*person("I1", "1 BIRT", f"2 DATE {parent}"), *person("I3", "1 BIRT", "2 DATE 1965"))
    network = read(gedcom(*people, "0 @F1@ FAM", "1 HUSB @I1@", "1 CHIL @I3@"), name="x").network
    assert len(network.notes) == noted
