"""What becomes of a GenoPro file, also of one inside whose archive something is wrong."""

import zipfile

import pytest

from kith.engines.drawing.formats import CannotReadFamily, read
from kith.engines.drawing.formats.tests.samples import person, seven
from kith.engines.drawing.formats.tests.zips import genopro, packed
from kith.engines.drawing.network import Account, ChildLink, Kept, Name, Relation, Status, Union
from kith.kernel.partial_dates import PartialDate


def test_people() -> None:
    reading = read(genopro(), name="example.gno")
    ann, bob, *_ = reading.network.persons
    assert (reading.format, reading.network.name) == ("GenoPro", "example")
    assert [person.id[-1] for person in reading.network.persons] == ["1", "2", "3", "4", "5"]
    assert ann.names == (
        Name(text="Ann Marie Example", given="Ann Marie", family="Example"),
        Name(text="Annie", kind="known_as"),
    )
    assert (ann.sex, ann.birth, ann.has_died) == ("F", PartialDate("1960-03-12"), False)
    assert (bob.sex, bob.death, bob.has_died) == ("M", PartialDate("2010"), True)


def test_families_twins_and_somebody_who_stands_on_two_pages() -> None:
    (union,) = read(genopro(), name="x").network.unions
    assert union == Union(
        id="fam00001",
        partners=("ind00002", "ind00001"),
        statuses=(Status(kind="married", since=PartialDate("1999-06")), Status(kind="divorced")),
        children=(
            ChildLink(child="ind00003", twin="twin00001", identical=True),
            ChildLink(child="ind00004", twin="twin00001", identical=True),
            ChildLink(child="ind00005", kind="foster"),
        ),
    )


def test_feelings() -> None:
    assert read(genopro(), name="x").network.relations == (
        Relation(a="ind00001", b="ind00002", kind="distant_hostile"),
        Relation(a="ind00005", b="ind00003", kind="fan_admirer"),
        Relation(a="ind00004", b="ind00002", kind="cut_off"),
    )


def test_a_feeling_in_other_words_keeps_them() -> None:
    data = genopro(replacing=("CutOff", "Estranged"))
    assert read(data, name="x").network.relations[2].account == Account(words="Estranged")


def test_what_has_no_room_is_kept_and_where_things_stood_is_said_to_be_left_out() -> None:
    reading = read(genopro(), name="x")
    kept = [(kept.tag, kept.value, kept.owner) for kept in reading.network.kept]
    assert ("Individuals.Individual.Birth.Place", "Lowbridge", "ind00001") in kept
    assert ("Individuals.Individual.Comment", "Came to us in 2012.", "ind00005") in kept
    assert ("Labels.Label.Text", "Ask Gran about Cai", "") in kept
    assert any("positions" in warning for warning in reading.warnings)
    assert Kept(where="line 10", tag="Individuals.Individual.Occupations", value="occu00001", owner="ind00001") in (
        reading.network.kept
    )


def test_a_gedcom_file_with_its_media_in_one_archive() -> None:
    data = packed({"gedcom.ged": seven(*person("I1")), "ann.jpg": b"\xff\xd8"})
    reading = read(data, name="x")
    assert (reading.format, len(reading.network.persons)) == ("GEDCOM 7.0", 1)
    assert reading.warnings == ("The archive holds 1 other files (pictures, sounds), which are left out.",)


def _locked() -> bytes:
    data = bytearray(genopro())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + flags] |= 1
    return bytes(data)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><GenoPro>&b;</GenoPro>'
DEEP = "<GenoPro>" + "<a>" * 100_000 + "</a>" * 100_000 + "</GenoPro>"
CROWD = "<GenoPro><Individuals>" + "".join(f'<Individual ID="i{n}"/>' for n in range(20_001))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            genopro(replacing=('Individual="ind00003"', 'Individual="ind00009"')),
            'Line 30 (PedigreeLink) names "ind00009"',
        ),
        (genopro(replacing=('Family="fam00001"', 'Family="fam9"')), 'family "fam9"'),
        (genopro(replacing=("</Gender>", "<Gender>")), "is broken"),
        (genopro(replacing=('ID="ind00002"', 'ID="ind00001"')), "Line 12 has the ID"),
        (genopro(replacing=('ID="ind00002"', "")), "no usable id"),
        (_locked(), "locked with a password"),
        (packed({"Data.xml": BOMB.encode()}), "DOCTYPE"),
        (packed({"Data.xml": DEEP.encode()}), "nested too deep"),
        (packed({"Data.xml": f"{CROWD}</Individuals></GenoPro>".encode()}), "20,001 people"),
        (packed({"Data.xml": b"<GenoPro><Individuals></Individuals></GenoPro>"}), "no people"),
        (packed({"Data.xml": b"<a>\xff\xfe\x00</a>"}), "is broken"),
        (packed({"Data.xml": b"<a>" + b"x" * 100_001 + b"</a>"}), "longer than 100,000"),
        (packed({"Data.xml": b"<a>" + b" " * 50_000_001 + b"</a>"}), "more than 50 MB"),
        (packed({"Data.xml": b" " * 20_000_000}), "packed more than 100 times"),
        (packed({"Data.xml": b"<a/>"}, method=zipfile.ZIP_LZMA), "packed in a way"),
        (packed({"gedcom.ged": genopro()}), "ZIP file again"),
        (packed({"word/document.xml": b"<a/>"}), "a ZIP, Word or Excel file"),
        (packed({f"{n}.jpg": b"" for n in range(10_001)}), "10,001 parts"),
        (genopro()[:-30], "damaged"),
    ],
)
def test_refusals(data: bytes, says: str) -> None:
    with pytest.raises(CannotReadFamily) as refusal:
        read(data, name="x.gno")
    assert says in refusal.value.message
    assert "\n" not in refusal.value.message
    assert refusal.value.message.endswith(".")
