"""Gramps, the genealogy program: the family lines graph that its command line writes, placed by dot."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tools.drawing_peers.graphviz import as_layout, keys, placed_by_dot
from tools.drawing_peers.peer import CannotRunPeer, Drawn, Family, run

HEAD = "0 HEAD\n1 SOUR KITH\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED\n1 CHAR UTF-8"
OPTIONS = (
    "name=familylines_graph,followpar=True,followchild=True,removeextra=False,limitparents=False,limitchildren=False,"
    "usesubgraphs=True,inc_id=0,incdates=False,incplaces=False,incchildcnt=False,ratio=compress,off=dot"
)


def draw(family: Family, limit: float) -> Drawn:
    with tempfile.TemporaryDirectory(prefix="kith-gramps-") as name:
        graph = graph_of(family, Path(name), limit)
    began = time.monotonic()
    plain = placed_by_dot(graph, limit)
    seconds = time.monotonic() - began
    people = {key: person for person, key in numbered(family, "persons", "I").items()}
    unions = {key: union for union, key in numbered(family, "unions", "F").items()}
    return Drawn(as_layout(plain, people, unions), seconds)


def graph_of(family: Family, folder: Path, limit: float) -> str:
    """The graph that Gramps writes; it keeps its settings in the folder, not in this user's home."""
    given, out = folder / "family.ged", folder / "family"
    given.write_text(as_gedcom(family), encoding="utf-8")
    everybody = " ".join(numbered(family, "persons", "I").values())
    options = f"{OPTIONS},gidlist={everybody},of={out}"
    settings = {"GRAMPSHOME": str(folder), "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
    try:
        run(["gramps", "-q", "-i", str(given), "-a", "report", "-p", options], limit=limit, settings=settings)
    except CannotRunPeer as problem:
        raise CannotRunPeer(str(problem).replace("installed: gramps", "installed: apt-get install gramps")) from None
    written = sorted(folder.glob("family*.gv"))
    if not written:
        raise CannotRunPeer("failed: Gramps wrote no graph")
    return written[0].read_text(encoding="utf-8")


def numbered(family: Family, kind: str, letter: str) -> dict[str, str]:
    """Gramps's own ids have four digits; written like this it keeps them."""
    return {one: f"{letter}{int(key[1:]):04d}" for one, key in keys(family, kind, letter).items()}


def as_gedcom(family: Family) -> str:
    people, unions = numbered(family, "persons", "I"), numbered(family, "unions", "F")
    lines = [HEAD]
    for person in family["persons"]:
        key = people[person["id"]]
        lines += [f"0 @{key}@ INDI", f"1 NAME {person['id']}", f"1 SEX {person.get('sex') or 'U'}"]
        lines += (f"1 {tag} @{unions[union]}@" for tag, union in places_of(person["id"], family))
    sexes = {person["id"]: person.get("sex") for person in family["persons"]}
    for union in family["unions"]:
        partners = sorted(union["partners"][:2], key=lambda partner: sexes[partner] == "F")
        tags = ["WIFE"] if [sexes[one] for one in partners] == ["F"] else ["HUSB", "WIFE"]
        lines.append(f"0 @{unions[union['id']]}@ FAM")
        lines += (f"1 {tag} @{people[partner]}@" for tag, partner in zip(tags, partners, strict=False))
        lines += (f"1 CHIL @{people[child['id']]}@" for child in union["children"])
    return "\n".join([*lines, "0 TRLR", ""])


def places_of(person: str, family: Family) -> Iterator[tuple[str, str]]:
    for union in family["unions"]:
        if person in union["partners"]:
            yield "FAMS", union["id"]
        if any(child["id"] == person for child in union["children"]):
            yield "FAMC", union["id"]
