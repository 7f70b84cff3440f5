"""Word documents as paragraphs of plain text."""

import json
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from kith.apps.files.sandbox.archives import proved_archive
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.refusal import CannotReadFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
MOST_CHARACTERS = 500_000
BREAKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n"}
BROKEN = "This is not a whole Word document. Open it in Word and save it again as .docx."


def read(asked: Frame) -> Frame:
    archive = proved_archive(asked.body)
    if PART not in archive.namelist():
        raise CannotReadFile("This is not a Word document. Save it as a Word document (.docx).")
    try:
        root = fromstring(archive.read(PART), forbid_dtd=True)
    except (ParseError, ValueError) as problem:
        raise CannotReadFile(BROKEN) from problem
    paragraphs = ["".join(parts) for parts in _paragraphs(root)]
    if sum(map(len, paragraphs)) > MOST_CHARACTERS:
        raise CannotReadFile(
            f"This document is longer than {MOST_CHARACTERS:,} characters. Bring the part that matters."
        )
    return Frame(body=json.dumps(paragraphs).encode("ascii"))


def _paragraphs(root: Element) -> Iterator[list[str]]:
    """In the order of the document; text before the first paragraph is nobody's."""
    parts: list[str] = []
    for element in root.iter():
        if element.tag == f"{WORD}p":
            yield parts
            parts = []
        elif element.tag == f"{WORD}t":
            parts.append(element.text or "")
        else:
            parts.append(BREAKS.get(str(element.tag), ""))
    yield parts
