"""Finds out what kind of family file some bytes are, from the bytes themselves, and has them read."""

import re
from dataclasses import replace

from kith.engines.drawing.formats.archives import part_names, unpacked
from kith.engines.drawing.formats.byte_order import Unwrapped, refuse_zero_bytes, unwrap
from kith.engines.drawing.formats.families_json import read_families
from kith.engines.drawing.formats.gedcom import read_gedcom
from kith.engines.drawing.formats.genopro import DATA, read_genopro
from kith.engines.drawing.formats.json_text import load_object
from kith.engines.drawing.formats.limits import MOST_BYTES
from kith.engines.drawing.formats.network_json import FORMAT, read_network
from kith.engines.drawing.formats.pedigree import canrisk_reading, ped
from kith.engines.drawing.formats.plain_text import one_line
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading

READS = "GEDCOM 5.5.1 and 7, GenoPro, PED, CanRisk, families JSON and Kith's own network files"
"""What `read` understands, for sentences about it."""

_KNOWN = f"Kith reads {READS}"
_ZIP = b"PK\x03\x04"
_LOOKED_AT = 10_000
_GEDZIP = "gedcom.ged"
_BEGINNINGS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"7z\xbc\xaf", "a compressed (7-Zip) file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
    (b"<?xml", "an XML file"),
    (b"<", "a web page or an XML file"),
)
_GEDCOM = re.compile(rb"\s*0\s+HEAD\b")
_HEADLESS = re.compile(rb"\s*\d+\s+(?:@[^@\r\n]+@\s+)?[A-Z_]{3,15}\b")


def read(data: bytes, *, name: str) -> Reading:
    """Read a family file; `name` is its file name, used only to call the network something.

    Raises CannotReadFamily, and nothing else, with one sentence for the person who chose the file.

    >>> family = b"0 HEAD\\n1 CHAR UTF-8\\n0 @I1@ INDI\\n1 NAME Ann /Example/\\n0 TRLR\\n"
    >>> reading = read(family, name="example.ged")
    >>> reading.network.name, reading.network.persons[0].called
    ('example', 'Ann Example')
    """
    _refuse_size(data)
    if data.startswith(_ZIP):
        return _read_archive(data, name)
    _refuse_other_kinds(data)
    text = unwrap(data)
    _refuse_size(text.data)
    refuse_zero_bytes(text.data)
    title = _title(name)
    if _GEDCOM.match(text.data):
        return read_gedcom(text.data, told=text.told, name=title)
    if text.data.lstrip()[:1] in (b"{", b"["):
        try:
            return _read_json(text, title)
        except RecursionError:
            raise CannotReadFamily("The lists in this JSON file are nested far too deep for a family file.") from None
    if canrisk_reading.LOOKS.match(text.data):
        return canrisk_reading.read_canrisk(text.data, name=title)
    if ped.LOOKS.match(text.data[:_LOOKED_AT]):
        return ped.read_ped(text.data, name=title)
    if _HEADLESS.match(text.data):
        raise CannotReadFamily('Line 1 is not "0 HEAD", with which a GEDCOM file begins; export the family again.')
    raise CannotReadFamily(f"This is not a family file: {_KNOWN}.")


def _read_archive(data: bytes, name: str) -> Reading:
    """GenoPro's file, or a GEDCOM 7 file with its media in one archive (GEDZIP)."""
    for part in part_names(data):
        if part.casefold() == DATA.casefold():
            return read_genopro(data, part, name=_title(name))
        if part == _GEDZIP:
            return _without_media(read(_no_archive(unpacked(data, part)), name=name), data)
    raise CannotReadFamily(f"This is not a family file but seems to be a ZIP, Word or Excel file; {_KNOWN}.")


def _no_archive(data: bytes) -> bytes:
    if data.startswith(_ZIP):
        raise CannotReadFamily("The family in this ZIP file is a ZIP file again; take it out and try that one.")
    return data


def _without_media(reading: Reading, data: bytes) -> Reading:
    media = len(part_names(data)) - 1
    said = f"The archive holds {media:,} other files (pictures, sounds), which are left out."
    return replace(reading, warnings=(*reading.warnings, said)) if media else reading


def _read_json(text: Unwrapped, title: str) -> Reading:
    whole = load_object(text.data)
    if whole.get("format") == FORMAT:
        return read_network(whole)
    if "format" in whole or not {"persons", "unions"} & whole.keys():
        raise CannotReadFamily('This JSON file is not a family: it has no "persons" and "unions", and no known format.')
    return read_families(whole, name=title)


def _refuse_size(data: bytes) -> None:
    if not data.strip():
        raise CannotReadFamily("The file is empty; choose the file that the family was exported to.")
    if len(data) > MOST_BYTES:
        raise CannotReadFamily(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB, the most that is read; export fewer people."
        )


def _refuse_other_kinds(data: bytes) -> None:
    start = data[:1_000].lstrip()
    for beginning, kind in _BEGINNINGS:
        if start.startswith(beginning):
            raise CannotReadFamily(f"This is not a family file but seems to be {kind}; {_KNOWN}.")


def _title(name: str) -> str:
    bare = re.split(r"[/\\]", name)[-1]
    return one_line(bare.rpartition(".")[0] or bare, most=100)
