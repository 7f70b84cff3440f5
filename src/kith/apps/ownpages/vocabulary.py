"""The sections of a young person's own page and the words with which readers are chosen, as data with a version."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

EVERYBODY, NAMED, BUT, ME = "everybody", "named", "but", "me"
NAMING = (NAMED, BUT)  # with people by name: who alone may read it, and who may not


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the file `data/page.toml`."""

    name: str
    title: str
    asks: str
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """One answer to the question of who may read a part."""

    says: str
    shown: str


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.ownpages", "data/page.toml")


@cache
def sections() -> Mapping[str, Section]:
    """By name, in the order in which they stand on the page."""
    return {
        name: Section(name=name, title=one["title"], asks=one["asks"], ideas=tuple(one["ideas"]))
        for name, one in _data()["sections"].items()
    }


@cache
def readers() -> Mapping[str, Readers]:
    """By name: everybody, named, but, me."""
    return {name: Readers(**one) for name, one in _data()["readers"].items()}


def ways() -> Mapping[str, str]:
    words: Mapping[str, str] = _data()["ways"]
    return words


def choosers() -> Mapping[str, str]:
    words: Mapping[str, str] = _data()["chose"]
    return words


def look_again_after() -> int:
    """Days after which somebody asks whether a part is still right."""
    return int(_data()["look_again_after"])
