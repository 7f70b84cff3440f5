"""`kith agencies`: a file is added to what stands, once; every fault is named, and then nothing is stored."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from kith.apps.access.queries import decide
from kith.apps.access.services import add_agencies
from kith.apps.agencies.agency_files import read_agency_file
from kith.apps.agencies.models import Organisation, Team, TeamMembership, User
from kith.apps.agencies.queries import agency_kinds, front_door_agency_id, front_door_phone
from kith.apps.audit.models import AuditRow
from kith.apps.people.actions import READ
from kith.cli.main import main
from kith.kernel.decisions import Level
from kith.testing.factories import (
    NOW,
    TODAY,
    Partnership,
    agency,
    child,
    email_of,
    family,
    partnership,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[4] / "docs" / "operate" / "agencies.example.toml"
TOP = 'version = "1"\nsource = "The partnership"\n'
COUNCIL = '[[agency]]\nname = "Council"\nkind = "childrens_social_care"\n'
DOOR = '[[agency.team]]\nkey = "front-door"\nname = "Front door"\nphone = "01632 960100"\n'
EAST = '[[agency.team]]\nkey = "east"\nname = "East team"\nphone = "01632 960001"\n'


@pytest.fixture(autouse=True)
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council", "east", kind="childrens_social_care"), agency("school", "pastoral")],
            workers=[
                worker("abe", "administrator"),
                worker("amy", "administrator"),
                worker("pru"),
                worker("tom", teams=["east"]),
            ],
        )
        made.add([family(child("mina"))])
        made.involve("mina", "east")
        yield made


def member(who: str, since: object = "2026-11-24", until: object = None) -> str:
    ends = f"until = {until}\n" if until else ""
    return f'[[agency.team.member]]\nemail = "{email_of(who)}"\nsince = {since}\n{ends}'


def loaded(folder: Path, text: str, *more: str, by: str = "abe") -> int:
    (folder / "county.toml").write_bytes(text.encode())
    return main(["agencies", str(folder / "county.toml"), "--by", email_of(by), *more])


def level_of(county: Partnership, who: str, about: str, *, now: dt.datetime = NOW) -> Level:
    return decide(county.actor(who, now=now), READ, county.refs[about], now=now).level


def counts() -> tuple[int, ...]:
    return tuple(table.objects.count() for table in (Organisation, Team, TeamMembership, AuditRow))


def times(who: str) -> list[tuple[str, dt.date, dt.date | None]]:
    rows = TeamMembership.objects.filter(user__email=email_of(who)).order_by("since_on", "pk")
    return list(rows.values_list("team__key", "since_on", "until_on"))


def test_the_example_of_the_documents_is_loaded_once(tmp_path: Path, capsys):
    for who, email in (("pru", "cleo.quist@council.example"), ("tom", "dan.orme@council.example")):
        User.objects.filter(email=email_of(who)).update(email=email)
    text = EXAMPLE.read_text(encoding="utf-8")
    before = counts()
    assert loaded(tmp_path, text, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "New agency: Westmarch Police (Police)." in said
    assert "New team: Front door, Westmarch Council, 01632 960100." in said
    assert "Pru Worker, Council, joins Front door from 30 November 2026." in said
    assert "Tom Worker, Council, joins Assessment team, east from 1 September 2026, until 1 March 2027." in said
    assert "this was a dry run" in said and counts() == before
    assert loaded(tmp_path, text) == 0
    assert "Done. 7 changes." in capsys.readouterr().out
    assert counts() == tuple(a + b for a, b in zip(before, (2, 3, 2, 1), strict=True))
    assert front_door_phone() == "01632 960100"
    assert front_door_agency_id() == Organisation.objects.get(name="Westmarch Council").pk
    after = counts()
    assert loaded(tmp_path, text) == 0
    assert "nothing to change" in capsys.readouterr().out and counts() == after


def test_one_deed_is_on_record_with_whom_it_moved(tmp_path: Path, county: Partnership):
    assert loaded(tmp_path, TOP + COUNCIL + DOOR + member("pru")) == 0
    row = AuditRow.objects.latest("pk")
    pru = county.actor("pru")
    assert (row.event, row.actor) == ("access.agencies.added", county.actor("abe").ref)
    noted = json.loads(row.payload)
    assert noted["version"] == "1"
    assert noted["joined"] == [
        {"user": pru.ref, "team": Team.objects.get(key="front-door").ref, "since": "2026-11-24", "until": ""}
    ]


def test_whoever_joins_a_team_reads_what_it_works_with_until_they_leave_it(tmp_path: Path, county: Partnership):
    assert level_of(county, "pru", "mina") == Level.SUMMARY
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("pru")) == 0
    assert level_of(county, "pru", "mina") == Level.EXPORT
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("pru", until="2026-11-25")) == 0
    assert level_of(county, "pru", "mina") == Level.EXPORT
    tomorrow = NOW + dt.timedelta(days=1)
    assert level_of(county, "pru", "mina", now=tomorrow) == Level.SUMMARY


def test_what_the_file_does_not_name_stays(tmp_path: Path):
    before = times("tom")
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("pru")) == 0
    assert times("tom") == before
    assert Team.objects.filter(key="pastoral").exists()
    ended = TOP + COUNCIL + EAST + member("pru", until="2026-12-24")
    assert loaded(tmp_path, ended) == 0
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("pru")) == 0, "a line without an end takes none back"
    assert times("pru") == [("east", TODAY, dt.date(2026, 12, 24))]


def test_a_time_ends_and_another_begins_in_one_file(tmp_path: Path):
    old, new = member("tom", "2015-01-01", "2026-11-24"), member("tom", "2026-12-01")
    assert loaded(tmp_path, TOP + COUNCIL + EAST + old + new) == 0
    assert times("tom") == [("east", dt.date(2015, 1, 1), TODAY), ("east", dt.date(2026, 12, 1), None)]


def test_a_team_gets_another_name_and_number(tmp_path: Path, capsys):
    assert loaded(tmp_path, TOP + COUNCIL + EAST.replace("East team", "East").replace("960001", "960002")) == 0
    assert "Changed team: East team is now East, 01632 960002." in capsys.readouterr().out
    assert Team.objects.get(key="east").phone == "01632 960002"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("version = ", "It is no TOML file"),
        ("a = " + "[" * 5000, "It is no TOML file"),
        ("", "Top: version is missing."),
        (TOP, "It names no agency."),
        (TOP + "agency = 1", "Top: agency has to be a list of tables."),
        (TOP + COUNCIL.replace("childrens_social_care", "elders"), "“elders” is no kind of agency. The kinds are"),
        (TOP + COUNCIL.replace("childrens_social_care", "police"), "it stands here as “Children’s social care”"),
        (TOP + COUNCIL.replace('"Council"', '""'), "Agency 1: name is missing."),
        (TOP + COUNCIL.replace('"Council"', "1"), "Agency 1: name has to be a text in quotes."),
        (TOP + COUNCIL.replace("Council", "C\\u202eouncil"), "invisible and cannot be kept"),
        (TOP + COUNCIL.replace("Council", "C\\u0000"), "invisible and cannot be kept"),
        (TOP + COUNCIL.replace("Council", "x" * 201), "the limit is 200"),
        (TOP + COUNCIL + COUNCIL.replace("Council", "COUNCIL"), "this agency stands in the file twice"),
        (TOP + COUNCIL + DOOR + DOOR, "team 2 (front-door): there is one front door"),
        (TOP + COUNCIL + DOOR.replace("01632 960100", ""), "phone is missing"),
        (TOP + COUNCIL + EAST.replace("phone", "phon"), "there is no field 'phon' here"),
        (TOP + COUNCIL + EAST.replace("east", "East side"), "a key has small letters"),
        (TOP + COUNCIL + EAST.replace("east", "pastoral"), "another team has this key. Give this team another."),
        (TOP + COUNCIL + EAST + member("nobody"), "(nobody@kith.example): nobody works here under that email"),
        (TOP + COUNCIL + EAST + member("pru", until="2026-11-24"), "it would end on 24 November 2026"),
        (TOP + COUNCIL + EAST + member("pru", '"2026-11-24"'), "since has to be a day such as 2026-11-24"),
        (TOP + COUNCIL + EAST + member("pru", "2026-11-24T10:00:00"), "since has to be a day"),
        (TOP + COUNCIL + EAST + member("pru") + member("pru", "2026-12-01"), "in this team twice at one time"),
        (TOP + COUNCIL + EAST + member("tom"), "they are in this team already from 1 January 2015."),
        (TOP + COUNCIL + EAST + member("abe"), "nobody puts themself into a team"),
    ],
)
def test_a_fault_is_named_by_its_place_and_nothing_is_stored(text: str, says: str, tmp_path: Path, capsys):
    before = counts()
    assert loaded(tmp_path, text) == 2
    said = capsys.readouterr().err
    assert says in said and said.startswith("county.toml cannot be loaded, and nothing was stored.\n")
    assert counts() == before


def test_all_faults_are_named_at_once(tmp_path: Path, capsys):
    faults = COUNCIL.replace("childrens_social_care", "elders") + EAST + member("nobody") + member("pru", "1")
    assert loaded(tmp_path, TOP + faults) == 2
    assert capsys.readouterr().err.count("\n") == 4


def test_there_is_one_front_door_for_all_files(tmp_path: Path, capsys):
    assert loaded(tmp_path, TOP + COUNCIL + DOOR) == 0
    capsys.readouterr()
    elsewhere = '[[agency]]\nname = "School"\nkind = "school"\n'
    assert loaded(tmp_path, TOP + elsewhere + DOOR) == 2
    assert "there is one front door" in capsys.readouterr().err
    assert Team.objects.filter(key="front-door").count() == 1


def test_text_that_looks_like_code_stays_text(tmp_path: Path):
    assert loaded(tmp_path, TOP + COUNCIL.replace("Council", "<b>'; DROP TABLE x; --</b>")) == 0
    assert Organisation.objects.filter(name="<b>'; DROP TABLE x; --</b>").exists()


def test_another_administrator_moves_an_administrator(tmp_path: Path):
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("abe"), by="amy") == 0
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("abe", until="2026-11-25")) == 0, "one leaves by oneself"
    assert times("abe") == [("east", TODAY, dt.date(2026, 11, 25))]
    assert loaded(tmp_path, TOP + COUNCIL + EAST + member("abe", until="2027-11-25")) == 2, "and does not stay longer"


def test_whoever_has_left_joins_nothing_and_an_old_file_still_loads(tmp_path: Path, capsys):
    text = TOP + COUNCIL + EAST + member("pru")
    assert loaded(tmp_path, text) == 0
    User.objects.filter(email=email_of("pru")).update(is_active=False)
    assert loaded(tmp_path, text) == 0
    assert loaded(tmp_path, TOP + COUNCIL + DOOR + member("pru")) == 2
    assert "they do not work here any more" in capsys.readouterr().err


@pytest.mark.parametrize("who", ["pru", "tom"])
def test_whoever_is_no_administrator_loads_nothing(who: str, tmp_path: Path, county: Partnership):
    before = counts()[:3]
    assert loaded(tmp_path, TOP + COUNCIL + DOOR, by=who) == 2
    assert loaded(tmp_path, TOP + COUNCIL + DOOR, "--dry-run", by=who) == 2
    assert counts()[:3] == before
    assert AuditRow.objects.latest("pk").event == "audit.access.refused"


def test_a_file_that_cannot_be_opened(tmp_path: Path, capsys):
    assert main(["agencies", str(tmp_path / "nowhere.toml"), "--by", email_of("abe")]) == 2
    assert "cannot be opened" in capsys.readouterr().err
    (tmp_path / "county.toml").write_bytes(b"\xff\xfe")
    assert main(["agencies", str(tmp_path / "county.toml"), "--by", email_of("abe")]) == 2
    assert "not written in UTF-8" in capsys.readouterr().err


def test_a_deed_that_breaks_off_leaves_nothing(county: Partnership, monkeypatch):
    before = counts()
    monkeypatch.setattr("kith.apps.access.services.agencies.write_additions", broken)
    with pytest.raises(RuntimeError):
        add_agencies(by=county.actor("abe"), data=(TOP + COUNCIL + DOOR).encode(), name="x", now=NOW)
    assert counts() == before


def broken(found: object) -> None:
    Team.objects.bulk_create([Team(organisation=Organisation.objects.first(), key="x", name="x")])
    raise RuntimeError


@pytest.mark.parametrize("data", [b"\x00", b"[[agency]]\n[agency]", b"agency = [[1]]", b"\xef\xbb\xbf", b"nan = nan"])
def test_whatever_is_in_it_reading_names_faults_and_never_breaks(data: bytes):
    assert read_agency_file(data, kinds=agency_kinds()).faults
