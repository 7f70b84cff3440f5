"""Compiling with numba, kept on disk between runs where a folder can be written to."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from numba import njit

Compiled = TypeVar("Compiled", bound=Callable[..., object])


def compiled(function: Compiled) -> Compiled:
    """Compile on first use; numba keeps the result beside the source or in the user's cache, else in memory.

    The kernel makes no arrays of its own, so numba need not count who holds them.
    """
    try:
        return cast("Compiled", njit(cache=True, _nrt=False)(function))  # type: ignore[call-overload]  # not in the stubs
    except RuntimeError:  # no folder can be written to
        return cast("Compiled", njit(_nrt=False)(function))  # type: ignore[call-overload]


def drop_outdated(folder: Path) -> None:
    """Take away what was compiled before a file of the kernel was changed.

    numba asks each file about itself alone, and would go on with what it took from another one.
    """
    changed = max(source.stat().st_mtime for source in Path(__file__).parent.glob("*.py"))
    with suppress(OSError):  # another process does the same, or nothing may be changed there
        for kept in folder.glob("*.nb[ic]"):
            if kept.stat().st_mtime < changed:
                kept.unlink()
