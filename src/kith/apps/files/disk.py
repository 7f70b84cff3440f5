"""The folder of stored files: random names, whole files only, readable by Kith's own user."""

import datetime as dt
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kith.kernel.errors import KithError

OURS = re.compile(r"[0-9a-f]{2}/[0-9a-f]{40}(\.part)?")


class FileMissing(KithError):
    """The row is there and the file is not."""


class CannotStore(KithError):
    """The disk does not take the file."""


def folder() -> Path:
    return Path(settings.DATA_DIR) / "files"


def new_name() -> str:
    """Two levels, so that no folder grows too long to list."""
    name = secrets.token_hex(20)
    return f"{name[:2]}/{name}"


def write(name: str, data: bytes) -> None:
    """On the disk itself when this returns: whole under its name, or not there."""
    path = folder() / name
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_through(part, data)
        part.rename(path)
        _sync_folder(path.parent)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise CannotStore("The file could not be saved: the disk is full or cannot be written to.") from problem


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(name: str) -> bytes:
    try:
        return (folder() / name).read_bytes()
    except OSError as problem:
        raise FileMissing(
            "This file is missing from the store. Tell your administrator: it can be brought back from a backup."
        ) from problem


def remove(name: str) -> None:
    (folder() / name).unlink(missing_ok=True)


def names_before(moment: dt.datetime) -> Iterator[str]:
    """Every file of ours that was last written before a moment, half-written ones among them."""
    for path in sorted(folder().glob("??/*")):
        name = path.relative_to(folder()).as_posix()
        if OURS.fullmatch(name) and path.stat().st_mtime < moment.timestamp():
            yield name
