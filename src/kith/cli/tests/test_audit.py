"""`kith audit`: the record is verified, its heads are handed out, and each refusal is one sentence."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from kith.apps.agencies.projections import Operator
from kith.apps.audit import services
from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.services import deed, note_emergency, reading
from kith.apps.records.keys import new_key, read_keys
from kith.cli import audit
from kith.cli.main import main
from kith.kernel.decisions import Level, granted
from kith.testing.emptying import audit_rows_unlocked
from kith.testing.factories import NOW

pytestmark = pytest.mark.django_db
MAY = granted(Level.WRITE, "R1", "You work with this child.")
Said = pytest.CaptureFixture[str]


def write_rows(*, agency: str = "council", count: int = 3) -> None:
    for number in range(count):
        with deed("test.deed", by=Operator("ana", agency), now=NOW, decision=MAY) as act:
            act.changed("mina", after={"number": number})


def kith(*arguments: object) -> int:
    return main(["audit", *map(str, arguments)])


def refusal(capsys: Said) -> str:
    said = capsys.readouterr().err.strip()
    assert said and "\n" not in said
    return said


def test_a_record_that_holds_is_said_with_its_counts(capsys: Said) -> None:
    write_rows()
    write_rows(agency="school", count=1)
    assert kith("verify") == 0
    assert capsys.readouterr().out == "The audit record holds: 4 rows in 2 chains.\n"


@pytest.mark.django_db(transaction=True)
def test_a_record_that_does_not_hold_is_said_with_its_place(capsys: Said) -> None:
    write_rows()
    with audit_rows_unlocked():
        AuditRow.objects.filter(sequence=2).update(event="nothing.happened")
    assert kith("verify") == 1
    assert capsys.readouterr().out == "The audit record does not hold. Chain council, row 2: the row was changed.\n"


def test_heads_are_handed_out_and_held_against_the_record(capsys: Said, tmp_path: Path) -> None:
    file = tmp_path / "heads"
    for _ in range(2):
        write_rows()
        assert kith("head", "--output", file) == 0
    key = capsys.readouterr().out.split()[-1]
    assert kith("verify", "--head", file, "--head", file, "--key", key) == 0
    assert "6 rows in 1 chain. 4 signed heads" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_a_chain_that_was_cut_off_with_its_head_is_found(capsys: Said, tmp_path: Path) -> None:
    write_rows()
    kith("head", "--chain", "council", "--output", tmp_path / "heads")
    with audit_rows_unlocked():
        AuditSubject.objects.filter(row__sequence=3).delete()
        AuditRow.objects.filter(sequence=3).delete()
        Chain.objects.update(sequence=2, head=AuditRow.objects.get(sequence=2).hash)
    assert kith("verify") == 0
    assert kith("verify", "--head", tmp_path / "heads") == 1
    assert "Chain council, row 3: rows are missing at the end." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "heads cannot be opened: no such file or directory."),
        (b"", "heads holds no head of an audit chain."),
        (b"\xff\xfe", "heads holds no head of an audit chain."),
        (b"nonsense", "Line 1 of heads is not a head of an audit chain."),
    ],
)
def test_a_bad_file_is_one_sentence(capsys: Said, tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "heads").write_bytes(content)
    assert kith("verify", "--head", tmp_path / "heads") == 2
    assert refusal(capsys) == says


def test_what_cannot_be_handed_out_is_one_sentence(
    capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_rows()
    assert kith("head", "--chain", "police", "--output", tmp_path / "heads") == 2
    assert "no chain police" in refusal(capsys) and not (tmp_path / "heads").exists()
    assert kith("head", "--output", tmp_path / "nowhere" / "heads") == 2
    assert "cannot be written" in refusal(capsys)
    assert kith("head", "--output", tmp_path / "heads") == 0
    capsys.readouterr()
    monkeypatch.setattr(settings, "AUDIT_KEYS", read_keys(AUDIT_KEY, new_key()))
    assert kith("head", "--output", tmp_path / "heads") == 2
    assert "not signed with the key" in refusal(capsys)


def test_a_bar_is_shown_only_when_it_takes_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    with audit.bar_when_slow(10) as bar:
        bar.show(1)
        assert bar.task is None
        monkeypatch.setattr(audit, "PATIENCE", -1)
        bar.show(2)
        assert bar.task is not None


def test_looks_of_an_emergency_are_recovered(capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(services, "append", full)
        with reading("web.emergency", by=Operator("ana", "council"), now=NOW) as scope:
            note_emergency()
            scope.subjects["mina"] = "opened"
    assert main(["doctor"]) == 2
    assert "kith audit recover" in capsys.readouterr().out
    assert kith("recover") == 0
    assert capsys.readouterr().out == "1 look from the emergency journal went onto the record.\n"
    assert main(["doctor"]) == 0


def full(entry: object) -> None:
    raise OperationalError("database or disk is full")


def test_keys_are_rotated(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows()
    assert kith("new-key") == 0
    new = read_keys(AUDIT_KEY, capsys.readouterr().out)
    monkeypatch.setattr(settings, "AUDIT_KEYS", (*new, *settings.AUDIT_KEYS))
    assert kith("rewrap") == 0
    assert capsys.readouterr().out == "1 key wrapped under the audit key in use.\n"
    monkeypatch.setattr(settings, "AUDIT_KEYS", new)
    assert main(["doctor"]) == 0


def test_the_doctor_misses_a_key(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows()
    monkeypatch.setattr(settings, "AUDIT_KEYS", read_keys(AUDIT_KEY, new_key()))
    assert main(["doctor"]) == 2
    assert "KITH_AUDIT_KEY" in capsys.readouterr().out
