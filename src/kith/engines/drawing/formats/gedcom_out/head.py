"""The first lines of a written file: which GEDCOM, which program, and in GEDCOM 7 what our own tags mean."""

from kith.engines.drawing.formats.gedcom_out.copies import mark
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_own_tags import ADDRESS, PROGRAM
from kith.engines.drawing.formats.gedcom_records import Record


def head(roots: list[Record], submitter: str, pen: Pen) -> list[Record]:
    return [_newest(roots, pen)] if pen.is_newest else _older(submitter, pen)


def _newest(roots: list[Record], pen: Pen) -> Record:
    tags = [pen.line("TAG", f"{tag} {ADDRESS}{tag}") for tag in sorted(_extensions(roots))]
    version = pen.line("GEDC", "", pen.line("VERS", "7.0"))
    return pen.line("HEAD", "", version, pen.line("SCHMA", "", *tags), _program(pen))


def _older(submitter: str, pen: Pen) -> list[Record]:
    """GEDCOM 5.5.1 wants somebody who hands the file in; nobody's name is ours to give."""
    form = pen.line("GEDC", "", pen.line("VERS", "5.5.1"), pen.line("FORM", "LINEAGE-LINKED"))
    first = pen.line("HEAD", "", _program(pen), pen.pointer("SUBM", submitter), form, pen.line("CHAR", "UTF-8"))
    return [first, pen.line("SUBM", "", pen.line("NAME", "Kith"), mark(pen), xref=submitter)]


def _program(pen: Pen) -> Record:
    return pen.line("SOUR", PROGRAM, pen.line("NAME", "Kith"))


def _extensions(roots: list[Record]) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        record = waiting.pop()
        waiting.extend(record.children)
        if record.tag.startswith("_"):
            found.add(record.tag)
    return found
