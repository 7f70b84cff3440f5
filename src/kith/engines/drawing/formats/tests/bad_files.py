"""Files that must be refused: name, bytes, and what the sentence must say (mostly the line)."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from kith.engines.drawing.formats.tests.samples import DATA, gedcom, person, seven

TWO = (*person("I1"), *person("I2", name="Bob /Example/"))  # lines 5 to 8


class BadFile(NamedTuple):
    name: str
    make: Callable[[], bytes]
    says: str


def families(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The small family with one change."""
    whole = json.loads((DATA / "small.json").read_text(encoding="utf-8"))
    change(whole)
    return json.dumps(whole).encode()


def network(**members: Any) -> bytes:
    return json.dumps({"format": "kith-network", "version": 1, **members}).encode()


def chain(length: int, *, closed: bool) -> bytes:
    """Somebody, their child, their grandchild ...; closed, the last is the parent of the first."""
    lines = [line for number in range(length) for line in person(f"I{number}", name=f"P{number} //")]
    for number in range(length if closed else length - 1):
        lines += [f"0 @F{number}@ FAM", f"1 HUSB @I{number}@", f"1 CHIL @I{(number + 1) % length}@"]
    return gedcom(*lines)


def _people_with(**fields: Any) -> bytes:
    return network(persons=[{"id": "p1", **fields}])


