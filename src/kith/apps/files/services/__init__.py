"""Deeds and readings of files: what strangers made is read behind fences, what is kept is encrypted.

Each module is one kind of act; this one is only their front door.
"""

from kith.apps.files.reading import (
    AT_A_TERMINAL,
    ON_A_PAGE,
    CannotReadFile,
    Limits,
    fences,
    read_document,
    read_face,
    read_family,
    read_pasted,
    read_picture,
    read_tables,
    read_workbook,
)
from kith.apps.files.services.destroying import CannotDestroyFiles, destroy_files, destroy_files_of
from kith.apps.files.services.storing import CannotStoreFile, CannotSweep, store_file, sweep_orphans

__all__ = [
    "AT_A_TERMINAL",
    "ON_A_PAGE",
    "CannotDestroyFiles",
    "CannotReadFile",
    "CannotStoreFile",
    "CannotSweep",
    "Limits",
    "destroy_files",
    "destroy_files_of",
    "fences",
    "read_document",
    "read_face",
    "read_family",
    "read_pasted",
    "read_picture",
    "read_tables",
    "read_workbook",
    "store_file",
    "sweep_orphans",
]
