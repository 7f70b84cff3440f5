"""How much one reading may cost, and the operating system's own limits that hold a child process to it.

Address space bounds resident memory from above, so a limit on it keeps the promise about memory on Linux. macOS
accepts that limit without enforcing it; there the limits on time and on writing hold, and `bounded` leaves "memory"
out, so that nobody is told of a fence that does not stand.
"""

import resource
import sys
from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds count twice: as work of the processor, and by the clock on the wall."""

    seconds: int
    megabytes: int


ON_A_PAGE = Limits(seconds=5, megabytes=256)
AT_A_TERMINAL = Limits(seconds=60, megabytes=512)  # somebody waits, and 20,000 people are more work than 5 seconds


def bind(limits: Limits) -> list[str]:
    """Limit this very process, for good; the names of the limits that the system accepted and enforces."""
    memory, seconds = limits.megabytes * MB, limits.seconds
    wanted = {
        "time": (resource.RLIMIT_CPU, seconds, seconds + 1),
        "memory": (resource.RLIMIT_AS, memory, memory),
        "writing": (resource.RLIMIT_FSIZE, 0, 0),
        "open files": (resource.RLIMIT_NOFILE, 16, 16),
        "processes": (getattr(resource, "RLIMIT_NPROC", None), 0, 0),
        "core": (resource.RLIMIT_CORE, 0, 0),
    }
    return [name for name, (what, soft, hard) in wanted.items() if _bound(name, what, soft, hard)]


def _bound(name: str, what: int | None, soft: int, hard: int) -> bool:
    if what is None or (name == "memory" and sys.platform == "darwin"):
        return False
    try:
        resource.setrlimit(what, (soft, hard))
    except (ValueError, OSError):
        return False
    return True
