"""Zip archives from strangers (Word and Excel files are such): believed only after their bytes have been counted."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kith.apps.files.sandbox.refusal import CannotReadFile

MOST_ENTRIES = 1_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100
RATIO_MATTERS = 1024 * 1024  # smaller parts cannot hurt, and blank ones are all zeros
DEEPEST = 1  # a workbook in a document is common; an archive in it is not
CHUNK = 64 * 1024
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MARKUP = (".xml", ".rels", ".vml", ".svg")
DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype") for code in ("ascii", "utf-16-le", "utf-16-be")
)
OVERLAP = max(map(len, DECLARATIONS))

SAVE_AGAIN = "Save it again from the program it comes from, without attachments."


@dataclass(slots=True)
class Budget:
    """What may still be unpacked, through all depths."""

    left: int = MOST_UNPACKED

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise CannotReadFile(f"This file unpacks to more than {MOST_UNPACKED // 2**20} MB. {SAVE_AGAIN}")


def proved_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, after its directory was checked and every byte of it was unpacked once and counted."""
    return _proved(data, Budget(), depth=0)


def _proved(data: bytes, budget: Budget, *, depth: int) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_directory(archive, len(data))
        for entry in archive.infolist():
            _check_entry(archive, entry, budget, depth)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as problem:
        raise CannotReadFile(f"This file is a damaged archive. {SAVE_AGAIN}") from problem
    return archive


def _check_directory(archive: zipfile.ZipFile, size: int) -> None:
    """Only what the archive says of itself; nothing is unpacked yet."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise CannotReadFile(
            f"This file holds {len(entries):,} parts and at most {MOST_ENTRIES:,} are read. {SAVE_AGAIN}"
        )
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) < len(names):
        raise CannotReadFile(f"This file holds two parts of one name. {SAVE_AGAIN}")
    for entry in entries:
        _refuse_strange(entry)
    unpacked = sum(entry.file_size for entry in entries)
    Budget().spend(unpacked)
    if unpacked > RATIO_MATTERS and unpacked > MOST_RATIO * size:
        raise CannotReadFile(f"This file is packed more than {MOST_RATIO} times over, as no document is. {SAVE_AGAIN}")


def _refuse_strange(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or not name.isprintable():
        raise CannotReadFile(f"A part of this file wants to be written somewhere else. {SAVE_AGAIN}")
    if entry.flag_bits & 1:
        raise CannotReadFile("This file is locked with a password. Save it without one.")
    if entry.compress_type not in METHODS:
        raise CannotReadFile(f"This file is packed in a way that no document is. {SAVE_AGAIN}")
    if entry.file_size > RATIO_MATTERS and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise CannotReadFile(f"A part of this file is packed more than {MOST_RATIO} times over. {SAVE_AGAIN}")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget, depth: int) -> None:
    """What the entry really unpacks to; an archive in it is proved in the same way, once."""
    start, tail = b"", b""
    kept: list[bytes] = []
    for chunk in _chunks(archive, entry):
        budget.spend(len(chunk))
        start = start or chunk[:4]
        if entry.filename.lower().endswith(MARKUP):
            _refuse_declarations(tail + chunk)
            tail = chunk[-OVERLAP:]
        if start.startswith(b"PK\x03\x04"):
            kept.append(chunk)
    if kept:
        if depth >= DEEPEST:
            raise CannotReadFile(f"This file holds archives within archives. {SAVE_AGAIN}")
        _proved(b"".join(kept), budget, depth=depth + 1)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            yield chunk


def _refuse_declarations(text: bytes) -> None:
    """Documents need no declarations, and every bomb and every reach for other files is made of them."""
    if any(word in text for word in DECLARATIONS):
        raise CannotReadFile(f"This file declares words of its own (a DOCTYPE), as no document needs. {SAVE_AGAIN}")
