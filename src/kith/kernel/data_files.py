"""Reads the knowledge that comes with Kith: files with a version that stand beside the code which uses them."""

import tomllib
from importlib.resources import files
from typing import Any

from kith.kernel.apostrophes import curly_in


def toml_of(package: str, path: str) -> dict[str, Any]:
    """One TOML file of a package, by its path there; read anew each time, so whoever asks often keeps it.

    Apostrophes in it are printed ones, however the file was typed.

    >>> toml_of("kith.kernel", "data/palette.toml")["colour"]["foam"]
    '#FFFFFF'
    """
    text = files(package).joinpath(*path.split("/")).read_text(encoding="utf-8")
    read: dict[str, Any] = curly_in(tomllib.loads(text))
    return read
