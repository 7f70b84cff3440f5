"""Files that a command was given: their bytes, or one sentence why there are none; and writing one."""

from pathlib import Path

from kith.kernel.errors import KithError, file_trouble

MEGABYTE = 1024 * 1024


class CannotOpenFile(KithError):
    """The file is not there, is closed to whoever runs the command, or is far too large."""


class CannotWriteFile(KithError):
    """The file cannot be written where it was asked for."""


def write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as problem:
        raise CannotWriteFile(file_trouble(file.name, "written", problem)) from None


def bytes_of(file: Path, *, megabytes: int = 0, over: str = "") -> bytes:
    """Of any size, or of at most so many megabytes; `over` says what a larger file is told."""
    try:
        if megabytes and file.stat().st_size > megabytes * MEGABYTE:
            raise CannotOpenFile(f"{file.name} is over {megabytes} MB{over}")
        return file.read_bytes()
    except OSError as problem:
        raise CannotOpenFile(file_trouble(file.name, "opened", problem)) from None
