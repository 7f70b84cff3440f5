"""The emergency journal: a look that must be shown now is written beside the record, and chained when that recovers."""

import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from kith.apps.agencies.projections import Operator
from kith.apps.audit import journal, services
from kith.apps.audit.events import JOURNAL_BROKEN, JOURNAL_CHAINED
from kith.apps.audit.keys import AUDIT_KEY, NoAuditKey
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.queries import check_record, sightings_of
from kith.apps.audit.services import chain_journal, note_emergency, note_listed, note_opened, reading
from kith.apps.records.keys import new_key, read_keys
from kith.kernel.decisions import Decision, Level, granted
from kith.testing.factories import NOW, OPERATOR

pytestmark = pytest.mark.django_db
GRANT = granted(Level.READ, "R6", "You opened this in an emergency.")
ANA = Operator("ana-marsh", "council")


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    return tmp_path


@pytest.fixture
def no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "append", full)


def full(entry: object) -> None:
    raise OperationalError("database or disk is full")


def look(*subjects: str, by_rule: Decision = GRANT) -> None:
    with reading("web.emergency.child", by=ANA, now=NOW):
        for subject in subjects:
            note_opened(subject, decision=by_rule)


def test_without_a_grant_the_look_is_refused(no_record, data_dir):
    with pytest.raises(OperationalError):
        look("mina", by_rule=granted(Level.READ, "R1", "You work with this child."))
    assert list(data_dir.iterdir()) == []


def test_an_answer_can_be_marked_as_shown_in_an_emergency(no_record):
    with reading("web.emergency.list", by=ANA, now=NOW):
        note_emergency()
        note_listed(["mina"])
    assert journal.is_waiting()


def test_while_the_record_can_be_written_no_journal_begins(data_dir):
    look("mina")
    assert AuditRow.objects.get().rule == "R6"
    assert not journal.is_waiting()


def test_the_journal_says_nothing_to_whoever_finds_it(no_record):
    look("mina")
    look("lou-penhale")
    text = journal.path().read_bytes()
    assert not [
        word for word in (b"mina", b"lou-penhale", b"ana-marsh", b"council", b"emergency.child") if word in text
    ]
    assert len(text.splitlines()) == 2
    assert stat.S_IMODE(journal.path().stat().st_mode) == 0o600


def test_a_journal_that_cannot_be_written_refuses_the_look(no_record, monkeypatch, data_dir):
    monkeypatch.setattr(settings, "DATA_DIR", data_dir / "gone")
    with pytest.raises(OperationalError, match="full"):
        look("mina")


@pytest.fixture
def two_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two looks in the journal, and a record that can be written again."""
    with monkeypatch.context() as patched:
        patched.setattr(services, "append", full)
        look("mina")
        look("lou-penhale", "rae")


def test_every_look_goes_onto_the_record_once(two_looks, data_dir):
    assert chain_journal(by=OPERATOR, now=NOW).chained == 2
    (seen,) = sightings_of("rae").lines
    assert (seen.actor, seen.agency, seen.at, seen.how, seen.rule) == ("ana-marsh", "council", NOW, "opened", "R6")
    assert AuditRow.objects.filter(event=JOURNAL_CHAINED).count() == 1
    assert not journal.is_waiting()
    assert [file.suffix for file in data_dir.iterdir()] == [".chained"]
    assert chain_journal(by=OPERATOR, now=NOW).chained == 0
    assert check_record().faults == ()


def test_a_recovery_that_broke_off_is_simply_run_again(two_looks, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(journal, "put_aside", full)
        with pytest.raises(OperationalError):
            chain_journal(by=OPERATOR, now=NOW)
    assert journal.is_waiting()
    assert chain_journal(by=OPERATOR, now=NOW).chained == 0
    assert AuditRow.objects.filter(event="web.emergency.child").count() == 2
    assert not journal.is_waiting()


def test_a_look_that_comes_in_meanwhile_waits_for_the_next_run(two_looks, monkeypatch):
    found = journal.read()
    with monkeypatch.context() as patched:
        patched.setattr(services, "append", full)
        look("jun")
    journal.put_aside(found)
    assert chain_journal(by=OPERATOR, now=NOW).chained == 3
    assert not journal.is_waiting()


def lines() -> list[bytes]:
    return journal.path().read_bytes().splitlines(keepends=True)


def garble(line: bytes) -> bytes:
    place = line.index(b'"sealed":"') + 20
    return line[:place] + (b"A" if line[place : place + 1] != b"A" else b"B") + line[place + 1 :]


@pytest.mark.parametrize(
    ("tamper", "chained", "says"),
    [
        (lambda one, two: garble(one) + two, 1, "line 1 was changed"),
        (lambda one, two: one + garble(two), 1, "line 2 was changed"),
        (lambda one, two: two, 1, "before line 1"),
        (lambda one, two: two + one, 2, "before line 1"),
        (lambda one, two: one + one + two, 2, "before line 2"),
        (lambda one, two: b"nonsense\n" + one + two, 2, "line 1 was changed"),
        (lambda one, two: b"[]\n", 0, "line 1 was changed"),
    ],
)
def test_a_journal_that_was_changed_is_found_and_kept(two_looks, data_dir, tamper, chained, says):
    journal.path().write_bytes(tamper(*lines()))
    found = chain_journal(by=OPERATOR, now=NOW)
    assert says in found.fault
    assert found.chained == chained
    assert AuditRow.objects.filter(event=JOURNAL_BROKEN).count() == 1
    assert [file.suffix for file in data_dir.iterdir()] == [".broken"]


def test_a_line_that_was_cut_off_while_it_was_written_is_not_there(two_looks, monkeypatch):
    """Its look was never shown; what comes after it is whole."""
    journal.path().write_bytes(b"".join(lines())[:-20])
    with monkeypatch.context() as patched:
        patched.setattr(services, "append", full)
        look("jun")
    found = chain_journal(by=OPERATOR, now=NOW)
    assert (found.chained, found.fault) == (2, "")
    assert set(AuditSubject.objects.filter(how="opened").values_list("subject", flat=True)) == {"mina", "jun"}


def test_a_journal_waits_for_the_key_it_was_written_with(two_looks, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(settings, "AUDIT_KEYS", read_keys(AUDIT_KEY, new_key()))
        with pytest.raises(NoAuditKey):
            chain_journal(by=OPERATOR, now=NOW)
    assert chain_journal(by=OPERATOR, now=NOW).chained == 2
