"""Keeping a file: on the disk first, then in the record; a file without a row is nobody's and is swept away."""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterator

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load
from kith.apps.files import ciphers, disk, events
from kith.apps.files.keys import CONTENT, NAME, file_key_in_use
from kith.apps.files.models import LONGEST_KIND, StoredFile, StoredFileSubject
from kith.apps.files.projections import Decide, NewFile
from kith.apps.records.base import next_ref
from kith.kernel.decisions import Decision, Level
from kith.kernel.errors import KithError

LARGEST = 20 * 1024 * 1024
LONGEST_NAME = 255
LEFT_ALONE = dt.timedelta(hours=1)  # somebody may be about to write the row of a younger file
AT_ONCE = 500
FEW = 20  # so many files without a row are never taken for the store of another database


class CannotStoreFile(KithError):
    """The file cannot be kept."""


class CannotSweep(KithError):
    """The store does not look like that of this database."""


def store_file(*, by: Doer, file: NewFile, decide: Decide, now: dt.datetime) -> str:
    """Keep a file about its subjects, who must all be open to the doer for writing; its ref."""
    decision = _decided(file, decide)
    key, stored_as, ref = file_key_in_use(), disk.new_name(), next_ref()
    name = file.original_name[:LONGEST_NAME].encode()
    disk.write(stored_as, ciphers.encrypted(file.data, key=key, purpose=CONTENT, belongs_to=ref))
    with deed(events.STORED, by=by, now=now, decision=decision, subjects=sorted(file.subjects)) as act:
        row = StoredFile(
            ref=ref,
            kind=file.kind,
            size=len(file.data),
            fingerprint=ciphers.fingerprint(file.data, key=key),
            key_id=key.id,
            stored_as=stored_as,
            original_name=b64encode(ciphers.encrypted(name, key=key, purpose=NAME, belongs_to=ref)).decode(),
            uploaded_by=by.ref,
            agency=by.agency_ref,
            uploaded_at=now,
        )
        row.save(force_insert=True)
        StoredFileSubject.objects.bulk_create(
            StoredFileSubject(file=row, subject=subject) for subject in sorted(file.subjects)
        )
        act.notes(file=ref, kind=file.kind, size=len(file.data))
    return ref


def _decided(file: NewFile, decide: Decide) -> Decision:
    """The weakest of the decisions, where each of them allows writing."""
    if not file.subjects:
        raise CannotStoreFile("Say whom this file is about.")
    if not 0 < len(file.data) <= LARGEST:
        raise CannotStoreFile(f"A file of at most {LARGEST // 2**20} MB can be kept, and it may not be empty.")
    if len(file.kind) > LONGEST_KIND:
        raise CannotStoreFile("A file of this kind cannot be kept.")
    weakest = min((decide(subject) for subject in sorted(file.subjects)), key=lambda decision: decision.level)
    if not weakest.allowed or weakest.level < Level.WRITE:
        raise CannotStoreFile("There is nothing here for you to add a file to.")
    return weakest


def sweep_orphans(*, by: Doer, now: dt.datetime) -> int:
    """Remove what no row knows of and nobody can still be writing; how many files that were."""
    found = list(disk.names_before(now - LEFT_ALONE))
    orphans = [name for some in _batches(found) for name in _unknown(some)]
    if len(orphans) > FEW and len(orphans) > len(found) / 2:
        raise CannotSweep(
            f"{len(orphans):,} of {len(found):,} stored files are unknown to the database. That looks like the files "
            "of another database, so none was removed. Look at KITH_DATA_DIR and KITH_DATABASE_URL."
        )
    for some in _batches(orphans):
        with load(events.SWEPT, by=by, now=now, payload={"files": len(some)}):
            for name in some:
                disk.remove(name)
    return len(orphans)


def _batches(names: list[str]) -> Iterator[list[str]]:
    """So many that neither a question nor a transaction grows with the store."""
    return (names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE))


def _unknown(names: list[str]) -> list[str]:
    known = set(StoredFile.objects.filter(stored_as__in=names).values_list("stored_as", flat=True))
    return [name for name in names if name not in known]
