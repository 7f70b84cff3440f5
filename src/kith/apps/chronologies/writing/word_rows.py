"""Rows of a chronology as rows of a Word table, written as the XML they are: thousands of them take no second."""

import unicodedata
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Row

from kith.apps.chronologies.writing.shown import Line, ShownPassage, ShownRow, columns
from kith.kernel.palette import colour

COLOURS = {"red": "berry", "amber": "barley", "green": "samphire"}
TWENTIETHS = 1440 / 25.4  # of a point in a millimetre: what widths in Word are counted in
FROM_THE_RIGHT = ("R", "AL")
KEPT = "<w:pPr><w:keepNext/></w:pPr>"


def word_rows(passages: Iterable[ShownPassage]) -> Iterator[CT_Row]:
    """In their order, with a row across before likely accounts of one event, and one beneath each that asks."""
    rows = "".join(xml for passage in passages for xml in _passage(passage))
    yield from parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>")


def _passage(passage: ShownPassage) -> Iterator[str]:
    if passage.heading:
        said = "".join(_paragraph(Line(one), is_struck=False, is_kept=True) for one in passage.differences)
        yield _across(f"<w:p>{KEPT}{_run(passage.heading, '<w:b/>')}</w:p>{said}", fill="dusk-pale")
    for row in passage.rows:
        yield _row(row)
        if row.asks:
            yield _across(f"<w:p>{_run(f'{row.asks} ', '<w:i/>')}</w:p>", fill="foam")


def _across(inside: str, *, fill: str) -> str:
    width, shade = sum(column.width for column in columns()), colour(fill).lstrip("#")
    about = f'{_width(width)}<w:gridSpan w:val="{len(columns())}"/><w:shd w:val="clear" w:fill="{shade}"/>'
    return f"<w:tr><w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc></w:tr>"


def _row(row: ShownRow) -> str:
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if row.is_short else ""
    cells = "".join(_cell(place, column.width, row) for place, column in enumerate(columns()))
    return f"<w:tr>{whole}{cells}</w:tr>"


def _cell(place: int, width: int, row: ShownRow) -> str:
    told = [f"<w:p>{_run(row.note, '<w:b/>')}</w:p>"] if row.note and place == 0 else []
    told += [_paragraph(line, is_struck=row.is_struck, colour_of=row.colour) for line in row.lines[place]]
    return f"<w:tc><w:tcPr>{_width(width)}</w:tcPr>{''.join(told) or '<w:p/>'}</w:tc>"


def _paragraph(line: Line, *, is_struck: bool, is_kept: bool = False, colour_of: str = "") -> str:
    label = _run(f"{line.label}: ", "<w:i/>") if line.label else ""
    turned = _is_from_the_right(line.text)
    look = "<w:b/>" if line.part == "start" else ""
    look += "<w:strike/>" if is_struck else ""
    if line.part == "reads":
        look += f'<w:color w:val="{colour(COLOURS[colour_of]).lstrip("#")}"/>'
    look += "<w:rtl/>" if turned else ""
    about = ("<w:keepNext/>" if is_kept else "") + ("<w:bidi/>" if turned else "")
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{label}{_run(line.text, look)}</w:p>"


def _run(text: str, look: str) -> str:
    """Line breaks and tabs are marks of their own in Word."""
    told = escape(text).replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    told = told.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space='preserve'>{told}</w:t></w:r>"


def _width(millimetres: int) -> str:
    return f'<w:tcW w:type="dxa" w:w="{round(millimetres * TWENTIETHS)}"/>'


def _is_from_the_right(text: str) -> bool:
    """Whether the first letter belongs to a script that is written from the right."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", *FROM_THE_RIGHT):
            return kind in FROM_THE_RIGHT
    return False
