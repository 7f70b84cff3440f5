"""What GEDCOM 7 says in another way than 5.5.1: words of lists with phrases, people left open, one doubled @."""

import pytest

from kith.engines.drawing.formats import Reading, read
from kith.engines.drawing.formats.tests.samples import person, seven
from kith.engines.drawing.network import Account, Kept, Relation
from kith.kernel.partial_dates import PartialDate


def child(*lines: str) -> Reading:
    """A file with Ann (I1), whose family F1 the lines say more of; the first given line is line 7."""
    return read(seven(*person("I1", "1 FAMC @F1@", *lines), "0 @F1@ FAM", "1 CHIL @I1@"), name="x")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [(("2 PEDI FOSTER",), "foster"), (("2 PEDI OTHER", "3 PHRASE Guardian"), "guardian"), (("2 PEDI BIRTH",), "birth")],
)
def test_pedigree(lines: tuple[str, ...], kind: str) -> None:
    network = child(*lines).network
    assert network.unions[0].children[0].kind == kind
    assert network.kept == ()


def test_a_phrase_that_is_no_pedigree_is_kept() -> None:
    reading = child("2 PEDI OTHER", "3 PHRASE Found on the doorstep")
    assert reading.network.unions[0].children[0].kind == "birth"
    assert reading.kept_by_tag == {"FAMC.PEDI": 1, "FAMC.PEDI.PHRASE": 1}
    assert len(reading.warnings) == 1


def test_people_left_open_are_kept() -> None:
    reading = child("1 FAMS @VOID@", "1 ASSO @VOID@", "2 ROLE FRIEND")
    assert reading.kept_by_tag == {"FAMS": 1, "ASSO": 1, "ASSO.ROLE": 1}
    assert "left open on purpose" in reading.warnings[0]


def test_roles() -> None:
    lines = ("1 ASSO @I2@", "2 ROLE NGHBR", "1 ASSO @I2@", "2 ROLE OTHER", "3 PHRASE Swimming teacher")
    network = read(seven(*person("I1", *lines), *person("I2")), name="x").network
    assert network.relations == (
        Relation(a="I1", b="I2", kind="known", account=Account(words="nghbr")),
        Relation(a="I1", b="I2", kind="known", account=Account(words="Swimming teacher")),
    )
    assert network.kept == ()


def test_dates_name_their_calendar() -> None:
    reading = child("1 BIRT", "2 DATE GREGORIAN 1 JAN 2000", "1 DEAT", "2 DATE JULIAN 1 JAN 1700")
    (ann,) = reading.network.persons
    assert (ann.birth, ann.death, ann.has_died) == (PartialDate("2000-01-01"), None, True)
    assert reading.kept_by_tag == {"DEAT.DATE": 1}


def test_only_the_first_at_sign_of_a_line_is_doubled() -> None:
    assert read(seven(*person("I1", name="@@home @ @@")), name="x").network.persons[0].called == "@home @ @@"


def test_what_is_not_so_is_kept() -> None:
    assert child("1 NO DEAT").network.kept == (Kept(where="line 7", tag="NO", value="DEAT", owner="I1"),)


def test_a_restriction_is_kept_and_said_to_close_nothing() -> None:
    reading = child("1 RESN CONFIDENTIAL")
    assert reading.kept_by_tag == {"RESN": 1}
    assert "close nothing here (line 7)" in reading.warnings[0]


def test_tags_of_other_programs_keep_their_meaning() -> None:
    lines = ("1 SCHMA", "2 TAG _EYES http://example.com/eyes", *person("I1", "1 _EYES blue"))
    kept = read(seven(*lines), name="x").network.kept
    assert [(line.tag, line.value) for line in kept] == [
        ("HEAD.SCHMA.TAG", "_EYES http://example.com/eyes"),
        ("_EYES", "blue"),
    ]
