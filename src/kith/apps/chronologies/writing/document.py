"""A merged chronology as a Word document: A4 across, headings and page numbers on every page, the same bytes again."""

import datetime as dt
import io
import unicodedata
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.writing.saying import summary
from kith.apps.chronologies.writing.shown import COLUMNS, Line, ShownPassage, ShownRow, shown
from kith.kernel.palette import colour

ALWAYS = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can name
MARGIN = 12  # mm, as the widths are
WIDTHS = (27, 28, 76, 38, 38, 40, 26)
COLOURS = {"red": "berry", "amber": "barley", "green": "samphire"}
MEANT = COLUMNS.index("What it meant")
FROM_THE_RIGHT = ("R", "AL")


def to_docx(joined: Joined) -> bytes:
    document = Document()
    _set_up(document, joined.title)
    document.add_heading(joined.title, level=1)
    for sentence in summary(joined):
        document.add_paragraph(sentence)
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)  # rows that are added later take it over
    _head(table)
    for passage in joined.passages:
        _add(table, shown(passage))
    out = io.BytesIO()
    document.save(out)
    return packed_alike(out.getvalue())


def packed_alike(data: bytes) -> bytes:
    """The same archive without the time at which it was packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(zipfile.ZipInfo(name, ALWAYS), packed.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _set_up(document: WordDocument, title: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name, size in (("Normal", 9), ("Heading 1", 16)):
        _set_style(document, name, size)
    document.styles["Normal"].element.get_or_add_rPr().append(_element("w:lang", val="en-GB"))
    _number_pages(section.footer.paragraphs[0])
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title[:255], "Kith", "Kith", ""
    about.language, about.revision = "en-GB", 1
    about.created = about.modified = dt.datetime(*ALWAYS)  # noqa: DTZ001 it is written without a zone


def _set_style(document: WordDocument, name: str, size: int) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = "Arial", Pt(size)
    style.font.color.rgb = _rgb("ink")
    style.paragraph_format.space_after = Pt(2)


def _number_pages(paragraph: Paragraph) -> None:
    """Page 1 of 9, counted by whoever shows the document."""
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        counted = _element("w:fldSimple", instr=field)
        counted.append(_element("w:r"))
        paragraph._p.append(counted)


def _head(table: Table) -> None:
    row = table.rows[0]
    for cell, heading, width in zip(row.cells, COLUMNS, WIDTHS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
        cell.width = Mm(width)
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _add(table: Table, passage: ShownPassage) -> None:
    if passage.heading:
        whole = _cell_across(table.add_row())
        whole.paragraphs[0].add_run(passage.heading).bold = True
        for difference in passage.differences:
            _say(whole.add_paragraph(), Line(difference), is_struck=False)
        for paragraph in whole.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
        whole._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", fill=colour("dusk-pale").lstrip("#")))
    for shown_row in passage.rows:
        _add_row(table, shown_row)


def _cell_across(row: _Row) -> _Cell:
    """One cell in place of all of a row; merging them would look through the whole table each time."""
    whole, *others = row.cells
    for cell in others:
        row._tr.remove(cell._tc)
    whole._tc.grid_span = len(COLUMNS)
    whole.width = Mm(sum(WIDTHS))
    return whole


def _add_row(table: Table, shown_row: ShownRow) -> None:
    row = table.add_row()
    for place, (cell, lines) in enumerate(zip(row.cells, shown_row.lines, strict=True)):
        if place == 0 and shown_row.note:
            _next(cell).add_run(shown_row.note).bold = True
        for number, line in enumerate(lines):
            told = _say(_next(cell), line, is_struck=shown_row.is_struck)
            if place == 0 and number == 0:
                told.bold = True
            if place == MEANT and number == 0 and shown_row.colour:
                told.font.color.rgb = _rgb(COLOURS[shown_row.colour])
    if shown_row.is_short:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def _next(cell: _Cell) -> Paragraph:
    """The empty paragraph that every cell begins with, or a new one."""
    first = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs else first


def _say(paragraph: Paragraph, line: Line, *, is_struck: bool) -> Run:
    if line.label:
        paragraph.add_run(f"{line.label}: ").italic = True
    told = paragraph.add_run(line.text)
    told.font.strike = is_struck or None
    if _is_from_the_right(line.text):
        told.font.rtl = True
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
    return told


def _is_from_the_right(text: str) -> bool:
    """Whether the first letter belongs to a script that is written from the right."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", *FROM_THE_RIGHT):
            return kind in FROM_THE_RIGHT
    return False


def _rgb(name: str) -> RGBColor:
    return RGBColor.from_string(colour(name).lstrip("#"))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
