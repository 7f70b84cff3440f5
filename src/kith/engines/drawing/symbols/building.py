"""A person's whole symbol, shape, marks, age and words, before anybody knows where it will stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from kith.engines.drawing.network import ChildLink, Person
from kith.engines.drawing.picture import Box, Label, Size, Symbol
from kith.engines.drawing.symbols.ages import age_of, short_age
from kith.engines.drawing.symbols.facts import described, ways_in
from kith.engines.drawing.symbols.labels import label_of
from kith.engines.drawing.symbols.shapes import marks_of, shape_of
from kith.engines.drawing.symbols.sheet import SymbolSheet


def symbol_of(
    person: Person,
    *,
    sheet: SymbolSheet,
    on: date | None = None,
    is_index: bool = False,
    kin: str = "",
    teller: str = "",
    links: Sequence[ChildLink] = (),
) -> Symbol:
    """The symbol with its middle at (0, 0); `move` puts it in its place. `links` say how somebody came to parents.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> symbol = symbol_of(Person(id="n", gender="girl"), sheet=load_sheet(), is_index=True)
    >>> symbol.shape, symbol.marks, symbol.box
    ('circle', ('index',), Box(x=0, y=0, w=44.0, h=44.0))
    """
    side = sheet.sizes.symbol
    marks, shape = (
        marks_of(person, sheet, is_index=is_index, came_by=[link.kind for link in links]),
        shape_of(person, sheet),
    )
    foot = ceil(max([1.0, *(y for _, y in sheet.shapes[shape].corners)]) * side / 2)
    top = foot + sheet.sizes.label_gap + (sheet.sizes.ring if is_index else 0)
    told = [sign for sign in (sheet.shapes[shape].inside, *(sheet.marks[mark].inside for mark in marks)) if sign]
    age = "" if person.loss or person.kind == "pet" else short_age(age_of(person, on))
    return Symbol(
        person=person.id,
        box=Box(0, 0, side, side),
        shape=shape,
        marks=marks,
        inside=age or "".join(told[:1]),
        label=label_of(person, kin=kin, teller=teller, also=ways_in(links), top=top, sheet=sheet),
        described=described(person, on=on, kin=kin),
    )


def room_of(symbol: Symbol) -> Size:
    """How much room the symbol and its words take, in pixels: the symbol at the top, the label below.

    >>> label = Label(box=Box(0, 48, 90, 40), lines=())
    >>> room_of(Symbol(person="n", box=Box(0, 0, 44, 44), shape="circle", label=label))
    Size(w=90, h=90.0)
    """
    if symbol.label is None:
        return Size(symbol.box.w, symbol.box.h)
    label = symbol.label.box
    bottom = label.y + label.h / 2
    return Size(max(symbol.box.w, label.w), symbol.box.h / 2 + bottom - symbol.box.y)


def move(symbol: Symbol, x: float, y: float) -> Symbol:
    """The same symbol with its middle at (x, y), its label with it.

    >>> move(Symbol(person="n", box=Box(0, 0, 44, 44), shape="circle"), 30, 70).box
    Box(x=30, y=70, w=44, h=44)
    """
    box = symbol.box
    return replace(symbol, box=Box(x, y, box.w, box.h), label=_moved(symbol.label, x - box.x, y - box.y))


def _moved(label: Label | None, dx: float, dy: float) -> Label | None:
    if label is None:
        return None
    box = label.box
    return replace(label, box=Box(box.x + dx, box.y + dy, box.w, box.h))
