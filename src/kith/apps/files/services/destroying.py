"""Destroying the files about somebody whose record goes: the rows in the caller's deed, the bytes once it is done."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from kith.apps.files import disk
from kith.apps.files.models import StoredFile, StoredFileSubject
from kith.kernel.errors import KithError


class CannotDestroyFiles(KithError):
    """A file is about somebody else as well."""


def destroy_files_of(subject_ref: str) -> int:
    """How many there were. A machine that stops before the bytes are gone leaves orphans, which are swept away."""
    of_them = StoredFileSubject.objects.filter(subject=subject_ref).values("file")
    if StoredFileSubject.objects.filter(file__in=of_them).exclude(subject=subject_ref).exists():
        raise CannotDestroyFiles("A file about them is about somebody else as well.")
    return _destroy(StoredFile.objects.filter(pk__in=of_them))


def destroy_files(refs: Iterable[str]) -> int:
    """These alone, whoever they are about: what they belonged to goes. How many there were."""
    return _destroy(StoredFile.objects.filter(ref__in=list(refs)))


def _destroy(rows: QuerySet[StoredFile]) -> int:
    files = dict(rows.values_list("pk", "stored_as"))
    StoredFileSubject.objects.filter(file__in=files).delete()
    StoredFile.objects.filter(pk__in=files).delete()
    for name in files.values():
        transaction.on_commit(partial(disk.remove, name), robust=True)
    return len(files)
