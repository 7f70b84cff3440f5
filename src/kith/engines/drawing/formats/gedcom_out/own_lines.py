"""Fields of a network as lines with Kith's own tags, exactly as the reader takes them back."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_own_tags import POINTERS, is_record, tag_of
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_records import default_of
from kith.kernel.partial_dates import PartialDate


def own_lines(kind: type, name: str, value: Any, pen: Pen) -> Iterator[Record]:
    """One line for a field, or one for each of several; an empty line says that there is nothing."""
    if not isinstance(value, tuple):
        yield _line(kind, name, value, pen)
    elif not value:
        yield pen.line(tag_of(name))
    else:
        for item in value:
            yield _line(kind, name, item, pen)


def _line(kind: type, name: str, value: Any, pen: Pen) -> Record:
    if (kind, name) in POINTERS and value:
        return pen.pointer(tag_of(name), value)
    if is_record(type(value)):
        return pen.line(tag_of(name), "", *_parts(value, pen))
    return pen.line(tag_of(name), _words(value))


def _parts(record: Any, pen: Pen) -> Iterator[Record]:
    for field in fields(record):
        value = getattr(record, field.name)
        if value != default_of(field):
            yield from own_lines(type(record), field.name, value, pen)


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, PartialDate):
        return value.code
    return str(value or "")
