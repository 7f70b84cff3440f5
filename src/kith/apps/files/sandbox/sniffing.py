"""What a file is by its own bytes: never by its name, and never by what the browser says."""

import filetype

from kith.apps.files.sandbox.kinds import Kind
from kith.apps.files.sandbox.refusal import CannotReadFile

SEEMS = {
    "png": "a PNG picture",
    "jpg": "a JPEG picture",
    "webp": "a WebP picture",
    "gif": "a GIF picture",
    "tif": "a TIFF picture",
    "bmp": "a BMP picture",
    "heic": "a HEIC picture, which only some telephones write",
    "avif": "an AVIF picture",
    "psd": "a Photoshop picture",
    "svg": "an SVG drawing, which can hold programs",
    "zip": "a ZIP, Word or Excel file",
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "pptx": "a PowerPoint file",
    "pdf": "a PDF document",
    "rtf": "a rich text document",
    "gz": "a compressed (gzip) file",
    "bz2": "a compressed (bzip2) file",
    "xz": "a compressed (xz) file",
    "7z": "a compressed (7-Zip) file",
    "rar": "a compressed (RAR) file",
    "exe": "a program",
    "elf": "a program",
    "sqlite": "a database",
    "mp4": "a film",
    "mov": "a film",
    "ole": "an old Word or Excel file",
    "xml": "a web page or an XML file",
}
OUR_OWN = (
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3", "sqlite"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"%PDF", "pdf"),
    (b"GIF8", "gif"),
)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 1_000
GUESSED_FROM = 8_192


def looks_like(data: bytes) -> str:
    """A name from `SEEMS`, or "text" for everything that is none of these."""
    start = data[:LOOKED_AT].lstrip()
    for beginning, name in OUR_OWN:
        if start.startswith(beginning):
            return name
    if _opens_a_tag(start):
        return "svg" if b"<svg" in start.lower() else "xml"
    guess = None if data.startswith(BYTE_ORDER_MARKS) else filetype.guess(data[:GUESSED_FROM])
    return guess.extension if guess and guess.extension in SEEMS else "text"


def _opens_a_tag(start: bytes) -> bool:
    """In any of the encodings that a reader of XML would believe."""
    for mark in BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith(b"<")


def refuse_other_kinds(data: bytes, kind: Kind) -> None:
    """Refuse an empty file, one that is too large, and one that is of no kind that was asked for."""
    if not data:
        raise CannotReadFile("This file is empty. Choose the file again, or save it once more where it comes from.")
    if len(data) > kind.most_bytes:
        raise CannotReadFile(
            f"This file is larger than {round(kind.most_bytes / 1_000_000)} MB, the most that is read of "
            f"{kind.called}. Bring a smaller part of it."
        )
    looks = looks_like(data)
    if looks not in kind.looks:
        seems = f"but seems to be {SEEMS[looks]}" if looks in SEEMS else "and nothing that Kith knows"
        raise CannotReadFile(f"This is not {kind.called} {seems}. {kind.choose}")
