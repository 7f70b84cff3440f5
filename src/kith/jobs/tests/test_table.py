"""What each job does, and the sentence that it leaves."""

import datetime as dt
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import OperationalError

from kith.apps.access.projections import OverdueWork
from kith.apps.audit import journal as journal_file
from kith.apps.audit import services as audit
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load, note_emergency, reading
from kith.apps.files import disk
from kith.jobs import table
from kith.jobs.table import JournalDoesNotHold, heads, journal, lists, sessions, store, waiting
from kith.testing.factories import NOW, OPERATOR, agency, partnership, worker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    settings.HEADS_DIR = ""
    return tmp_path


def test_heads_go_to_the_folder_of_the_second_agency(settings, tmp_path):
    assert heads(NOW) == "No second agency keeps them: KITH_HEADS_DIR is not set."
    with load("test.load", by=OPERATOR, now=NOW, payload={}):
        pass
    settings.HEADS_DIR = str(tmp_path)
    assert heads(NOW) == "1 head written."
    assert heads(NOW) == "Nothing new since the last."


@pytest.fixture
def one_look_waits(monkeypatch):
    def full(entry: object) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(audit, "append", full)
        with reading("web.emergency", by=OPERATOR, now=NOW) as scope:
            note_emergency()
            scope.subjects["mina"] = "opened"


def test_looks_of_the_journal_go_onto_the_record(one_look_waits):
    assert journal(NOW) == "1 look went onto the record."
    assert journal(NOW) == "Nothing waits."
    assert AuditRow.objects.get(event="audit.journal.chained").actor == "schedule"


def test_a_journal_that_was_changed_is_told(one_look_waits):
    journal_file.path().write_text("nonsense\n")
    with pytest.raises(JournalDoesNotHold, match="line 1 was changed"):
        journal(NOW)


def session(key: str, user_id: int, expires: dt.datetime) -> None:
    Session.objects.create(session_key=key, session_data="", expire_date=expires)
    UserSession.objects.create(user_id=user_id, ip="127.0.0.1", session_key=key, user_agent="Browser")


def test_ended_sessions_are_forgotten_and_where_they_were(tmp_path):
    user_id = partnership(agencies=[agency("council")], workers=[worker("mo")]).loaded.workers["mo"]
    session("ended", user_id, NOW)
    session("lasts", user_id, NOW + dt.timedelta(seconds=1))
    UserSession.objects.create(user_id=user_id, ip="127.0.0.1", session_key="signed-out", user_agent="Browser")
    assert sessions(NOW) == "1 forgotten."
    assert [one.session_key for one in UserSession.objects.all()] == ["lasts"]
    assert [one.session_key for one in Session.objects.all()] == ["lasts"]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "None."),
        ((1, 0, 0), "1 review of emergency looks, 0 of them escalated; 0 seals to be confirmed."),
        ((3, 2, 1), "3 reviews of emergency looks, 2 of them escalated; 1 seal to be confirmed."),
    ],
)
def test_what_waits_is_counted(monkeypatch, counts, said):
    reviews, escalated, seals = counts
    work = OverdueWork(reviews=reviews, escalated=escalated, seals=seals)
    monkeypatch.setattr("kith.jobs.table.overdue_work", lambda now: work)
    assert waiting(NOW) == said


def test_files_that_belong_to_nothing_are_removed():
    disk.write(disk.new_name(), b"x")
    assert store(dt.datetime.now(dt.UTC)) == "None."
    assert store(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)) == "1 removed."


def test_seals_that_nobody_can_read_are_counted(monkeypatch):
    for found, said in ((0, "None."), (1, "1 seal that nobody can read."), (2, "2 seals that nobody can read.")):
        monkeypatch.setattr(table, "note_unread_seals", lambda *, by, now, found=found: found)
        assert lists(NOW) == said
