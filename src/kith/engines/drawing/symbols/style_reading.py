"""One entry of a sheet from its table, refused where it cannot be drawn."""

from collections.abc import Collection

from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet, Table
from kith.engines.drawing.symbols.styles import (
    DRAWN_MARKS,
    HEADS,
    LINE_SIGNS,
    MIDDLES,
    MOST_STRANDS,
    WAVES,
    FeelingStyle,
    HullStyle,
    LineStyle,
    MarkStyle,
    Shape,
    Sizes,
)


def sizes(table: Table) -> Sizes:
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


def shape(name: str, table: Table) -> Shape:
    read = Shape(
        name=name,
        says=table.text("says"),
        radius=table.number("radius", 0),
        corners=table.points("corners"),
        middle=table.number("middle", 0),
        inside_shift=table.number("inside_shift", 0),
        inside=table.text("inside", ""),
        fill=table.colour("fill"),
    )
    if bool(read.radius) == bool(read.corners):
        raise CannotReadSheet(f"{table.where}: a shape needs either a radius or corners.")
    return read


def mark(name: str, table: Table) -> MarkStyle:
    return MarkStyle(
        name=name,
        says=table.text("says"),
        draws=table.choices("draws", DRAWN_MARKS),
        fill=table.colour("fill"),
        outline=table.stroke("outline", ""),
        inside=table.text("inside", ""),
    )


def line(name: str, table: Table) -> LineStyle:
    return LineStyle(
        name=name,
        stroke=table.stroke("stroke"),
        says=table.text("says", ""),
        sign=_one_of(table, "sign", LINE_SIGNS),
        letter=table.text("letter", ""),
    )


def feeling(name: str, table: Table) -> FeelingStyle:
    strands = table.number("strands", 1)
    if strands not in range(1, MOST_STRANDS + 1):
        raise CannotReadSheet(f'{table.where}: "strands" should be a number from 1 to {MOST_STRANDS}.')
    return FeelingStyle(
        name=name,
        says=table.text("says"),
        stroke=table.stroke("stroke"),
        group=table.text("group"),
        strands=int(strands),
        wave=_one_of(table, "wave", WAVES),
        head=_one_of(table, "head", HEADS),
        middle=_one_of(table, "middle", MIDDLES),
        word=table.text("word", ""),
    )


def hull(name: str, table: Table) -> HullStyle:
    return HullStyle(
        name=name,
        says=table.text("says"),
        stroke=table.stroke("stroke"),
        fill=table.colour("fill"),
        ink=table.colour("ink") or "ink",
    )


def _one_of(table: Table, key: str, allowed: Collection[str]) -> str:
    word = table.text(key, "")
    if word not in allowed:
        choices = " or ".join(choice for choice in allowed if choice)
        raise CannotReadSheet(f'{table.where}: "{key}" should be {choices}, not {word}.')
    return word
