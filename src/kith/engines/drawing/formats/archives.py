"""One part of a zip archive, unpacked only after the archive's own figures and then its bytes were held to limits."""

import io
import zipfile
import zlib

from kith.engines.drawing.formats.limits import MOST_BYTES, MOST_ENTRIES, MOST_RATIO, RATIO_MATTERS
from kith.engines.drawing.formats.reading import CannotReadFamily

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1
_DAMAGED = "This ZIP file is damaged, or a part of it is missing; save or export the family again."


def part_names(data: bytes) -> list[str]:
    """The names of all parts; raises CannotReadFamily where there is no archive to open."""
    return [entry.filename for entry in _entries(data)]


def unpacked(data: bytes, name: str) -> bytes:
    """The bytes of one part, at most as many as a family file may have."""
    entry = next(entry for entry in _entries(data) if entry.filename == name)
    _refuse(entry)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(entry) as part:
            found = part.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        raise CannotReadFamily(_DAMAGED) from None
    if len(found) > MOST_BYTES:
        raise CannotReadFamily(_too_large())
    return found


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        raise CannotReadFamily(_DAMAGED) from None
    if len(entries) > MOST_ENTRIES:
        raise CannotReadFamily(
            f"This ZIP file has {len(entries):,} parts and at most {MOST_ENTRIES:,} can be read; leave the media out."
        )
    return entries


def _refuse(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise CannotReadFamily("This file is locked with a password; open it in its own program and save it without.")
    if entry.compress_type not in _METHODS:
        raise CannotReadFamily("This ZIP file is packed in a way that no family program uses; save the family again.")
    if entry.file_size > MOST_BYTES:
        raise CannotReadFamily(_too_large())
    if entry.file_size > RATIO_MATTERS and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise CannotReadFamily(
            f"The family in this file is packed more than {MOST_RATIO} times over, as no real one is; save it again."
        )


def _too_large() -> str:
    return f"The family in this file unpacks to more than {MOST_BYTES // 1_000_000} MB, the most that is read."
