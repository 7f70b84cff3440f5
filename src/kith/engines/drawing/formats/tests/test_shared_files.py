"""Real family files, counted independently of the reader; they lie beside the checkout."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from ged4py.model import NameRec, Record
from ged4py.parser import GedcomReader

from kith.engines.drawing.formats import read, write_network_json
from kith.engines.drawing.formats.tests.samples import DATA, shared, shared_files

COUNTED = {  # people, families, child links, counted with grep
    "simpsons.ged": (11, 3, 7),
    "bach.ged": (33, 14, 25),
    "kennedy.ged": (69, 19, 49),
    "tudor.ged": (268, 175, 144),
    "royal92.ged": (3_010, 1_422, 2_018),
}
NO_FILES = "the shared test inputs are not beside this checkout"


@pytest.mark.parametrize("name", COUNTED)
def test_everybody_is_in_the_network_once(name: str) -> None:
    data = shared("gedcom", name).read_bytes()
    network = read(data, name=name).network
    ids = re.findall(rb"^0 @([^@]+)@ INDI", data, re.MULTILINE)
    assert [person.id.encode() for person in network.persons] == ids
    children = re.findall(rb"^1 CHIL @([^@]+)@", data, re.MULTILINE)
    links = [link.child.encode() for union in network.unions for link in union.children]
    assert sorted(links) == sorted(children)
    assert (len(network.persons), len(network.unions), len(links)) == COUNTED[name]
    partners = re.findall(rb"^1 (?:HUSB|WIFE) @([^@]+)@", data, re.MULTILINE)
    assert sorted(id.encode() for union in network.unions for id in union.partners) == sorted(partners)


@pytest.mark.parametrize("name", COUNTED)
def test_kept_lines_are_the_lines_of_the_file(name: str) -> None:
    data = shared("gedcom", name).read_bytes()
    lines = data.removeprefix(b"\xef\xbb\xbf").decode("cp1252" if name == "tudor.ged" else "utf-8").splitlines()
    for kept in read(data, name=name).network.kept:
        line = lines[int(kept.where.removeprefix("line ")) - 1]
        tag = kept.tag.rpartition(".")[2]
        assert tag in line.split()[1:3]
        assert kept.value.startswith("@") or kept.value.split("\n")[0].startswith(line.partition(f" {tag}")[2][1:])


@pytest.mark.parametrize("name", COUNTED)
def test_another_reader_finds_the_same_names(name: str) -> None:
    data = shared("gedcom", name).read_bytes()
    with GedcomReader(BytesIO(data)) as reader:
        found = {str(record.xref_id).strip("@"): record.sub_tag("NAME") for record in reader.records0("INDI")}
    network = read(data, name=name).network
    assert found.keys() == {person.id for person in network.persons}
    for person in network.persons:
        ours = person.names[0].text if person.names else ""
        assert sorted(ours.split()) == sorted(_words(found[person.id]))


def _words(name: Record | None) -> list[str]:
    assert isinstance(name, NameRec)
    return " ".join(str(part or "") for part in name.value or ()).split()


@pytest.mark.parametrize("name", COUNTED)
def test_a_round_trip_through_our_own_file(name: str) -> None:
    network = read(shared("gedcom", name).read_bytes(), name=name).network
    assert read(write_network_json(network), name="x").network == network


def test_all_of_the_file_that_covers_gedcom_7_is_understood_or_kept() -> None:
    data = shared("gedcom", "maximal70.ged").read_bytes()
    lines = [line.split(" ", 2) for line in data.decode("utf-8-sig").splitlines()]
    network = read(data, name="maximal70.ged").network
    kept = {int(kept.where.removeprefix("line ")) for kept in network.kept}
    begin = next(number for number, line in enumerate(lines, 1) if line[:2] == ["0", "@F1@"])
    others = [line for number, line in enumerate(lines, 1) if number >= begin and number not in kept]
    understood = {line[2] if line[1].startswith("@") else line[1] for line in others if line[1] != "CONT"}
    assert understood == {
        *("INDI", "FAM", "TRLR", "NAME", "TYPE", "NPFX", "GIVN", "NICK", "SPFX", "SURN", "NSFX", "SEX", "RESI", "BIRT"),
        *("DEAT", "DATE", "FAMC", "FAMS", "PEDI", "HUSB", "WIFE", "CHIL", "ENGA", "MARR", "DIV", "ANUL"),
    }
    assert [kept.value.split()[0] for kept in network.kept[:2]] == ["_SKYPEID", "_JABBERID"]


@pytest.mark.skipif(not shared_files("families", "json"), reason=NO_FILES)
@pytest.mark.parametrize("path", shared_files("families", "json"), ids=lambda path: path.stem)
def test_families(path: Path) -> None:
    whole = json.loads(path.read_bytes())
    network = read(path.read_bytes(), name=path.name).network
    assert [person.id for person in network.persons] == [person["id"] for person in whole["persons"]]
    assert [union.id for union in network.unions] == [union["id"] for union in whole["unions"]]
    assert [[link.child for link in union.children] for union in network.unions] == [
        [child["id"] for child in union["children"]] for union in whole["unions"]
    ]
    assert read(write_network_json(network), name="x").network == network


def test_the_copies_here_read_like_the_originals() -> None:
    original = read(shared("gedcom", "simpsons.ged").read_bytes(), name="simpsons.ged").network
    assert read((DATA / "simpsons.ged").read_bytes(), name="simpsons.ged").network == original
