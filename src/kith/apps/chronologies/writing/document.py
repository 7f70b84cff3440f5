"""A merged chronology as a Word document: A4 across, headings and page numbers on every page, the same bytes again."""

import datetime as dt
import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.writing.saying import summary
from kith.apps.chronologies.writing.shown import columns, shown
from kith.apps.chronologies.writing.word_rows import word_rows
from kith.kernel.palette import colour

ALWAYS = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can name
MARGIN = 12  # mm


def to_docx(joined: Joined) -> bytes:
    document = Document()
    _set_up(document, joined.title)
    document.add_heading(joined.title, level=1)
    for sentence in summary(joined):
        document.add_paragraph(sentence)
    if joined.mark:
        document.sections[0].header.paragraphs[0].add_run(joined.mark.sentence)
    table = document.add_table(rows=1, cols=len(columns()), style="Table Grid")
    table.autofit = False
    for column, wanted in zip(table.columns, columns(), strict=True):
        column.width = Mm(wanted.width)
    _head(table)
    asks = next(iter(joined.to_fill), "")
    for row in word_rows(shown(passage, asks=asks) for passage in joined.passages):
        table._tbl.append(row)
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
    for cell, column in zip(row.cells, columns(), strict=True):
        cell.paragraphs[0].add_run(column.title).bold = True
        cell.width = Mm(column.width)
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _rgb(name: str) -> RGBColor:
    return RGBColor.from_string(colour(name).lstrip("#"))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
