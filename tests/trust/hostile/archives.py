"""Zip, Word and Excel files that are not what they seem."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Parts = Mapping[str, bytes | str]


def packed(parts: Parts | list[tuple[str, bytes | str]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for name, data in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return out.getvalue()


def workbook_parts(rows: str = "", **others: bytes | str) -> dict[str, bytes | str]:
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
        )
    )
    office = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    sheet = '<sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets>'
    related = f'xmlns="{PACKAGE}/relationships"'
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f"{HEAD}<Relationships {related}>{office}</Relationships>",
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}">{sheet}</workbook>',
        "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships {related}>{relations}</Relationships>",
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{SHEETS}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{SHEETS}"><si><t>shared</t></si></sst>',
        **others,
    }


def workbook(rows: str = "", **others: bytes | str) -> bytes:
    return packed(workbook_parts(rows, **{name.replace("__", "/"): data for name, data in others.items()}))


def with_part(name: str, data: bytes | str) -> bytes:
    return packed({**workbook_parts(), name: data})


def cell(place: str, text: str) -> str:
    return f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def document(body: str, *, declared: str = "", coded: str = "utf-8", **others: bytes | str) -> bytes:
    head = f'<?xml version="1.0" encoding="{coded}"?>'
    xml = f'{head}{declared}<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": xml.encode(coded), **others})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def nested(depth: int, inside: bytes = b"hello") -> bytes:
    """A workbook in whose deepest archive something lies."""
    for _ in range(depth):
        inside = packed({"inner.zip": inside})
    return with_part("xl/embeddings/inner.xlsx", inside)


def declared_smaller(data: bytes, name: str, says: int) -> bytes:
    """The directory says of a part that it is smaller than it is."""
    at = data.rindex(name.encode()) - 46
    return data[: at + 24] + struct.pack("<I", says) + data[at + 28 :]


def with_flags(data: bytes, *, flags: int | None = None, method: int | None = None) -> bytes:
    """The first part of the directory and its own header with other flags, or another way of packing."""
    changed = bytearray(data)
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        if flags is not None:
            struct.pack_into("<H", changed, at, flags)
        if method is not None:
            struct.pack_into("<H", changed, at + 2, method)
    return bytes(changed)


def overlapping(count: int = 200, size: int = 200_000) -> bytes:
    """Many entries of the directory that all lead to one and the same packed part."""
    packer = zlib.compressobj(wbits=-15)
    body = packer.compress(bytes(size)) + packer.flush()
    common = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, zlib.crc32(bytes(size)), len(body), size)
    local = b"PK\x03\x04" + common + struct.pack("<HH", 3, 0) + b"000" + body
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHHHII", 3, 0, 0, 0, 0, 0, 0) + b"%03d" % n
        for n in range(count)
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(entries), len(local), 0)
    return local + entries + end
