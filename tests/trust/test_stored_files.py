"""Stored files: encrypted beside the database, open only to whoever may see everybody they are about."""

import datetime as dt
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError

from kith.apps.access.queries import decide
from kith.apps.agencies.projections import Actor
from kith.apps.audit import services as audit
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.services import ReadOutsideScope, reading
from kith.apps.files import disk
from kith.apps.files.ciphers import CannotDecrypt
from kith.apps.files.disk import CannotStore, FileMissing
from kith.apps.files.keys import FILE_KEY, NoFileKey
from kith.apps.files.models import StoredFile
from kith.apps.files.projections import NewFile, OpenedFile
from kith.apps.files.queries import NoSuchFile, open_file
from kith.apps.files.services import CannotStoreFile, CannotSweep, store_file, sweep_orphans
from kith.apps.files.services.storing import LARGEST
from kith.apps.people.actions import CHANGE, READ
from kith.apps.records.keys import WrongKey, new_key, read_keys
from kith.kernel.decisions import Decision
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
DATA = b"\x89PNG only pixels of Mina"
NAME = "Mina at the beach.png"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    settings.FILE_KEYS = read_keys(FILE_KEY, new_key())
    return tmp_path


@pytest.fixture
def county() -> Partnership:
    made = partnership(
        agencies=[agency("council")], workers=[worker("ana"), worker("away"), worker("zed", clearance=3)]
    )
    made.add([family(child("mina"), person("mum"), person("gran"), sensitivity={"gran": 3})])
    made.involve("mina", "ana")
    made.involve("mina", "zed", part="team")
    return made


def asks(actor: Actor, action: object = READ) -> Callable[[str], Decision]:
    return lambda subject: decide(actor, action, subject, now=NOW)  # type: ignore[arg-type]


def store(county: Partnership, who: str, *about: str, data: bytes = DATA) -> str:
    actor = county.actor(who)
    file = NewFile(
        kind="image/png", data=data, subjects=frozenset(county.refs[key] for key in about), original_name=NAME
    )
    return store_file(by=actor, file=file, decide=asks(actor, CHANGE), now=NOW)


def opened(county: Partnership, who: str, ref: str) -> OpenedFile:
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        return open_file(actor, ref, decide=asks(actor), now=NOW)


