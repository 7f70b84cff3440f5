"""Compiling with numba, kept on disk between runs where a folder can be written to."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Compiled = TypeVar("Compiled", bound=Callable[..., object])


def compiled(function: Compiled) -> Compiled:
    """Compile on first use; numba keeps the result beside the source or in the user's cache, else in memory."""
    try:
        return cast("Compiled", njit(cache=True, _nrt=False)(function))
    except RuntimeError:  # no folder can be written to
        return cast("Compiled", njit(_nrt=False)(function))