NOT_A_FAMILY = [
    BadFile("empty", lambda: b"", "is empty"),
    BadFile("only white space", lambda: b" \r\n\t\n", "is empty"),
    BadFile("only a byte order mark", lambda: b"\xef\xbb\xbf", "is empty"),
    BadFile("zip", lambda: b"PK\x03\x04\x14\x00" + bytes(40), "ZIP"),
    BadFile("png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
    BadFile("pdf", lambda: b"%PDF-1.7\n", "PDF"),
    BadFile("jpeg", lambda: b"\xff\xd8\xff\xe0" + bytes(10), "JPEG"),
    BadFile("gzip", lambda: b"\x1f\x8b\x08\x00", "gzip"),
    BadFile("web page", lambda: b"<!doctype html><html></html>", "web page"),
    BadFile("old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
    BadFile("random bytes", lambda: bytes(range(1, 256)) * 3, "not a family file"),
    BadFile("prose", lambda: b"Once upon a time there was a family.\n", "not a family file"),
    BadFile("csv", lambda: b"id,name\n1,Ann\n", "not a family file"),
    BadFile("over the size", lambda: b"0 HEAD\n" + b" " * 50_000_000, "50 MB"),
]

BAD_GEDCOM = [
    BadFile("GEDCOM 8", lambda: gedcom(*TWO, version="8.0"), 'says that it is GEDCOM "8.0"'),
    BadFile("GEDCOM 7 that is not UTF-8", lambda: seven("0 @I1@ INDI", "1 NAME Zo\xeb", encoding="latin-1"), "Line 5"),
    BadFile("GEDCOM 7 with a missing child", lambda: seven(*TWO, "0 @F1@ FAM", "1 CHIL @I9@"), "Line 9 (CHIL)"),
    BadFile("no head", lambda: b"0 @I1@ INDI\n1 NAME Ann\n0 TRLR\n", "Line 1"),
    BadFile("no people", lambda: gedcom("0 @F1@ FAM"), "no people"),
    BadFile("cut in a line", lambda: gedcom(*TWO)[:-14], "line 8"),
    BadFile("cut in the last record", lambda: gedcom(*TWO)[:-2], "line 9"),
    BadFile("level jump", lambda: gedcom("0 @I1@ INDI", "2 DATE 1900"), "Line 6 has level 2"),
    BadFile("deep level jump", lambda: gedcom("0 @I1@ INDI", "99 DATE 1900"), "Line 6 has level 99"),
    BadFile("huge level", lambda: gedcom("0 @I1@ INDI", "99999999999999 DATE 1900"), "Line 6"),
    BadFile("line without level", lambda: gedcom(*TWO, "and a stray text"), "Line 9"),
    BadFile("line without tag", lambda: gedcom("0 @I1@"), "Line 5"),
    BadFile("negative level", lambda: gedcom(*TWO, "-1 NAME x"), "Line 9"),
    BadFile("missing partner", lambda: gedcom(*TWO, "0 @F1@ FAM", "1 HUSB @I9@"), "Line 10 (HUSB)"),
    BadFile("missing child", lambda: gedcom(*TWO, "0 @F1@ FAM", "1 WIFE @I1@", "1 CHIL @I9@"), "Line 11 (CHIL)"),
    BadFile("missing family", lambda: gedcom(*person("I1", "1 FAMC @F1@")), "Line 7 (FAMC)"),
    BadFile("missing own family", lambda: gedcom(*person("I1", "1 FAMS @F1@")), "Line 7 (FAMS)"),
    BadFile("partner is a family", lambda: gedcom(*TWO, "0 @F1@ FAM", "1 HUSB @F1@"), "Line 10"),
    BadFile("double person", lambda: gedcom(*TWO, "0 @I1@ INDI"), "Line 9 uses the id"),
    BadFile("double family", lambda: gedcom(*TWO, "0 @F1@ FAM", "0 @F1@ FAM"), "Line 10 uses the id"),
    BadFile("person without id", lambda: gedcom(*TWO, "0 INDI"), "Line 9"),
    BadFile("turned-round id", lambda: gedcom("0 @I\u202e1@ INDI"), "Line 5 has an id"),
    BadFile("blank id", lambda: gedcom("0 @ @ INDI"), "Line 5 has an id"),
    BadFile("endless id", lambda: gedcom(f"0 @{'I' * 200}@ INDI"), "Line 5 has an id"),
    BadFile("not UTF-8", lambda: gedcom(*person("I1", name="Zo\xeb"), encoding="latin-1"), "Line 6 holds bytes"),
    BadFile("unknown charset", lambda: gedcom(*TWO, charset="KLINGON"), 'Line 4 names the character set "KLINGON"'),
    BadFile("not ANSEL", lambda: gedcom(*TWO, "0 NOTE \xff", charset="ANSEL", encoding="latin-1"), "Line 9 holds"),
    BadFile("zero bytes", lambda: gedcom(*TWO, "1 NOTE a\0b"), "Line 9 holds zero bytes"),
    BadFile("half UTF-16", lambda: "\ufeff0 HEAD\n1 CHAR UNICODE\n".encode("utf-16-le") + b"\x00\xd8", "Line 3"),
    BadFile("own partner", lambda: gedcom(*TWO, "0 @F1@ FAM", "1 HUSB @I1@", "1 WIFE @I1@"), "their own partner"),
    BadFile("own child", lambda: gedcom(*TWO, "0 @F1@ FAM", "1 HUSB @I1@", "1 CHIL @I1@"), "own child (line 11)"),
    BadFile("own grandparent", lambda: chain(3, closed=True), "their own ancestor"),
    BadFile("own far ancestor", lambda: chain(3_000, closed=True), "2,998 more (line "),
    BadFile("two files in one", lambda: gedcom(*TWO) + gedcom(*TWO), "Line 9 (TRLR)"),
    BadFile("text after the end", lambda: gedcom(*TWO) + b"hello\n", "Line 10"),
    BadFile("too many people", lambda: gedcom(*(f"0 @I{n}@ INDI" for n in range(20_001))), "20,001 people"),
    BadFile("too many families", lambda: gedcom(*(f"0 @F{n}@ FAM" for n in range(20_001))), "20,001 families"),
    BadFile("too many lines", lambda: gedcom(*TWO) + b"1 X\n" * 1_000_001, "lines and at most 1,000,000"),
    BadFile("endless line", lambda: gedcom(*person("I1", f"1 NOTE {'x' * 100_001}")), "Line 7 is longer"),
    BadFile("endless note", lambda: gedcom(*person("I1", "1 NOTE x", *["2 CONC xx"] * 60_000)), "begins on line 7"),
    BadFile(
        "crowd of partners",
        lambda: gedcom(
            *(line for n in range(12) for line in person(f"I{n}")), "0 @F1@ FAM", *(f"1 HUSB @I{n}@" for n in range(12))
        ),
        "12 partners",
    ),
]

BAD_FAMILIES = [
    BadFile("broken", lambda: b'{"persons": [\n{"id": "a"},\n]}', "Line 3 is not JSON"),
    BadFile("list", lambda: b"[1, 2]", "a list"),
    BadFile("other object", lambda: b'{"hello": "world"}', "not a family"),
    BadFile("no unions", lambda: families(lambda whole: whole.pop("unions")), '"unions"'),
    BadFile("no persons", lambda: families(lambda whole: whole.pop("persons")), '"persons"'),
    BadFile("persons is text", lambda: families(lambda whole: whole.update(persons="x")), "persons is words"),
    BadFile(
        "person is a number", lambda: families(lambda whole: whole["persons"].append(7)), "persons[17] is a number"
    ),
    BadFile(
        "JSON person without id", lambda: families(lambda whole: whole["persons"][2].pop("id")), "persons[2] has no"
    ),
    BadFile("id is a number", lambda: families(lambda whole: whole["persons"][2].update(id=3)), "persons[2].id"),
    BadFile("id is null", lambda: families(lambda whole: whole["persons"][2].update(id=None)), "persons[2].id is null"),
    BadFile("id is empty", lambda: families(lambda whole: whole["persons"][2].update(id=" ")), "persons[2].id"),
    BadFile("double id", lambda: families(lambda whole: whole["persons"][2].update(id="gf1")), "persons[2].id"),
    BadFile("double union", lambda: families(lambda whole: whole["unions"][1].update(id="U1")), "unions[1].id"),
    BadFile("no partners", lambda: families(lambda whole: whole["unions"][1].pop("partners")), "unions[1] has no"),
    BadFile("stranger", lambda: families(lambda whole: whole["unions"][0]["partners"].append("zz")), "partners[2]"),
    BadFile(
        "strange child",
        lambda: families(lambda whole: whole["unions"][0]["children"].append({"id": "zz"})),
        "[2] names",
    ),
    BadFile(
        "child twice",
        lambda: families(lambda whole: whole["unions"][0]["children"].append({"id": "dad"})),
        "unions[0].children[2]",
    ),
    BadFile("wrong sex", lambda: families(lambda whole: whole["persons"][0].update(sex="male")), "persons[0].sex"),
    BadFile(
        "wrong status", lambda: families(lambda whole: whole["unions"][0].update(status="wed")), "unions[0].status"
    ),
    BadFile(
        "wrong child link", lambda: families(lambda whole: whole["unions"][0]["children"][0].update(rel="pet")), ".rel"
    ),
    BadFile(
        "own ancestor",
        lambda: families(lambda whole: whole["unions"][0]["children"].append({"id": "gf1"})),
        "own child",
    ),
    BadFile(
        "own grandparent in JSON",
        lambda: families(lambda whole: whole["unions"][3]["children"].append({"id": "gf1"})),
        "their own ancestor",
    ),
    BadFile("NaN", lambda: families(lambda whole: whole.update(extra=float("nan"))), "NaN"),
    BadFile("infinity", lambda: b'{"persons": [], "unions": [], "x": 1e999}', "too large"),
    BadFile("huge number", lambda: b'{"persons": [], "unions": [], "x": ' + b"9" * 5_000 + b"}", "5,000 digits"),
    BadFile("deep", lambda: b'{"persons": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested"),
    BadFile("double member", lambda: b'{"persons": [], "persons": [], "unions": []}', "twice"),
    BadFile("half character", lambda: b'{"persons": [{"id": "\\ud800"}], "unions": []}', "half a character"),
    BadFile("JSON not UTF-8", lambda: b'{"persons": [],\n"unions": [], "name": "Zo\xeb"}', "Line 2 holds bytes"),
    BadFile("endless extra", lambda: families(lambda whole: whole.update(x="x" * 100_001)), "x is longer"),
    BadFile(
        "too many in JSON",
        lambda: families(lambda whole: whole["persons"].extend({"id": f"x{n}"} for n in range(20_000))),
        "20,017 people",
    ),
]

BAD_NETWORKS = [
    BadFile("unknown format", lambda: b'{"format": "kith-picture", "version": 1}', "no known format"),
    BadFile("later version", lambda: b'{"format": "kith-network", "version": 2}', "version 2"),
    BadFile("no version", lambda: b'{"format": "kith-network"}', '"version"'),
    BadFile("version is true", lambda: b'{"format": "kith-network", "version": true}', '"version"'),
    BadFile("endless unknown field", lambda: _people_with(eyes="x" * 100_001), "persons[0].eyes is longer"),
    BadFile("missing field", lambda: network(persons=[{"sex": "F"}]), 'persons[0] has no "id"'),
    BadFile("not a date", lambda: _people_with(birth="last spring"), "persons[0].birth"),
    BadFile("date is a number", lambda: _people_with(birth=2019), "persons[0].birth is a number"),
    BadFile("yes as a word", lambda: _people_with(has_died="yes"), "persons[0].has_died"),
    BadFile("names as an object", lambda: _people_with(names={}), "persons[0].names"),
    BadFile("name as a word", lambda: _people_with(names=["Ann"]), "persons[0].names[0]"),
    BadFile("turned-round name", lambda: _people_with(names=[{"text": "Ann\u202eExample"}]), "invisible"),
    BadFile("name of two lines", lambda: _people_with(names=[{"text": "Ann\nBob"}]), "line breaks"),
    BadFile("endless name", lambda: _people_with(names=[{"text": "x" * 201}]), "longer than 200"),
    BadFile("endless words", lambda: _people_with(fact="x" * 100_001), "persons[0].fact is longer"),
    BadFile("unknown kind", lambda: _people_with(kind="wizard"), "persons[0].kind"),
    BadFile("unknown centre", lambda: network(about="p9"), "about names"),
    BadFile("unknown member", lambda: network(households=[{"id": "h", "members": [{"person": "x"}]}]), "members[0]"),
    BadFile("unknown relation", lambda: network(relations=[{"a": "x", "b": "y", "kind": "close"}]), "relations[0].a"),
    BadFile("double household", lambda: network(households=[{"id": "h"}, {"id": "h"}]), "households[1].id"),
]

ALL = [*NOT_A_FAMILY, *BAD_GEDCOM, *BAD_FAMILIES, *BAD_NETWORKS]
