"""Reads of stored files, never without the caller's decision about everybody they are about."""

import datetime as dt
from base64 import b64decode

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import note_opened, refuse, require_scope
from kith.apps.files import ciphers, disk, events
from kith.apps.files.keys import CONTENT, NAME, file_key_of
from kith.apps.files.models import StoredFile, StoredFileSubject
from kith.apps.files.projections import Decide, OpenedFile
from kith.kernel.decisions import Level, refused
from kith.kernel.errors import KithError

NOTHING = "There is nothing here for you to open."


class NoSuchFile(KithError):
    """The one answer for "not there" and "not for you"."""


def open_file(actor: Doer, file_ref: str, *, decide: Decide, now: dt.datetime) -> OpenedFile:
    """A file, for an actor who may read every subject it is about: it inherits the seals of all of them."""
    require_scope()
    row = StoredFile.objects.filter(ref=file_ref).first()
    if row is None:
        refuse(events.OPENED, by=actor, now=now, decision=refused("R0", NOTHING))
        raise NoSuchFile(NOTHING)
    _decide_about_all(actor, row, decide, now)
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
        if not answer.allowed or answer.level < Level.READ:
            refuse(events.OPENED, by=actor, now=now, decision=answer, subject=subject)
            raise NoSuchFile(NOTHING)
    if not answers:
        raise NoSuchFile(NOTHING)
    for subject, answer in answers.items():
        note_opened(subject, decision=answer, event=events.OPENED)
