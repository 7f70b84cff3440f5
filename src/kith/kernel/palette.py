"""Reads the one truth about colours and lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

Named = TypeVar("Named", str, "Stroke")


class NoSuchColour(KithError):
    """The palette has no colour or stroke of that name."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: colour as #RRGGBB, width in pixels at 100 %, dash pattern (empty: solid)."""

    colour_hex: str
    width: float
    dash: str


@dataclass(frozen=True, slots=True)
class _Palette:
    colours: Mapping[str, str]
    strokes: Mapping[str, Stroke]
    scene: Mapping[str, str]


def colour(name: str) -> str:
    """The colour of that name as #RRGGBB.

    >>> colour("foam")
    '#FFFFFF'
    """
    return _named(_palette().colours, name, "colour")


def scene_colour(name: str) -> str:
    """The flat colour of that name, for pictures in which people are placed, as #RRGGBB.

    >>> scene_colour("sea")
    '#A9DADD'
    """
    return _named(_palette().scene, name, "colour of scenes")


def stroke(name: str) -> Stroke:
    """The stroke of that name.

    >>> stroke("family")
    Stroke(colour_hex='#17262A', width=2.0, dash='')
    """
    return _named(_palette().strokes, name, "stroke")


def all_colours() -> Mapping[str, str]:
    """Every colour by name, in the order of the file."""
    return _palette().colours


def all_scene_colours() -> Mapping[str, str]:
    """Every colour of the scenes by name, in the order of the file."""
    return _palette().scene


def all_strokes() -> Mapping[str, Stroke]:
    """Every stroke by name, in the order of the file."""
    return _palette().strokes


def _named(table: Mapping[str, Named], name: str, noun: str) -> Named:
    if name not in table:
        raise NoSuchColour(f'The palette has no {noun} "{name}"; it has {", ".join(table)}.')
    return table[name]


@cache
def _palette() -> _Palette:
    data = toml_of("kith.kernel", "data/palette.toml")
    colours: dict[str, str] = data["colour"]
    strokes = {
        name: Stroke(colours[line["colour"]], float(line["width"]), line["dash"])
        for name, line in data["stroke"].items()
    }
    return _Palette(MappingProxyType(colours), MappingProxyType(strokes), MappingProxyType(dict(data["scene"])))
