"""Reads of stored files, never without the caller's decision about everybody they are about."""

import datetime as dt
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import note_opened, refuse, require_scope
from kith.apps.files import ciphers, disk, events
from kith.apps.files.keys import CONTENT, NAME, file_key_of
from kith.apps.files.models import StoredFile, StoredFileSubject
from kith.apps.files.projections import Decide, OpenedFile
from kith.kernel.decisions import Decision, Level, refused
from kith.kernel.errors import KithError

NOTHING = "There is nothing here for you to open."


class NoSuchFile(KithError):
    """The one answer for "not there" and "not for you"."""


def open_files(actor: Doer, file_refs: Iterable[str], *, decide: Decide, now: dt.datetime) -> dict[str, OpenedFile]:
    """Small files that are shown as part of a page, by ref, each as `open_file` opens it; without any that is not there
    or not for the actor. The page is what was opened, and is what is recorded."""
    require_scope()
    rows = list(StoredFile.objects.filter(ref__in={*file_refs} - {""}))
    about: dict[int, list[str]] = defaultdict(list)
    for file_id, subject in StoredFileSubject.objects.filter(file__in=rows).values_list("file_id", "subject"):
        about[file_id].append(subject)
    answers = {subject: decide(subject) for subjects in about.values() for subject in subjects}
    seen = {subject: answer for subject, answer in answers.items() if _may_read(answer)}
    for subject, answer in seen.items():
        note_opened(subject, decision=answer)
    return {row.ref: _opened(row) for row in rows if about[row.pk] and seen.keys() >= {*about[row.pk]}}


def _may_read(answer: Decision) -> bool:
    return answer.allowed and answer.level >= Level.READ


def open_file(actor: Doer, file_ref: str, *, decide: Decide, now: dt.datetime) -> OpenedFile:
    """A file, for an actor who may read every subject it is about: it inherits the seals of all of them."""
    require_scope()
    row = StoredFile.objects.filter(ref=file_ref).first()
    if row is None:
        refuse(events.OPENED, by=actor, now=now, decision=refused("R0", NOTHING))
        raise NoSuchFile(NOTHING)
    _decide_about_all(actor, row, decide, now)
    return _opened(row)


def _opened(row: StoredFile) -> OpenedFile:
    key = file_key_of(row.key_id)
    content = ciphers.decrypted(disk.read(row.stored_as), key=key, purpose=CONTENT, belongs_to=row.ref)
    name = ciphers.decrypted(b64decode(row.original_name), key=key, purpose=NAME, belongs_to=row.ref)
    return OpenedFile(
        ref=row.ref,
        kind=row.kind,
        size=row.size,
        data=content,
        original_name=name.decode(errors="replace"),
        uploaded_at=row.uploaded_at,
    )


def _decide_about_all(actor: Doer, row: StoredFile, decide: Decide, now: dt.datetime) -> None:
    subjects = list(StoredFileSubject.objects.filter(file=row).order_by("subject").values_list("subject", flat=True))
    answers = {subject: decide(subject) for subject in subjects}
    for subject, answer in answers.items():
        if not _may_read(answer):
            refuse(events.OPENED, by=actor, now=now, decision=answer, subject=subject)
            raise NoSuchFile(NOTHING)
    if not answers:
        raise NoSuchFile(NOTHING)
    for subject, answer in answers.items():
        note_opened(subject, decision=answer, event=events.OPENED)
