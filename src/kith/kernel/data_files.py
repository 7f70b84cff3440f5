"""Reads the knowledge that comes with Kith: files with a version that stand beside the code which uses them."""

import tomllib
from importlib.resources import files
from typing import Any


def toml_of(package: str, path: str) -> dict[str, Any]:
    """One TOML file of a package, by its path there; read anew each time, so whoever asks often keeps it.

    >>> toml_of("kith.kernel", "data/palette.toml")["colour"]["foam"]
    '#FFFFFF'
    """
    return tomllib.loads(files(package).joinpath(*path.split("/")).read_text(encoding="utf-8"))
