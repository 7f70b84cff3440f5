"""Compiling with numba, kept on disk between runs where a folder can be written to."""

from collections.abc import Callable
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
