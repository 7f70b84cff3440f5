"""The plain families form."""

import json

from kith.engines.drawing.formats import read
from kith.engines.drawing.formats.tests.bad_files import families
from kith.engines.drawing.formats.tests.samples import DATA
from kith.engines.drawing.network import ChildLink, Kept, Person, Status


def test_the_small_family() -> None:
    reading = read((DATA / "small.json").read_bytes(), name="small.json")
    network = reading.network
    assert (network.name, len(network.persons), len(network.unions)) == ("a_small", 17, 5)
    assert (network.persons[0], network.unions[4].statuses) == (
        Person(id="gf1", sex="M"),
        (Status(kind="separated"),),
    )
    assert network.unions[3].children[1] == ChildLink(child="tw1", twin="t1")
    assert [link.kind for link in network.unions[3].children] == ["birth", "birth", "birth", "adopted", "foster"]
    assert (reading.counts["child links"], reading.warnings, network.notes) == (11, (), ())


def test_what_has_no_room_is_kept_with_its_path() -> None:
    data = families(lambda whole: whole["persons"][3].update(eyes=["blue", None], **{"a\nb": "x"}))
    reading = read(data, name="x")
    assert reading.network.kept == (
        Kept(where="persons[3].eyes", tag="eyes", value='["blue", null]', owner="gm2"),
        Kept(where="persons[3].a b", tag="a b", value="x", owner="gm2"),
    )
    assert "\n" not in reading.warnings[0]


def test_a_child_of_two_birth_families_is_noted() -> None:
    data = families(lambda whole: whole["unions"][2]["children"].append({"id": "dau"}))
    assert "more than one couple (U3 and U4)" in read(data, name="x").network.notes[0]


def test_utf_16_and_a_byte_order_mark() -> None:
    whole = json.dumps({"persons": [{"id": "a"}], "unions": []})
    assert read(whole.encode("utf-16"), name="x").network == read(whole.encode("utf-8-sig"), name="x").network
