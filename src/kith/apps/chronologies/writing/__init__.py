"""From a merged chronology to a file: a workbook, a document, a page or JSON, the same bytes for the same rows.

Everything that a file can run, reach or hide is left out; who may read it is decided by whoever hands it on.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.writing.document import to_docx
from kith.apps.chronologies.writing.page import to_html, to_pdf
from kith.apps.chronologies.writing.record import to_json
from kith.apps.chronologies.writing.workbook import to_csv, to_xlsx

__all__ = ["COPIES", "FORMS", "Form"]


class Form(NamedTuple):
    """A form of file, and who writes it."""

    called: str
    write: Callable[[Joined], bytes]


FORMS: Mapping[str, Form] = {
    "xlsx": Form("an Excel workbook", to_xlsx),
    "docx": Form("a Word document", to_docx),
    "html": Form("a page", to_html),
    "json": Form("JSON", to_json),
}
COPIES: Mapping[str, Form] = {
    "xlsx": FORMS["xlsx"],
    "csv": Form("a table (CSV)", to_csv),
    "docx": FORMS["docx"],
    "pdf": Form("a PDF", to_pdf),
}
"""The forms in which kept rows are taken out of Kith."""
