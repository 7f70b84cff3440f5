"""What a child process may not do even where it has memory and time: reach a network, other files, other programs.

Two fences, because neither is enough alone. On Linux the kernel gives the child a network of its own, without any
way out, where that is permitted to ordinary users. Everywhere, Python's audit hook refuses sockets, programs and all
files but those of the code itself; it stops whatever goes through Python, and cannot be taken away again.
"""

import ctypes
import os
import sys
from collections.abc import Callable

NEW_USER, NEW_NETWORK, NEW_IPC = 0x10000000, 0x40000000, 0x08000000
DIE_WITH_PARENT, NO_NEW_PRIVILEGES, KILL = 1, 38, 9
FORBIDDEN = (
    *("socket.", "subprocess.", "ctypes.", "shutil.", "tempfile.", "urllib.", "ftplib.", "smtplib.", "sqlite3."),
    *("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.kill", "pty."),
    *("os.remove", "os.rename", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"),
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def enclose() -> list[str]:
    """Fence this very process in, for good; the names of the fences that stand."""
    fences = ["network by the kernel"] if sys.platform == "linux" and _leave_the_network() else []
    sys.addaudithook(_watch(_folders_of_code()))
    return [*fences, "network, files and programs by Python"]


def _leave_the_network() -> bool:
    """A network with nothing in it. Some containers forbid this; then only the other fence stands."""
    try:
        system = ctypes.CDLL(None)
        system.prctl(DIE_WITH_PARENT, KILL, 0, 0, 0)
        system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(system.unshare(NEW_USER | NEW_NETWORK | NEW_IPC) == 0)
    except (OSError, AttributeError):
        return False


def _folders_of_code() -> tuple[str, ...]:
    found = {os.path.realpath(path) for path in (*sys.path, sys.prefix, sys.base_prefix) if path}
    return tuple(sorted(f"{path}{os.sep}" for path in found if path != os.sep))


def _watch(code: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    def refuse(event: str, given: tuple[object, ...]) -> None:
        if event == "open":
            _refuse_other_files(given, code)
        elif event.startswith(FORBIDDEN):
            raise PermissionError("A reader reaches no network, no program and no file.")

    return refuse


def _refuse_other_files(given: tuple[object, ...], code: tuple[str, ...]) -> None:
    """Code may still be imported: some encodings and picture formats are, when they are first met."""
    path, _, flags = given
    if isinstance(flags, int) and flags & WRITES:
        raise PermissionError("A reader writes no file.")
    if isinstance(path, (str, bytes)) and not os.path.realpath(os.fsdecode(path)).startswith(code):
        raise PermissionError("A reader opens no file but the one it was given.")
