"""The commands that need the database: loading a file, the demonstration, the doctor, the server's port."""

import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kith.apps.agencies.projections import Operator
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.installation.services import found
from kith.apps.people.queries import family_of
from kith.cli import draw_for_paper, serve
from kith.cli.demo import sign_in_sheet
from kith.cli.main import main
from kith.cli.own_keys import misplaced_keys
from kith.cli.serve import CannotServe, free_port, run_server
from kith.kernel.spoken_secrets import new_spoken_secret
from kith.testing.emptying import audit_rows_unlocked
from kith.testing.factories import NOW, Partnership, agency, child, email_of, family, partnership, worker

SIMPSONS = Path(__file__).parents[2] / "engines" / "drawing" / "formats" / "tests" / "data" / "simpsons.ged"
pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("mo"), worker("away"), worker("eyes", "analyst")])
    made.add([family(child("bart", "Bart Simpson"))])
    made.involve("bart", "mo")
    return made


def load(county: Partnership, *more: str, file: Path = SIMPSONS, by: str = "mo", about: str = "Bart_Simpson") -> int:
    names = ["--child", county.refs["bart"], "--about", about, "--by", email_of(by)]
    return main(["load", str(file), *names, *more])


def names_round_bart(county: Partnership) -> set[str]:
    actor = county.actor("mo")
    with reading("test", by=actor, now=NOW):
        return {p.called for p in family_of(actor, county.refs["bart"], now=NOW).network.persons}


def test_a_dry_run_says_what_would_be_created_and_stores_nothing(
    county: Partnership, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(county, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "10 new people and 14 ties" in said
    assert "8 OBJE" in said
    assert names_round_bart(county) == {"Bart Simpson"}


def test_a_file_is_brought_in_whole_and_only_once(county: Partnership, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(county) == 0
    assert {"Homer Simpson", "Clancy Bouvier"} < names_round_bart(county)
    assert len(names_round_bart(county)) == 11
    assert load(county) == 2
    assert "Nothing was loaded twice" in capsys.readouterr().err
    assert len(names_round_bart(county)) == 11


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "away"}, "Ask somebody who is"),
        ({"by": "eyes"}, "nothing here for you to open"),
        ({"by": "nobody"}, "Nobody works here"),
        ({"about": "Nobody"}, "--about"),
        ({"file": Path("nowhere.ged")}, "cannot be opened"),
    ],
)
def test_a_refusal_stores_nothing(
    county: Partnership, options: dict[str, object], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(county, **options) == 2  # type: ignore[arg-type]
    assert says in capsys.readouterr().err
    assert names_round_bart(county) == {"Bart Simpson"}


def test_a_demonstration_is_never_made_beside_live_data(capsys: pytest.CaptureFixture[str]) -> None:
    found(by=Operator(), kind="live", partnership="Anywhere", seed="", now=NOW)
    assert main(["demo", "--no-serve"]) == 2
    assert "never made beside real people" in capsys.readouterr().err
    assert main(["town", "--children", "1"]) == 2


def test_a_demonstration_listens_on_this_machine_only() -> None:
    found(by=Operator(), kind="demo", partnership="Eastmarch", seed="7", now=NOW)
    with pytest.raises(CannotServe, match="this machine only"):
        run_server(host="0.0.0.0")


@pytest.fixture
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one key that this installation made for itself."""
    path = tmp_path / "audit.key"
    path.write_text("a key")
    monkeypatch.setattr(settings, "OWN_KEY_FILES", {"KITH_AUDIT_KEY": path, "KITH_FILE_KEY": tmp_path / "files.key"})
    return path


def test_live_data_are_not_served_beside_their_keys(
    own_key: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "watch", lambda children: None)
    monkeypatch.setattr(serve, "begin", lambda *options: None)
    found(by=Operator(), kind="live", partnership="Anywhere", seed="", now=NOW)
    with pytest.raises(CannotServe, match=r"give what stands in audit\.key as KITH_AUDIT_KEY, and take"):
        run_server()
    assert main(["doctor"]) == 2
    assert "may not lie in the data folder" in capsys.readouterr().out
    own_key.unlink()
    assert main(["doctor"]) == 0


def test_a_demonstration_has_its_keys_beside_its_data(own_key: Path) -> None:
    found(by=Operator(), kind="demo", partnership="Eastmarch", seed="7", now=NOW)
    assert misplaced_keys() == ""


def test_every_installation_has_passwords_of_its_own() -> None:
    assert len({new_spoken_secret() for _ in range(200)}) == 200


def test_a_lost_sign_in_sheet_is_said_and_not_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    assert "gone" in sign_in_sheet()


def test_the_next_free_port_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port("127.0.0.1", port) != port


def test_the_doctor_finds_a_healthy_house_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "The audit record holds" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("", "ok       Pango, so that pictures can be printed as PDF"),
        ("A PDF needs Pango.", "A PDF needs Pango. SVG, PNG and text work without it."),
    ],
)
def test_the_doctor_says_whether_pictures_can_be_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, missing: str, says: str
) -> None:
    monkeypatch.setattr(draw_for_paper, "missing_for_pdf", lambda: missing)
    assert main(["doctor"]) == 0, "nobody needs it"
    assert says in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_the_doctor_finds_a_changed_audit_row(capsys: pytest.CaptureFixture[str]) -> None:
    partnership(agencies=[agency("council")], workers=[worker("mo")])
    with audit_rows_unlocked():
        AuditRow.objects.update(event="nothing.happened")
    assert main(["doctor"]) == 2
    assert "does not hold" in capsys.readouterr().out


def test_a_database_that_stopped_half_way_in_an_earlier_version_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Django itself would say that all is done, and the first page would fail."""
    recorder = MigrationRecorder(connection)
    last_one_made = "0005_without_birth_groups"
    for app, name in recorder.applied_migrations():
        if app == "people" and ("squashed" in name or name > last_one_made):
            recorder.record_unapplied(app, name)
    assert main(["migrate"]) == 2
    assert "stopped half-way in an earlier Kith (people)" in capsys.readouterr().err
