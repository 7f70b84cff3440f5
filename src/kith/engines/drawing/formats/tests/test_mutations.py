"""However a file is damaged, it is read or refused, and nothing else ever happens."""

import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kith.engines.drawing.formats import CannotReadFamily, read, write_network_json
from kith.engines.drawing.formats.gedcom_out import write_gedcom
from kith.engines.drawing.formats.tests.samples import DATA, gedcom, person
from kith.engines.drawing.formats.tests.test_pedigrees import CANRISK, PED
from kith.engines.drawing.formats.tests.zips import packed
from kith.engines.drawing.network import (
    Account,
    ChildLink,
    Household,
    Identifier,
    Kept,
    Language,
    Membership,
    Name,
    Network,
    Person,
    Relation,
    Status,
    Union,
)
from kith.kernel.partial_dates import PartialDate

SMALL = gedcom(
    *person(
        "I1", "2 NICK Baz", "1 SEX F", "1 BIRT", "2 DATE BET 1900 AND 1905", "1 FAMS @F1@", name="Zo\xeb /Example/"
    ),
    *person("I2", "1 RESI", "2 ADDR 1 Road", "3 CONT Town", "2 DATE FROM 1990 TO 1995", "1 ASSO @I1@", "2 RELA friend"),
    *person("I3", "1 FAMC @F1@", "2 PEDI adopted", "1 ADOP", "2 FAMC @F1@", "1 NOTE a", "2 CONC b"),
    *("0 @F1@ FAM", "1 HUSB @I2@", "1 WIFE @I1@", "1 CHIL @I3@", "2 _FREL Natural", "1 MARR", "2 DATE 28 JAN 1456/57"),
)
RICH = Network(
    about="p1",
    persons=(
        Person(
            id="p1",
            names=(Name(text="Zo\xeb", since=PartialDate("2019-21")),),
            pronouns="they",
            languages=(Language(code="cy", needs_interpreter=True),),
            identifiers=(Identifier(kind="upn", value="X1"),),
            account=Account(told_by="Gran", told_on=PartialDate("2020")),
        ),
        Person(id="P2", kind="child", birth=PartialDate("2014~")),
    ),
    unions=(
        Union(
            id="u",
            partners=("p1",),
            statuses=(Status(kind="affair", until=PartialDate("2010")),),
            children=(ChildLink(child="P2", kind="kinship", twin="a"),),
        ),
    ),
    households=(Household(id="h", name="Gran's", members=(Membership(person="P2"),)),),
    relations=(Relation(a="p1", b="P2", kind="close"),),
    kept=(Kept(where="line 3", tag="NOTE", value="a\nb", owner="P2"),),
)
FILES = {
    "gedcom": SMALL,
    "ansel": SMALL.replace(b"UTF-8", b"ANSEL"),
    "gedcom 7": SMALL.replace(b"5.5.1", b"7.0").replace(b"2 PEDI adopted", b"2 PEDI OTHER\n3 PHRASE step"),
    "kith's own gedcom": write_gedcom(RICH, is_newest=False).data,
    "kith's own gedcom 7": write_gedcom(RICH, is_newest=True).data,
    "ped": PED,
    "canrisk": CANRISK,
    "genopro": packed({"Data.xml": (DATA / "genopro-data.xml").read_bytes()}, method=zipfile.ZIP_STORED),
    "gedzip": packed({"gedcom.ged": SMALL}),
    "utf-16": SMALL.decode().encode("utf-16"),
    "families": (DATA / "small.json").read_bytes()[:1_200] + b'}],"unions":[]}',
    "network": write_network_json(read(SMALL, name="x").network),
}


def read_or_refuse(data: bytes) -> None:
    try:
        reading = read(data, name="x")
    except CannotReadFamily as refusal:
        sentence = refusal.message
        assert "\n" not in sentence
        assert sentence.endswith(".")
        assert len(sentence) < 300
    else:
        assert read(write_network_json(reading.network), name="x").network == reading.network
        assert all("\n" not in warning and warning.endswith(".") for warning in reading.warnings)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 6_000), st.integers(0, 3), st.binary(max_size=4)), min_size=1, max_size=6),
)
@example("gedcom", [(0, 0, b"")])
def test_changed_bytes(which: str, changes: list[tuple[int, int, bytes]]) -> None:
    data = FILES[which]
    for position, removed, added in changes:
        place = position % (len(data) + 1)
        data = data[:place] + added + data[place + removed :]
    read_or_refuse(data)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.integers(0, 6_000))
def test_cut_off(which: str, length: int) -> None:
    read_or_refuse(FILES[which][:length])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_shuffled_lines(data: st.DataObject) -> None:
    lines = SMALL.splitlines()
    read_or_refuse(b"0 HEAD\n" + b"\n".join(data.draw(st.permutations(lines[1:]))) + b"\n")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(b"0 HEAD\n" + data + b"\n0 TRLR\n")
    read_or_refuse(b'{"persons":' + data + b"}")
