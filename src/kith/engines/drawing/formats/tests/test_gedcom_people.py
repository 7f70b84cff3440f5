"""What becomes of a GEDCOM individual, and that nothing of it is lost."""

from kith.engines.drawing.formats import Reading, read
from kith.engines.drawing.formats.tests.samples import gedcom, person
from kith.engines.drawing.network import Kept, Name, Person
from kith.kernel.partial_dates import PartialDate


def one(*lines: str, name: str = "Ann /Example/") -> tuple[Person, Reading]:
    """The person of a file with nobody else; the first given line is line 7."""
    reading = read(gedcom(*person("I1", *lines, name=name)), name="x.ged")
    return reading.network.persons[0], reading


def test_a_name_has_its_text_and_its_parts() -> None:
    ann, reading = one("2 GIVN Ann", "2 SURN Example", "2 NSFX Jr", name="Ann /Example/ Jr")
    assert ann.names == (Name(text="Ann Example Jr", given="Ann", family="Example"),)
    assert reading.network.kept == ()


def test_a_name_without_strokes_is_all_given() -> None:
    ann, _ = one(name="Ann  Marie")
    assert ann.names == (Name(text="Ann Marie", given="Ann Marie"),)


def test_parts_make_the_name_where_the_line_is_empty() -> None:
    ann, _ = one("2 GIVN Ann", "2 SURN Example", name="")
    assert ann.called == "Ann Example"


def test_nobody_knows_the_name() -> None:
    ann, reading = one(name="//")
    assert (ann.names, ann.called) == ((), "I1")
    assert reading.network.kept == (Kept(where="line 6", tag="NAME", value="//", owner="I1"),)


def test_kinds_of_names() -> None:
    ann, _ = one(
        "2 TYPE birth",
        "1 NAME Ann /Married/",
        "2 TYPE married",
        "1 NAME Annie",
        "2 TYPE aka",
        "1 NAME Ann /Other/",
        "2 NICK Baz",
    )
    kinds = [(name.text, name.kind) for name in ann.names]
    assert kinds == [
        ("Ann Example", "previous"),
        ("Ann Married", "legal"),
        ("Annie", "known_as"),
        ("Ann Other", "legal"),
        ("Baz", "known_as"),
    ]


def test_a_birth_name_alone_is_the_legal_one() -> None:
    ann, _ = one("2 TYPE birth")
    assert ann.names[0].kind == "legal"


def test_the_recorded_sex() -> None:
    assert [one(f"1 SEX {word}")[0].sex for word in ("F", "M", "X", "U", "f")] == ["F", "M", "X", "", "F"]
    ann, reading = one("1 SEX Woman")
    assert ann.sex == ""
    assert reading.network.kept == (Kept(where="line 7", tag="SEX", value="Woman", owner="I1"),)
    assert "line 7" in reading.warnings[0]


def test_birth_and_death() -> None:
    ann, reading = one("1 BIRT", "2 DATE ABT 1900", "2 PLAC Exampleton", "1 DEAT Y")
    assert (ann.birth, ann.death, ann.has_died) == (PartialDate("1900~"), None, True)
    assert reading.network.kept == (Kept(where="line 9", tag="BIRT.PLAC", value="Exampleton", owner="I1"),)


def test_somebody_alive_and_somebody_said_not_to_have_died() -> None:
    assert not one()[0].has_died
    ann, reading = one("1 DEAT N")
    assert not ann.has_died
    assert reading.kept_by_tag == {"DEAT": 1}


def test_words_that_are_no_date_are_kept_and_reported() -> None:
    ann, reading = one("1 DEAT", "2 DATE (shortly after the war)")
    assert (ann.death, ann.has_died) == (None, True)
    assert reading.network.kept == (Kept(where="line 8", tag="DEAT.DATE", value="(shortly after the war)", owner="I1"),)
    assert reading.warnings == (
        'A date was not understood, so its words are kept, for example "(shortly after the war)" (line 8).',
    )


