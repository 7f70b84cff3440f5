"""A table that was pasted: as the HTML that a browser holds of it, or as text in which tabs part the columns."""

from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.readers import tables_of_html, tables_of_text
from kith.apps.files.sandbox.readers.found_table import framed
from kith.apps.files.sandbox.refusal import CannotReadFile


def read(asked: Frame) -> Frame:
    try:
        text = asked.body.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotReadFile("What was pasted is no text that can be read. Bring the file itself.") from None
    is_html = text.lstrip().startswith("<")
    return framed(tables_of_html.found_in(text) if is_html else tables_of_text.found_in(text.encode()))