def on_disk(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def test_what_was_stored_comes_back(county: Partnership) -> None:
    found = opened(county, "ana", store(county, "ana", "mina", "mum"))
    assert (found.data, found.kind, found.size, found.original_name) == (DATA, "image/png", len(DATA), NAME)


def test_the_disk_and_the_database_tell_nothing(county: Partnership, own_folder: Path) -> None:
    ref = store(county, "ana", "mina")
    (path,) = on_disk(own_folder)
    row = StoredFile.objects.get(ref=ref)
    for text in (path.read_bytes(), str(path).encode(), row.original_name.encode(), row.stored_as.encode()):
        assert b"Mina" not in text and b"PNG" not in text and ref.encode() not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_same_file_twice_looks_different_and_has_one_fingerprint(county: Partnership, own_folder: Path) -> None:
    one, two = (StoredFile.objects.get(ref=store(county, "ana", "mina")) for _ in range(2))
    assert one.fingerprint == two.fingerprint and one.original_name != two.original_name
    first, second = (path.read_bytes() for path in on_disk(own_folder))
    assert first != second


def test_whoever_may_not_see_one_of_the_subjects_may_not_see_the_file(county: Partnership) -> None:
    ref = store(county, "zed", "mina", "gran")
    assert opened(county, "zed", ref).data == DATA
    for who in ("ana", "away"):
        with pytest.raises(NoSuchFile):
            opened(county, who, ref)


def test_refused_and_absent_are_one_answer_and_both_are_on_record(county: Partnership) -> None:
    ref = store(county, "ana", "mina")
    before = AuditRow.objects.filter(event="audit.access.refused").count()
    answers = set()
    for asked in (ref, "0" * 26):
        with pytest.raises(NoSuchFile) as refused:
            opened(county, "away", asked)
        answers.add(refused.value.message)
    assert len(answers) == 1
    assert AuditRow.objects.filter(event="audit.access.refused").count() == before + 2


def test_storing_and_opening_are_on_record(county: Partnership) -> None:
    ref = store(county, "ana", "mina", "mum")
    opened(county, "ana", ref)
    for event, how in (("files.file.stored", "changed"), ("files.file.opened", "opened")):
        row = AuditRow.objects.get(event=event)
        subjects = set(AuditSubject.objects.filter(row=row, how=how).values_list("subject", flat=True))
        assert subjects == {county.refs["mina"], county.refs["mum"]}
        assert "beach" not in row.payload


def test_a_file_is_not_read_outside_a_scope(county: Partnership) -> None:
    ref, ana = store(county, "ana", "mina"), county.actor("ana")
    with pytest.raises(ReadOutsideScope):
        open_file(ana, ref, decide=asks(ana), now=NOW)


@pytest.mark.parametrize("who", ["away"])
def test_whoever_may_not_change_them_stores_nothing(county: Partnership, own_folder: Path, who: str) -> None:
    with pytest.raises(CannotStoreFile):
        store(county, who, "mina")
    assert not on_disk(own_folder) and not StoredFile.objects.exists()


@pytest.mark.parametrize(("about", "data"), [((), DATA), (("mina",), b""), (("mina",), bytes(LARGEST + 1))])
def test_a_file_about_nobody_an_empty_one_and_a_huge_one_are_refused(
    county: Partnership, about: tuple[str, ...], data: bytes
) -> None:
    with pytest.raises(CannotStoreFile) as refused:
        store(county, "ana", *about, data=data)
    assert refused.value.message.endswith(".")


def test_a_missing_an_altered_and_an_exchanged_file_are_said_in_a_sentence(
    county: Partnership, own_folder: Path
) -> None:
    one, two = store(county, "ana", "mina"), store(county, "ana", "mina")
    first, second = (own_folder / "files" / StoredFile.objects.get(ref=ref).stored_as for ref in (one, two))
    kept = first.read_bytes()
    for changed in (second.read_bytes(), kept[:-1], kept + b"x", kept[:20] + b"\0" + kept[21:], b"", DATA):
        first.write_bytes(changed)
        with pytest.raises(CannotDecrypt, match="not what was stored"):
            opened(county, "ana", one)
    first.unlink()
    with pytest.raises(FileMissing, match="missing"):
        opened(county, "ana", one)
    assert opened(county, "ana", two).data == DATA


def test_keys_may_change_and_old_files_still_open(county: Partnership, settings: Any) -> None:
    old = settings.FILE_KEYS
    ref = store(county, "ana", "mina")
    settings.FILE_KEYS = (*read_keys(FILE_KEY, new_key()), *old)
    newer = store(county, "ana", "mina")
    assert opened(county, "ana", ref).data == opened(county, "ana", newer).data == DATA
    settings.FILE_KEYS = settings.FILE_KEYS[:1]
    assert opened(county, "ana", newer).data == DATA
    with pytest.raises(NoFileKey, match="KITH_FILE_KEY"):
        opened(county, "ana", ref)


@pytest.mark.parametrize("text", ["", " , ", "short", "€", "cut key", "a key x"])
def test_a_wrong_key_is_said_at_the_start(text: str) -> None:
    text = text.replace("cut key", new_key()[:-2]).replace("a key", new_key())
    with pytest.raises(WrongKey) as wrong:
        read_keys(FILE_KEY, text)
    assert text not in wrong.value.message or not text.strip(" ,")


def test_without_its_audit_row_nothing_is_stored_and_the_file_is_swept(
    county: Partnership, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store(county, "ana", "mina")

    def append(entry: object) -> None:
        raise DatabaseError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(audit, "append", append)
        with pytest.raises(DatabaseError):
            store(county, "ana", "mina")
    assert StoredFile.objects.count() == 1 and len(on_disk(own_folder)) == 2
    now = dt.datetime.now(dt.UTC)
    assert sweep_orphans(by=OPERATOR, now=now) == 0  # somebody may be about to write its row
    assert sweep_orphans(by=OPERATOR, now=now + dt.timedelta(hours=2)) == 1
    assert sweep_orphans(by=OPERATOR, now=now + dt.timedelta(hours=2)) == 0
    assert opened(county, "ana", kept).data == DATA
    assert AuditRow.objects.filter(event="files.store.swept").count() == 1


def test_sweeping_leaves_alone_what_is_not_ours(own_folder: Path) -> None:
    for name in ("files/ab/notes.txt", "files/ab/" + "cd" * 20 + ".bak", "files/key"):
        path = own_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    half = own_folder / "files" / (disk.new_name() + ".part")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    assert sweep_orphans(by=OPERATOR, now=dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)) == 1
    assert len(on_disk(own_folder)) == 3 and not half.exists()


def test_the_files_of_another_database_are_not_swept_away(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody points Kith at an empty database: everything in the store is unknown to it."""
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
    monkeypatch.setattr("kith.apps.files.services.storing.AT_ONCE", 8)
    for _ in range(21):
        disk.write(disk.new_name(), b"x")
    with pytest.raises(CannotSweep, match=r"21 of 21 stored files are unknown"):
        sweep_orphans(by=OPERATOR, now=later)
    assert len(on_disk(own_folder)) == 21
    next((own_folder / "files").glob("??/*")).unlink()
    assert sweep_orphans(by=OPERATOR, now=later) == 20, "so few may be what a killed machine left"
    assert not on_disk(own_folder)


def test_a_full_disk_is_said_and_leaves_nothing(
    county: Partnership, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotStore, match="disk is full"):
        store(county, "ana", "mina")
    assert not on_disk(own_folder) and not StoredFile.objects.exists()
