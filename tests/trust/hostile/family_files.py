"""Family files that break a reader, or would break a page."""

from kith.engines.drawing.formats import write
from kith.engines.drawing.network import Network, Person
from tests.trust.hostile.archives import packed, workbook
from tests.trust.hostile.families import circle, deep, endless_note, families, gedcom, named, people
from tests.trust.hostile.hostile_file import SVG, HostileFile
from tests.trust.hostile.pictures import jpeg_with_everything

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><GenoPro>&b;</GenoPro>'


def genopro(text: str) -> bytes:
    return packed({"Data.xml": text.encode()})


def lying(tag: bytes) -> bytes:
    """A person of a file that Kith wrote, with one value that no network may hold."""
    data = write(Network(persons=(Person(id="I1", pronouns="they"),)), to="gedcom551").data
    return data.replace(b"1 _PRONOUNS they", b"1 " + tag + b" wizard")


FAMILIES = [
    HostileFile("nothing", "family", lambda: b"", "empty"),
    HostileFile("one byte", "family", lambda: b"0", "not a family file"),
    HostileFile("white space", "family", lambda: b" \r\n" * 5_000, "empty"),
    HostileFile("somebody who is their own parent", "family", lambda: circle(1), "own child"),
    HostileFile("a circle of 3,000", "family", lambda: circle(3_000), "own ancestor"),
    HostileFile("100,000 levels", "family", lambda: deep(100_000), ""),
    HostileFile("a note without end", "family", lambda: endless_note(50_000), "begins on line"),
    HostileFile("20,001 people", "family", lambda: gedcom(*people(20_001)), "20,001 people"),
    HostileFile("a name of 1 MB", "family", lambda: named("x" * 1_000_000), "longer"),
    HostileFile("a zero in a name", "family", lambda: named("Ann\0 /Example/"), "zero"),
    HostileFile("bytes that are not UTF-8", "family", lambda: gedcom(*people(1, "Zo\xeb"), coded="latin-1"), "Line 6"),
    HostileFile("half a UTF-16", "family", lambda: b"\xff\xfe0\0 \0H", ""),
    HostileFile("a wrong UTF-16", "family", lambda: b"\xff\xfe" + b"\x00\xd8" * 50, ""),
    HostileFile("an id turned round", "family", lambda: gedcom("0 @I\u202e1@ INDI"), "has an id"),
    HostileFile("two files in one", "family", lambda: named("A") * 2, "Line 7"),
    HostileFile("a family and an archive", "family", lambda: named("A") + packed({"x": b"x"}), ""),
    HostileFile(
        "markup for a name",
        "family",
        lambda: named("<script>alert(1)</script>"),
        harmless=lambda read: len(read.network.persons) == 1,
    ),
    HostileFile(
        "a formula for a name",
        "family",
        lambda: named("=cmd|' /C calc'!A0"),
        harmless=lambda read: len(read.network.persons) == 1,
    ),
    HostileFile(
        "3,000 brothers and sisters",
        "family",
        lambda: gedcom(*people(3_000), "0 @F@ FAM", *(f"1 CHIL @I{n}@" for n in range(3_000))),
        harmless=lambda read: len(read.network.unions[0].children) == 3_000,
    ),
    HostileFile(
        "lists 200,000 deep", "family", lambda: b'{"persons":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested"
    ),
    HostileFile("objects 50,000 deep", "family", lambda: b'{"persons":' * 50_000 + b"1" + b"}" * 50_000, "nested"),
    HostileFile("a number that is none in JSON", "family", lambda: families(x=float("nan")), "NaN"),
    HostileFile(
        "a number without end", "family", lambda: b'{"persons":[],"unions":[],"x":' + b"9" * 100_000 + b"}", "digits"
    ),
    HostileFile("1e999", "family", lambda: b'{"persons":[],"unions":[],"x":1e999}', "too large"),
    HostileFile("one key twice", "family", lambda: b'{"persons":[],"persons":[],"unions":[]}', "twice"),
    HostileFile(
        "half a character", "family", lambda: b'{"persons":[{"id":"\\ud800"}],"unions":[]}', "half a character"
    ),
    HostileFile(
        "one's own partner in JSON",
        "family",
        lambda: families(unions=[{"id": "u", "partners": ["a", "a"], "children": []}]),
        "own partner",
    ),
    HostileFile("an archive as a family", "family", workbook, "ZIP"),
    HostileFile("a drawing as a family", "family", lambda: SVG, "SVG"),
    HostileFile("a picture as a family", "family", jpeg_with_everything, "JPEG"),
    HostileFile("GenoPro with a bomb of entities", "family", lambda: genopro(BOMB), "DOCTYPE"),
    HostileFile("GenoPro 100,000 deep", "family", lambda: genopro("<a>" * 100_000 + "</a>" * 100_000), "nested"),
    HostileFile("GenoPro packed 1,000 times over", "family", lambda: genopro(" " * 20_000_000), "packed more than"),
    HostileFile("GenoPro cut off", "family", lambda: genopro("<GenoPro/>")[:-9], "damaged"),
    HostileFile("GenoPro beside a way out", "family", lambda: packed({"../Data.xml": b"<GenoPro/>"}), "somewhere else"),
    HostileFile("GEDCOM in an archive in an archive", "family", lambda: packed({"gedcom.ged": genopro("")}), "ZIP"),
    HostileFile("GEDCOM with tags of ours that lie", "family", lambda: lying(b"_SEX"), "Line 13 (_SEX)"),
    HostileFile("PED with a circle", "family", lambda: b"A 1 2 0 1 1\nA 2 1 0 1 1\n", "own ancestor"),
    HostileFile("PED of 30,000 lines", "family", lambda: b"A 1 0 0 1 1\n" * 30_000, "30,000 lines"),
    HostileFile("CanRisk of a version to come", "family", lambda: b"##CanRisk 9.0\n", "no version"),
    HostileFile("51 MB", "family", lambda: b"0 HEAD\n" + bytes(51_000_000), "50 MB"),
]
