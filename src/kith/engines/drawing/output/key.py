"""Which signs a picture uses, and what each of them says: the key holds these and no others."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from kith.engines.drawing.picture import Curve, Drawing, Hull, KeyEntry, Line, Symbol
from kith.engines.drawing.symbols.shapes import RECORDED_SEX
from kith.engines.drawing.symbols.sheet import SymbolSheet
from kith.engines.drawing.symbols.styles import LineStyle
from kith.kernel.date_points import MONTHS

TWINS, PERHAPS_IDENTICAL, IDENTICAL = "twin", "twin.unsaid", "descent.identical"
RELATED = "related"


def key_of(drawing: Drawing, *, sheet: SymbolSheet, centre: str = "", on: date | None = None) -> tuple[KeyEntry, ...]:
    """Entries in the order of the sheet: shapes, marks, homes, lines, feelings, then notes about numbers and shapes.

    `centre` is the name beside the sign of the child at the centre.

    >>> from kith.engines.drawing.picture import Box
    >>> from kith.engines.drawing.symbols import load_sheet
    >>> noor = Symbol(person="n", box=Box(0, 0, 44, 44), shape="circle", marks=("index",))
    >>> alone = Drawing(title="", description="", width=0, height=0, symbols=(noor,))
    >>> [entry.says for entry in key_of(alone, sheet=load_sheet(), centre="Noor")]
    ['woman, girl', 'Noor']
    """
    drawn = drawing.symbols
    return (
        *_shapes(drawn, sheet),
        *_marks(drawn, sheet, centre),
        *_cultures(drawn),
        *_homes(drawing.hulls, sheet, centre),
        *_lines(drawing, sheet),
        *_feelings(drawing.curves, sheet),
        *_age_notes(drawn, on),
        *_shape_notes(drawn, sheet),
    )


def _shapes(symbols: tuple[Symbol, ...], sheet: SymbolSheet) -> Iterator[KeyEntry]:
    used = {symbol.shape for symbol in symbols}
    for shape in sheet.shapes.values():
        if shape.name in used:
            yield KeyEntry(kind="shape", name=shape.name, says=shape.says)


def _marks(symbols: tuple[Symbol, ...], sheet: SymbolSheet, centre: str) -> Iterator[KeyEntry]:
    used = {mark for symbol in symbols for mark in symbol.marks}
    for mark in sheet.marks.values():
        if mark.name in used and mark.name != RECORDED_SEX:
            yield KeyEntry(kind="mark", name=mark.name, says=centre if centre and mark.name == "index" else mark.says)


def _cultures(symbols: tuple[Symbol, ...]) -> Iterator[KeyEntry]:
    for letter, says in sorted({culture for symbol in symbols for culture in symbol.cultures}):
        yield KeyEntry(kind="culture", name=letter, says=says)


def _homes(hulls: tuple[Hull, ...], sheet: SymbolSheet, centre: str) -> Iterator[KeyEntry]:
    used = {hull.kind for hull in hulls}
    for style in sheet.hulls.values():
        if style.name in used:
            says = f"{centre} {style.says}" if centre and style.name == "home" else style.says
            yield KeyEntry(kind="hull", name=style.name, says=says)


def _feelings(curves: tuple[Curve, ...], sheet: SymbolSheet) -> Iterator[KeyEntry]:
    used = {sheet.feeling_says(curve.kind): sheet.feeling(curve.kind).name for curve in curves}
    order = list(sheet.feelings)
    for says, name in sorted(used.items(), key=lambda entry: order.index(entry[1])):
        yield KeyEntry(kind="feeling", name=name, says=says)
    if any(curve.word.endswith("?") for curve in curves):
        yield KeyEntry(kind="note", name="doubt", says="? on a curve: not sure")


def _lines(drawing: Drawing, sheet: SymbolSheet) -> Iterator[KeyEntry]:
    used = {sheet.line(line.kind).name for line in drawing.lines} | set(_twins(drawing))
    used |= {RELATED} if any(line.doubled for line in drawing.lines) else set()
    looks: dict[tuple[str, ...], list[LineStyle]] = defaultdict(list)
    for line in sheet.lines.values():
        if line.name in used and line.says:
            looks[_look(line)].append(line)
    for same in looks.values():
        yield KeyEntry(kind="line", name=same[0].name, says=", ".join(line.says for line in same))


def _look(line: LineStyle) -> tuple[str, ...]:
    """Couple lines that look the same share an entry; every other line has its own."""
    family = line.name.partition(".")[0]
    return (line.stroke, line.sign) if family == "couple" else (line.name,)


def _twins(drawing: Drawing) -> Iterator[str]:
    """Twins' lines slant away from one point: with a question mark, or with neither that nor a bar."""
    asked = Counter(mark.union for mark in drawing.marks if mark.union)
    said = asked + Counter(line.union for line in drawing.lines if line.kind == IDENTICAL)
    slanting = Counter((line.union, line.points[0]) for line in drawing.lines if line.child and _is_slanting(line))
    forks = Counter(union for (union, _), count in slanting.items() if count > 1)
    if forks - said:
        yield TWINS
    if asked:
        yield PERHAPS_IDENTICAL


def _is_slanting(line: Line) -> bool:
    (x1, y1), (x2, y2) = line.points[0], line.points[-1]
    return len(line.points) == 2 and abs(x1 - x2) > 1 and abs(y1 - y2) > 1


def _age_notes(symbols: tuple[Symbol, ...], on: date | None) -> Iterator[KeyEntry]:
    ages = [symbol.inside for symbol in symbols if symbol.inside.lstrip("~").isdigit()]
    if ages:
        yield KeyEntry(kind="note", name="age", says=_age_note(on))
    if "~" in "".join(ages):
        yield KeyEntry(kind="note", name="about", says="~ about")


def _shape_notes(symbols: tuple[Symbol, ...], sheet: SymbolSheet) -> Iterator[KeyEntry]:
    recorded = sum(RECORDED_SEX in symbol.marks for symbol in symbols)
    if recorded:
        some = "" if recorded == len(symbols) else "for some: "
        yield KeyEntry(kind="note", name=RECORDED_SEX, says=some + sheet.marks[RECORDED_SEX].says)


def _age_note(on: date | None) -> str:
    if on is None:
        return "number inside: age at death in years"
    return f"number inside: age in years on {on.day} {MONTHS[on.month - 1]} {on.year}"
