"""The standard lines of a person: names, sex, birth, death, addresses."""

from collections.abc import Iterator

from kith.engines.drawing.formats.gedcom_out.dates import date_words, period_words
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.network import Address, Name, Person
from kith.kernel.partial_dates import PartialDate

_PREVIOUS = "previous"


def person_lines(person: Person, pen: Pen) -> Iterator[Record]:
    for name in person.names:
        if name.text:
            yield _name(name, pen)
    if person.sex:
        yield pen.line("SEX", person.sex)
    if person.birth:
        yield _event("BIRT", person.birth, pen)
    if person.death or person.has_died:
        yield _event("DEAT", person.death, pen)
    for address in person.addresses:
        yield _residence(address, pen)


def _event(tag: str, date: PartialDate | None, pen: Pen) -> Record:
    return pen.line(tag, "", *when(date, pen)) if date else pen.line(tag, "Y")


def when(date: PartialDate | None, pen: Pen) -> Iterator[Record]:
    if date:
        yield pen.line("DATE", date_words(date))


def _name(name: Name, pen: Pen) -> Record:
    strokes = _with_strokes(name)
    told = () if strokes else (("GIVN", name.given), ("SURN", name.family))
    parts = [pen.line(tag, part) for tag, part in told if part]
    return pen.line("NAME", strokes or name.text.replace("/", " "), *_kind(name, pen), *parts)


def _with_strokes(name: Name) -> str:
    """The name with its family name between strokes; empty where the parts are not simply what it is made of."""
    if name.text != f"{name.given} {name.family}".strip() or "/" in name.text:
        return ""
    return f"{name.given} /{name.family}/".strip() if name.family else name.given


def _kind(name: Name, pen: Pen) -> Iterator[Record]:
    if name.kind == "known_as":
        yield pen.line("TYPE", "AKA" if pen.is_newest else "aka")
    elif name.kind == _PREVIOUS and pen.is_newest:
        yield pen.line("TYPE", "OTHER", pen.line("PHRASE", _PREVIOUS))
    elif name.kind == _PREVIOUS:
        yield pen.line("TYPE", _PREVIOUS)


def _residence(address: Address, pen: Pen) -> Record:
    period = period_words(address.since, address.until)
    dates = [pen.line("DATE", period)] if period else []
    code = [pen.line("POST", address.postcode)] if address.postcode else []
    return pen.line("RESI", "", *dates, pen.line("ADDR", address.lines, *code))
