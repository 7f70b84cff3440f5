"""A symbol sheet: the signs of one drawing tradition, read from data and checked before use."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet, Table

__all__ = ["CannotReadSheet", "LineStyle", "MarkStyle", "Shape", "Sizes", "SymbolSheet", "load_sheet", "read_sheet"]

SHEETS = Path(__file__).parent / "sheets"
NEEDED_LINES = ("couple", "descent", "trunk", "bar")
DRAWN_MARKS = {"cross", "ring"}
LINE_SIGNS = {"", "slash", "double_slash"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Pixels at 100 %; `line_height` in type sizes."""

    symbol: float
    ring: float
    name: float
    fact: float
    inside: float
    line_height: float
    label_width: float
    label_gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An outline in half symbols from the middle: a circle (`radius`) or a polygon (`corners`)."""

    name: str
    says: str
    radius: float = 0
    corners: tuple[tuple[float, float], ...] = ()
    inside_shift: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStyle:
    """What is added to a symbol; colours and strokes are the palette's names."""

    name: str
    says: str
    draws: tuple[str, ...] = ()
    fill: str = ""
    outline: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """How one kind of line is stroked; a line that `says` nothing needs no place in the key."""

    name: str
    stroke: str
    says: str = ""
    sign: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolSheet:
    """All signs of one tradition, with the day from which this version is valid."""

    name: str
    version: str
    valid_from: date
    source: str
    sizes: Sizes
    shapes: Mapping[str, Shape]
    marks: Mapping[str, MarkStyle]
    lines: Mapping[str, LineStyle]
    shape_by_gender: Mapping[str, str]
    shape_by_sex: Mapping[str, str]
    unborn_shape: str
    other_shape: str

    def line(self, kind: str) -> LineStyle:
        """The style of a kind; a kind that this sheet does not know is drawn as its family ("couple.x" as "couple").

        >>> load_sheet("mcgoldrick").line("couple.betrothed").name
        'couple'
        """
        return self.lines.get(kind) or self.lines.get(kind.partition(".")[0]) or self.lines["trunk"]


def sheet_names() -> tuple[str, ...]:
    """The sheets that come with the product."""
    return tuple(sorted(path.stem for path in SHEETS.glob("*.toml")))


@cache
def load_sheet(name: str = "mcgoldrick") -> SymbolSheet:
    """The sheet of that name; raises CannotReadSheet with the names there are.

    >>> load_sheet("mcgoldrick").shapes["circle"].says
    'woman, girl'
    """
    if name not in sheet_names():
        raise CannotReadSheet(f'There is no symbol sheet "{name}". There is: {", ".join(sheet_names())}.')
    return read_sheet((SHEETS / f"{name}.toml").read_text(encoding="utf-8"), where=f"{name}.toml")


def read_sheet(text: str, *, where: str = "the sheet") -> SymbolSheet:
    """A sheet from TOML text; raises CannotReadSheet saying which entry is wrong and what it should be.

    >>> read_sheet("name = 3")
    Traceback (most recent call last):
    kith.engines.drawing.symbols.sheet_reading.CannotReadSheet: the sheet: "name" should be text in quotes.
    """
    try:
        top = Table(tomllib.loads(text), where)
    except tomllib.TOMLDecodeError as error:
        raise CannotReadSheet(f"{where} is not written as TOML: {error}.") from error
    name, shape_for = top.text("name"), top.table("shape_for")
    sheet = SymbolSheet(
        name=name,
        version=top.text("version"),
        valid_from=top.day("valid_from"),
        source=" ".join(top.text("source").split()),
        sizes=_sizes(top.table("sizes")),
        shapes={key: _shape(key, table) for key, table in top.tables("shape")},
        marks={key: _mark(key, table) for key, table in top.tables("mark")},
        lines={key: _line(key, table) for key, table in top.tables("line")},
        shape_by_gender=shape_for.table("gender").words(),
        shape_by_sex=shape_for.table("sex").words(),
        unborn_shape=shape_for.text("unborn"),
        other_shape=shape_for.text("otherwise"),
    )
    _check(sheet, where)
    return sheet


def _sizes(table: Table) -> Sizes:
    return Sizes(
        symbol=table.number("symbol"),
        ring=table.number("ring"),
        name=table.number("name"),
        fact=table.number("fact"),
        inside=table.number("inside"),
        line_height=table.number("line_height"),
        label_width=table.number("label_width"),
        label_gap=table.number("label_gap"),
    )


def _shape(name: str, table: Table) -> Shape:
    shape = Shape(
        name=name,
        says=table.text("says"),
        radius=table.number("radius", 0),
        corners=table.points("corners"),
        inside_shift=table.number("inside_shift", 0),
    )
    if bool(shape.radius) == bool(shape.corners):
        raise CannotReadSheet(f"{table.where}: a shape needs either a radius or corners.")
    return shape


def _mark(name: str, table: Table) -> MarkStyle:
    return MarkStyle(
        name=name,
        says=table.text("says"),
        draws=table.choices("draws", DRAWN_MARKS),
        fill=table.colour("fill"),
        outline=table.stroke("outline", ""),
        inside=table.text("inside", ""),
    )


def _line(name: str, table: Table) -> LineStyle:
    sign = table.text("sign", "")
    if sign not in LINE_SIGNS:
        raise CannotReadSheet(f'{table.where}: "sign" should be slash or double_slash, not {sign}.')
    return LineStyle(
        name=name,
        stroke=table.stroke("stroke"),
        says=table.text("says", ""),
        sign=sign,
        letter=table.text("letter", ""),
    )


def _check(sheet: SymbolSheet, where: str) -> None:
    for name in NEEDED_LINES:
        if name not in sheet.lines:
            raise CannotReadSheet(f'{where}: the line "{name}" is missing; add [line.{name}] with a stroke.')
    used = (*sheet.shape_by_gender.values(), *sheet.shape_by_sex.values(), sheet.unborn_shape, sheet.other_shape)
    for shape in used:
        if shape not in sheet.shapes:
            raise CannotReadSheet(f'{where}: "shape_for" names the shape "{shape}", which has no [shape.{shape}].')
