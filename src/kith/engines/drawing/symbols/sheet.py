"""A symbol sheet: the signs of one drawing tradition, read from data and checked before use."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kith.engines.drawing.picture import Sheet
from kith.engines.drawing.symbols import style_reading as reading
from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet, Table
from kith.engines.drawing.symbols.styles import FeelingStyle, HullStyle, LineStyle, MarkStyle, Shape, Sizes

SHEETS = Path(__file__).parent / "sheets"
NEEDED_LINES = ("couple", "descent", "trunk", "bar")
NEEDED_HULLS = ("home", "other_home")
OTHER = "other"


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
    feelings: Mapping[str, FeelingStyle]
    same_feelings: Mapping[str, str]
    hulls: Mapping[str, HullStyle]
    shape_by_gender: Mapping[str, str]
    shape_by_sex: Mapping[str, str]
    shape_by_loss: Mapping[str, str]
    small_shapes: Mapping[str, str]
    unborn_shape: str
    pet_shape: str
    other_shape: str
    birth_sex: Mapping[str, str]

    def line(self, kind: str) -> LineStyle:
        """The style of a kind; one that this sheet does not know is drawn as what stands before its last dot.

        >>> load_sheet("mcgoldrick").line("couple.betrothed").name
        'couple'
        """
        while kind not in self.lines and "." in kind:
            kind = kind.rpartition(".")[0]
        return self.lines.get(kind) or self.lines["trunk"]

    def feeling(self, kind: str) -> FeelingStyle:
        """The style of a tie beside kinship; one that this sheet does not know is a plain curve.

        >>> load_sheet("mcgoldrick").feeling("hostile").says
        'in conflict'
        """
        return self.feelings.get(self.same_feelings.get(kind, kind)) or self.feelings[OTHER]

    def feeling_says(self, kind: str) -> str:
        """What a kind is called in the key; a kind without an entry of its own says its own name."""
        style = self.feeling(kind)
        return kind.replace("_", " ") if style.name == OTHER else style.says


def sheet_names() -> tuple[str, ...]:
    """The sheets that come with the product.

    >>> sheet_names()
    ('mcgoldrick', 'nsgc')
    """
    return tuple(sorted(path.stem for path in SHEETS.glob("*.toml")))


@cache
def load_sheet(name: str = "mcgoldrick") -> SymbolSheet:
    """The sheet of that name; raises CannotReadSheet with the names there are.

    >>> load_sheet("mcgoldrick").shapes["circle"].says
    'woman, girl'
    """
    return read_sheet(_sheet_text(name), where=f"{name}.toml")


def sheet_of(sheet: str | Sheet) -> SymbolSheet:
    """The sheet itself, where a name or somebody's own sheet may be given.

    >>> sheet_of("nsgc").name
    'nsgc'
    """
    if isinstance(sheet, SymbolSheet):
        return sheet
    return load_sheet(sheet if isinstance(sheet, str) else sheet.name)


def read_sheet(text: str, *, where: str = "the sheet") -> SymbolSheet:
    """A sheet from TOML text; raises CannotReadSheet saying which entry is wrong and what it should be.

    A sheet that `extends` another one needs only the entries in which it differs.

    >>> read_sheet("name = 3")
    Traceback (most recent call last):
    kith.engines.drawing.symbols.sheet_reading.CannotReadSheet: the sheet: "name" should be text in quotes.
    """
    top = Table(_whole(text, where), where)
    name, shape_for = top.text("name"), top.table("shape_for")
    sheet = SymbolSheet(
        name=name,
        version=top.text("version"),
        valid_from=top.day("valid_from"),
        source=" ".join(top.text("source").split()),
        sizes=reading.sizes(top.table("sizes")),
        shapes={key: reading.shape(key, table) for key, table in top.tables("shape")},
        marks={key: reading.mark(key, table) for key, table in top.tables("mark")},
        lines={key: reading.line(key, table) for key, table in top.tables("line")},
        feelings={key: reading.feeling(key, table) for key, table in top.tables("feeling")},
        same_feelings=top.table("same_feeling").words(),
        hulls={key: reading.hull(key, table) for key, table in top.tables("hull")},
        shape_by_gender=shape_for.table("gender").words(),
        shape_by_sex=shape_for.table("sex").words(),
        shape_by_loss=shape_for.table("loss").words(),
        small_shapes=shape_for.table("small").words(),
        unborn_shape=shape_for.text("unborn"),
        pet_shape=shape_for.text("pet"),
        other_shape=shape_for.text("otherwise"),
        birth_sex=top.table("birth_sex").words(),
    )
    _check(sheet, where)
    return sheet


def _sheet_text(name: str) -> str:
    if name not in sheet_names():
        raise CannotReadSheet(f'There is no symbol sheet "{name}". There is: {", ".join(sheet_names())}.')
    return (SHEETS / f"{name}.toml").read_text(encoding="utf-8")


def _whole(text: str, where: str) -> dict[str, Any]:
    """The entries of a sheet, laid over those of the sheet that it extends."""
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CannotReadSheet(f"{where} is not written as TOML: {error}.") from error
    if "extends" not in own:
        return own
    base = Table(own, where).text("extends")
    return _laid_over(own, _whole(_sheet_text(base), f"{base}.toml"))


def _laid_over(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    both = {**base, **own}
    for key in own.keys() & base.keys():
        if isinstance(own[key], dict) and isinstance(base[key], dict) and not {"says", "stroke"} & own[key].keys():
            both[key] = _laid_over(own[key], base[key])
    return both


def _check(sheet: SymbolSheet, where: str) -> None:
    _has(sheet.lines, NEEDED_LINES, "line", where)
    _has(sheet.feelings, (OTHER, *sheet.same_feelings.values()), "feeling", where)
    _has(sheet.hulls, NEEDED_HULLS, "hull", where)
    shapes = (sheet.shape_by_gender, sheet.shape_by_sex, sheet.shape_by_loss, sheet.small_shapes)
    used = [shape for table in shapes for shape in table.values()]
    for name in (*used, sheet.unborn_shape, sheet.pet_shape, sheet.other_shape):
        if name not in sheet.shapes:
            raise CannotReadSheet(f'{where}: "shape_for" names the shape "{name}", which has no [shape.{name}].')


def _has(entries: Mapping[str, object], needed: tuple[str, ...], what: str, where: str) -> None:
    for name in needed:
        if name not in entries:
            raise CannotReadSheet(f'{where}: the {what} "{name}" is missing; add [{what}.{name}] with a stroke.')
