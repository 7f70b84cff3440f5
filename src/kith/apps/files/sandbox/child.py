"""Starts the child process for one file, waits no longer than its limits say, and turns its end into one sentence."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import IO, Any

from kith.apps.files.sandbox.frames import Frame, NotAFrame, packed, unpacked
from kith.apps.files.sandbox.kinds import Kind
from kith.apps.files.sandbox.limits import ON_A_PAGE, Limits
from kith.apps.files.sandbox.refusal import CannotReadFile
from kith.apps.files.sandbox.sniffing import refuse_other_kinds

log = logging.getLogger(__name__)

ENTRY = "kith.apps.files.sandbox.entry"
AT_ONCE = 4
LONGEST_WAIT = 10  # seconds until one of the others is done
LONGEST_SENTENCE = 600

BUSY = "Many files are being read just now. Try again in a minute."
FAILED = (
    "This file could not be read: something in it stopped the reader. "
    "Save it again from the program it comes from, and try once more."
)
_room = threading.BoundedSemaphore(AT_ONCE)


def read_in_child(
    kind: Kind, data: bytes, *, asked: Mapping[str, Any] | None = None, limits: Limits = ON_A_PAGE
) -> Frame:
    """What the reader of `kind` answers, not yet believed: whoever asked checks it again.

    Raises CannotReadFile, and nothing else, with one sentence for the person who chose the file.
    """
    refuse_other_kinds(data, kind)
    if not _room.acquire(timeout=LONGEST_WAIT):
        raise CannotReadFile(BUSY)
    try:
        said, end = _run(kind, packed(Frame(facts=asked or {}, body=data)), limits)
    finally:
        _room.release()
    return _believed(said, end, kind, limits)


def _run(kind: Kind, sent: bytes, limits: Limits) -> tuple[bytes, int]:
    """All that the child said, and how it ended. Whatever happens here, no child is left behind."""
    child = subprocess.Popen(
        [sys.executable, "-S", "-P", "-m", ENTRY, kind.reader, str(limits.seconds), str(limits.megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=os.sep,
        start_new_session=True,
    )
    assert child.stdin and child.stdout
    alarm = threading.Timer(limits.seconds, child.kill)
    feeder = threading.Thread(target=_feed, args=(child.stdin, sent), daemon=True)
    with child.stdout:
        alarm.start()
        feeder.start()
        said = child.stdout.read(kind.most_answered + 1)
    if len(said) > kind.most_answered:
        child.kill()
    end = child.wait()
    alarm.cancel()
    feeder.join()
    return said, end


def _environment() -> dict[str, str]:
    """Where the code is, and nothing that Kith itself was told: no key, no address, no name."""
    return {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OPENPYXL_LXML": "False",
        "MALLOC_ARENA_MAX": "1",
    }


def _feed(pipe: IO[bytes], data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except OSError:
        return  # the child has ended; how, is said elsewhere


def _believed(said: bytes, end: int, kind: Kind, limits: Limits) -> Frame:
    if end in (-signal.SIGKILL, -signal.SIGXCPU) and len(said) <= kind.most_answered:
        raise CannotReadFile(
            f"Reading this file takes longer than {limits.seconds} seconds, so it was given up. "
            "Save it again in a simpler form, or bring a smaller part of it."
        )
    try:
        frame = unpacked(said) if end == 0 else Frame(facts={"outcome": "failed", "type": f"exit {end}"})
    except NotAFrame:
        frame = Frame(facts={"outcome": "failed", "type": "answer"})
    if frame.outcome != "read":
        raise CannotReadFile(_sentence(frame, kind, limits))
    return frame


def _sentence(frame: Frame, kind: Kind, limits: Limits) -> str:
    if frame.outcome == "memory":
        return (
            f"Reading this file takes more than {limits.megabytes} MB of memory, so it was given up. "
            "Save it again in a simpler form, or bring a smaller part of it."
        )
    says = frame.facts.get("says")
    if frame.outcome == "refused" and isinstance(says, str) and says.isprintable() and len(says) <= LONGEST_SENTENCE:
        return says
    log.warning("The reader of %s stopped: %s", kind.name, _plain(frame.facts.get("type")))
    return FAILED


def _plain(word: object) -> str:
    return "".join(sign for sign in str(word)[:60] if sign.isascii() and (sign.isalnum() or sign in " -_"))
