"""Turns the lines of a GEDCOM file from bytes into text, by the encoding that is told or can be proved."""

from collections.abc import Iterator

import ged4py  # noqa: F401

from kith.engines.drawing.formats.gedcom_header import Header
from kith.engines.drawing.formats.plain_text import quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.formats.warned import Warnings

# Importing ged4py registers the codec "gedcom", which is ANSEL; its reader itself stays unused, because
# it knows no UTF-16, reads byte by byte, and takes quadratic time over long notes.
_ANSEL = "gedcom"

_CODECS = {
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
    "UNICODE": "utf-8",
    "UTF-16": "utf-8",
    "ANSEL": _ANSEL,
    "ANSI": "cp1252",
    "WINDOWS": "cp1252",
    "IBM WINDOWS": "cp1252",
    "IBM_WINDOWS": "cp1252",
    "CP1252": "cp1252",
    "WINDOWS-1252": "cp1252",
    "WINDOWS-1250": "cp1250",
    "WINDOWS-1251": "cp1251",
    "ISO-8859-1": "latin-1",
    "ISO8859-1": "latin-1",
    "LATIN1": "latin-1",
    "IBMPC": "cp437",
    "IBM-PC": "cp437",
    "IBM": "cp437",
    "OEM": "cp437",
    "MSDOS": "cp850",
    "MS-DOS": "cp850",
    "MACINTOSH": "mac-roman",
}
_SHOWN = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", _ANSEL: "ANSEL", "cp1252": "Windows-1252"}
_ONE_BYTE_CHARSETS = set(_CODECS.values()) - {"utf-8", _ANSEL}


def decode_lines(lines: list[bytes], *, told: str, header: Header, warnings: Warnings) -> tuple[list[str], str]:
    """The lines as text, and the name of the encoding; `told` is what the first bytes gave away."""
    is_plain = all(line.isascii() for line in lines)
    codec = "utf-8" if told else _codec(lines, header, is_plain=is_plain, warnings=warnings)
    if told and _CODECS.get(header.charset.upper(), "utf-8") != "utf-8":
        warnings.add(
            f"The file says {quoted(header.charset)} but begins as {_SHOWN[told]}, and was read as that",
            f"line {header.charset_line}",
        )
    shown = "ASCII" if is_plain and not told else _SHOWN.get(told or codec, codec)
    return list(_decoded(lines, codec)), shown


def _codec(lines: list[bytes], header: Header, *, is_plain: bool, warnings: Warnings) -> str:
    word = header.charset.upper()
    place = f"line {header.charset_line}" if header.charset_line else ""
    if word in ("", "ASCII", "US-ASCII"):
        return _proved(lines, place, is_plain=is_plain, warnings=warnings)
    if word not in _CODECS:
        raise CannotReadFamily(
            f"Line {header.charset_line} names the character set {quoted(header.charset)}, which is not known; "
            "export the file as UTF-8."
        )
    if _CODECS[word] in _ONE_BYTE_CHARSETS and not is_plain:
        warnings.add(
            f"The character set {quoted(word)} is not part of GEDCOM, so check the accents in names (read as "
            f"{_SHOWN.get(_CODECS[word], _CODECS[word])})",
            place,
        )
    return _CODECS[word]


def _proved(lines: list[bytes], place: str, *, is_plain: bool, warnings: Warnings) -> str:
    """UTF-8 where all bytes prove it, else the commonest alphabet of old Windows programs."""
    if is_plain:
        return "utf-8"
    codec = "utf-8"
    try:
        for line in lines:
            line.decode("utf-8")
    except UnicodeDecodeError:
        codec = "cp1252"
    warnings.add(f"The file does not say how its accents are written, and was read as {_SHOWN[codec]}", place)
    return codec


def _decoded(lines: list[bytes], codec: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("ascii" if line.isascii() else codec)
        except UnicodeDecodeError as error:
            shown = _SHOWN.get(codec, codec)
            raise CannotReadFamily(
                f"Line {number} holds bytes that are not {shown} (character {error.start + 1}), although the file "
                "says so; export it as UTF-8."
            ) from None
