"""The tables of a workbook, a document, a CSV or a chronology that Kith wrote: one answer for all of them."""

from kith.apps.files.sandbox.archives import proved_archive
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.readers import tables_of_document, tables_of_text, tables_of_workbook
from kith.apps.files.sandbox.readers.document import PART as DOCUMENT_PART
from kith.apps.files.sandbox.readers.found_table import Found, framed
from kith.apps.files.sandbox.refusal import CannotReadFile
from kith.apps.files.sandbox.sniffing import looks_like

WORKBOOK_PART = "xl/workbook.xml"


def read(asked: Frame) -> Frame:
    return framed(_found(asked.body))


def _found(data: bytes) -> Found:
    if looks_like(data) == "text":
        return tables_of_text.found_in(data)
    archive = proved_archive(data)
    if WORKBOOK_PART in archive.namelist():
        return tables_of_workbook.found_in(data, archive)
    if DOCUMENT_PART in archive.namelist():
        return tables_of_document.found_in(archive)
    raise CannotReadFile(
        "This is neither an Excel workbook nor a Word document. Save it as an Excel workbook (.xlsx), as a Word "
        "document (.docx) or as CSV."
    )
