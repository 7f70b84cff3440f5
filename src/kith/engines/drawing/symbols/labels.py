"""The words under a symbol: the name in bold, then lines of fact, wrapped and never shrunk."""

from collections.abc import Sequence

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.network import Person
from kith.engines.drawing.picture import Box, Label, TextLine
from kith.engines.drawing.symbols.facts import NAME_NOT_KNOWN, dates_of, name_of, source_of
from kith.engines.drawing.symbols.shapes import birth_sex_of
from kith.engines.drawing.symbols.sheet import SymbolSheet, load_sheet
from kith.engines.drawing.symbols.styles import Sizes
from kith.engines.drawing.symbols.wrapping import width_for, wrap, wrap_list


def label_of(
    person: Person,
    *,
    kin: str = "",
    teller: str = "",
    also: Sequence[str] = (),
    top: float = 0,
    sheet: SymbolSheet | None = None,
) -> Label:
    """A person's label with its box centred on x = 0 and its upper edge at `top` pixels.

    `kin` says who this is to the child ("Mum's mother"), `teller` who told us, `also` is joined to the dates.

    >>> [line.text for line in label_of(Person(id="p1", provisional=True), kin="Eli's dad").lines]
    ['“p1”', "Eli's dad", 'name not known']
    """
    signs = sheet or load_sheet()
    sizes = signs.sizes
    name = name_of(person)
    width = width_for(name, width=sizes.label_width, size=sizes.name, bold=True)
    lines = [TextLine(text=text, bold=True) for text in wrap(name, width=width, size=sizes.name, bold=True)]
    for fact in (*facts_of(person, kin=kin, teller=teller, also=also), birth_sex_of(person, signs)):
        lines += [TextLine(text=text) for text in wrap_list(fact, width=sizes.label_width, size=sizes.fact)]
    return Label(box=_box(lines, sizes, top), lines=tuple(lines))


def facts_of(person: Person, *, kin: str = "", teller: str = "", also: Sequence[str] = ()) -> tuple[str, ...]:
    """The lines of fact under a name, before wrapping."""
    word = kin or person.fact
    first = ", ".join(part for part in (dates_of(person), *also, word) if part)
    own = person.fact if person.fact not in (word, *also) else ""
    return tuple(fact for fact in (first, own, *_doubts(person, teller)) if fact)


def _doubts(person: Person, teller: str) -> tuple[str, ...]:
    """What we do not know of somebody we are not sure of, and who told us the rest."""
    if person.unknown or not person.provisional:
        return ()
    has_full_name = any(name.kind == "legal" for name in person.names)
    source = source_of(person.account, teller) if person.account and not person.fact else ""
    return ("" if has_full_name else NAME_NOT_KNOWN, source)


def line_size(line: TextLine, sizes: Sizes) -> float:
    """The type size of one line of a label."""
    return sizes.name if line.bold else sizes.fact


def _box(lines: Sequence[TextLine], sizes: Sizes, top: float) -> Box:
    width = max((text_width(line.text, line_size(line, sizes), line.bold) for line in lines), default=0)
    height = sum(line_size(line, sizes) * sizes.line_height for line in lines)
    return Box(0, top + height / 2, width, height)