def test_a_second_birth_is_kept() -> None:
    ann, reading = one("1 BIRT", "2 DATE 1900", "1 BIRT", "2 DATE 1901")
    assert ann.birth == PartialDate("1900")
    assert reading.network.kept == (Kept(where="line 10", tag="BIRT.DATE", value="1901", owner="I1"),)


def test_addresses() -> None:
    ann, reading = one(
        "1 RESI",
        "2 DATE FROM 1990 TO MAR 1995",
        "2 ADDR 1 Example Road",
        "3 CONT Exampleton",
        "3 CITY Exampleton",
        "3 POST AB1 2CD",
        "1 RESI Bletsoe",
    )
    first, second = ann.addresses
    assert (first.lines, first.postcode) == ("1 Example Road\nExampleton", "AB1 2CD")
    assert (first.since, first.until) == (PartialDate("1990"), PartialDate("1995-03"))
    assert (second.lines, second.since) == ("Bletsoe", None)
    assert reading.network.kept == ()


def test_a_town_named_like_a_street_is_not_lost() -> None:
    ann, _ = one("1 ADDR 1 York Street", "2 CITY York")
    assert ann.addresses[0].lines == "1 York Street\nYork"


def test_everything_else_is_kept_with_its_line_and_owner() -> None:
    _, reading = one("1 NOTE first", "2 CONT second", "2 CONC  half", "1 _XYZ @I9@", "2 @D1@ _DEEP 7", "1 OBJE")
    assert reading.network.kept == (
        Kept(where="line 7", tag="NOTE", value="first\nsecond half", owner="I1"),
        Kept(where="line 10", tag="_XYZ", value="@I9@", owner="I1"),
        Kept(where="line 11", tag="_XYZ._DEEP", value="@D1@ 7", owner="I1"),
        Kept(where="line 12", tag="OBJE", value="", owner="I1"),
    )
    assert reading.kept_by_tag["_XYZ._DEEP"] == 1


def test_other_records_are_kept_with_their_id() -> None:
    reading = read(gedcom(*person("I1"), "0 @S1@ SOUR", "1 TITL A book", "0 @N1@ NOTE words"), name="x")
    assert [(kept.where, kept.tag, kept.value) for kept in reading.network.kept] == [
        ("line 7", "SOUR", "@S1@"),
        ("line 8", "SOUR.TITL", "A book"),
        ("line 9", "NOTE", "@N1@ words"),
    ]


def test_a_name_with_invisible_characters_is_cleaned_and_its_line_kept() -> None:
    ann, reading = one(name="Ann \u202eelpmaxE\x07")
    assert ann.called == "Ann elpmaxE"
    assert reading.network.kept[0].value == "Ann \u202eelpmaxE\x07"
    assert "line 6" in reading.warnings[0]


def test_hostile_text_stays_plain_text() -> None:
    words = "<script>alert(1)</script> {{ 7*7 }} '; DROP TABLE x;--"
    ann, _ = one(name=words.replace("/", "|"))
    assert ann.called == words.replace("/", "|")


def test_an_endless_name_is_shortened_and_its_line_kept() -> None:
    ann, reading = one(name="x" * 5_000)
    assert ann.called == "x" * 200
    assert reading.network.kept[0].value == "x" * 5_000


def test_text_is_composed() -> None:
    assert one(name="Zoe\u0308")[0].called == "Zo\xeb"


def test_an_association_is_a_known_relation_in_its_own_words() -> None:
    lines = (*person("I1", "1 ASSO @I2@", "2 RELA godmother", "1 ASSO @I9@"), *person("I2"))
    reading = read(gedcom(*lines), name="x")
    (relation,) = reading.network.relations
    assert (relation.a, relation.b, relation.kind) == ("I1", "I2", "known")
    assert relation.account and relation.account.words == "godmother"
    assert reading.network.kept == (Kept(where="line 9", tag="ASSO", value="@I9@", owner="I1"),)
