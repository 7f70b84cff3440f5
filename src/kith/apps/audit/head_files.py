"""Files of signed heads, and the folder of a second agency that gets one for each day."""

import datetime as dt
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from kith.apps.audit.heads import CannotReadHeads, Head, own_key, read_heads, written
from kith.apps.audit.queries import signed_heads
from kith.kernel.errors import KithError, file_trouble

BEGINS = b'{"at":'  # of each line, and of one that was cut off


class CannotUseFile(KithError):
    """A file of heads cannot be read or written."""


def heads_in(place: Path, *, key: str = "") -> tuple[Head, ...]:
    """Every head of a file, or of each file in a folder."""
    try:
        files = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
    except OSError as problem:
        raise CannotUseFile(file_trouble(place.name, "opened", problem)) from None
    if not files:
        raise CannotUseFile(f"The folder {place.name} holds no file of heads.")
    return tuple(head for file in files for head in _heads_of(file, key))


def _heads_of(file: Path, key: str) -> tuple[Head, ...]:
    return read_heads(_text(file, _data(file)), name=file.name, key=key)


def add_heads(file: Path, heads: Iterable[Head]) -> None:
    """On the disk when this returns. A file that holds anything but this installation's own heads is left alone."""
    _own_heads(file)
    _add(file, written(heads))


def hand_out_heads(folder: Path, *, now: dt.datetime) -> int:
    """A head of every chain that has gone on since its last one, in the file of the day (UTC); how many.

    The folder is never made here: where it is missing, what is usually mounted there is not.
    """
    if not folder.is_dir():
        raise CannotUseFile(f"The folder {folder.name} for heads is not there. Nobody else keeps them until it is.")
    file = folder / f"heads-{now.astimezone(dt.UTC):%Y-%m-%d}"
    last = {head.chain: head.hash for head in _own_heads(file)}
    heads = [head for head in signed_heads(now=now) if last.get(head.chain) != head.hash]
    if heads:
        _add(file, written(heads))
    return len(heads)


def _own_heads(file: Path) -> tuple[Head, ...]:
    """What we wrote there before. A line of ours that was cut off while it was written goes."""
    data = _data(file) if file.exists() else b""
    whole, torn = data[: data.rfind(b"\n") + 1], data[data.rfind(b"\n") + 1 :]
    try:
        return _read_own(file, data)
    except CannotReadHeads:
        if not torn.startswith(BEGINS[: len(torn) or None]):
            raise
        heads = _read_own(file, whole)
    _write(file, lambda out: out.truncate(len(whole)))
    return heads


def _read_own(file: Path, data: bytes) -> tuple[Head, ...]:
    return read_heads(_text(file, data), name=file.name, key=own_key()) if data else ()


def _add(file: Path, text: str) -> None:
    def add(out: BinaryIO) -> None:
        out.seek(max(out.seek(0, os.SEEK_END) - 1, 0))
        if out.read(1) not in (b"", b"\n"):
            out.write(b"\n")
        out.write(text.encode())

    _write(file, add)


def _write(file: Path, change: Callable[[BinaryIO], object]) -> None:
    try:
        with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o644), "r+b") as out:
            change(out)
            out.flush()
            os.fsync(out.fileno())
    except OSError as problem:
        raise CannotUseFile(file_trouble(file.name, "written", problem)) from None


def _data(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise CannotUseFile(file_trouble(file.name, "opened", problem)) from None


def _text(file: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise CannotUseFile(f"{file.name} holds no head of an audit chain.") from None
