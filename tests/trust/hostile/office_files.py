"""Archives, documents and workbooks that no office program would write."""

import functools
import random
import zipfile
from typing import Any

from tests.trust.hostile.archives import (
    HEAD,
    SHEETS,
    cell,
    declared_smaller,
    document,
    nested,
    overlapping,
    packed,
    paragraph,
    with_flags,
    with_part,
    workbook,
    workbook_parts,
)
from tests.trust.hostile.hostile_file import HostileFile
from tests.trust.hostile.pictures import SECRET

MB = 1024 * 1024
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'A' * 50_000}'>]>"
REACH = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
ENDLESS = '<dimension ref="A1:XFD1048576"/>'
FETCH = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"


def sheet_with(declared: str, body: str) -> bytes:
    xml = f'{HEAD}{declared}<worksheet xmlns="{SHEETS}"><sheetData>{body}</sheetData></worksheet>'
    return with_part("xl/worksheets/sheet1.xml", xml)


@functools.cache
def _zeros(size: int) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": bytes(size)})


def rows_of(count: int, columns: int) -> str:
    cells = ["".join(f"<c><v>{row * column % 9973}</v></c>" for column in range(columns)) for row in range(count)]
    return "".join(f"<row>{row}</row>" for row in cells)


def thin() -> bytes:
    """Just under the ratio that is refused at once: only counting finds it."""
    noise = random.Random(7)
    blocks = b"".join(noise.randbytes(15) + bytes(985) for _ in range(11_000))
    return packed({f"xl/media/{n}.bin": blocks for n in range(10)})


def texts(book: Any) -> list[str]:
    return [text for sheet in book for row in sheet.rows for text in row if text]


def shared_texts() -> bytes:
    """Each of them another, in a workbook that is no larger than many."""
    told = "".join(f"<si><t>{n * 2654435761:x}{'lorem ipsum' * 4}</t></si>" for n in range(1_200_000))
    return with_part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{SHEETS}">{told}</sst>')


ARCHIVES = [
    HostileFile("a flat bomb", "workbook", lambda: _zeros(90 * MB), "times over"),
    HostileFile("a larger bomb", "workbook", thin, "unpacks to more than 100 MB"),
    HostileFile(
        "a bomb that lies", "workbook", lambda: declared_smaller(_zeros(90 * MB), "xl/workbook.xml", 1_000), "damaged"
    ),
    HostileFile(
        "a bomb as a document", "document", lambda: packed({"word/document.xml": bytes(50 * MB)}), "times over"
    ),
    HostileFile("an archive in an archive in an archive", "workbook", lambda: nested(2), "within archives"),
    HostileFile("a bomb in an archive", "workbook", lambda: nested(1, bytes(90 * MB)), "times over"),
    HostileFile("many parts", "workbook", lambda: packed({f"p{n}": "" for n in range(1_001)}), "1,001 parts"),
    HostileFile("parts that overlap", "workbook", lambda: overlapping(4), "damaged"),
    HostileFile("many parts that overlap", "workbook", lambda: overlapping(200), "times over"),
    HostileFile("a way out", "workbook", lambda: with_part("../../evil.py", "x"), "somewhere else"),
    HostileFile("a way out in the middle", "workbook", lambda: with_part("xl/../../evil", "x"), "somewhere else"),
    HostileFile("an absolute name", "workbook", lambda: with_part("/etc/cron.d/evil", "x"), "somewhere else"),
    HostileFile("a name for Windows", "workbook", lambda: with_part("..\\evil.exe", "x"), "somewhere else"),
    HostileFile("a drive", "workbook", lambda: with_part("C:\\evil.exe", "x"), "somewhere else"),
    HostileFile(
        "a name with a zero",
        "workbook",
        lambda: with_part("xl/aZ.xml", "x").replace(b"aZ.xml", b"a\0.xml"),
        "somewhere else",
    ),
    HostileFile(
        "a name turned round", "document", lambda: document("", **{"word/\u202egpj.exe": "x"}), "somewhere else"
    ),
    HostileFile("two of one name", "workbook", lambda: packed([("a.xml", "1"), ("A.xml", "2")]), "one name"),
    HostileFile("a password", "workbook", lambda: with_flags(workbook(), flags=1), "password"),
    HostileFile("an unknown packing", "workbook", lambda: with_flags(workbook(), method=99), "packed in a way"),
    HostileFile("another packing", "workbook", lambda: packed(workbook_parts(), zipfile.ZIP_LZMA), "packed in a way"),
    HostileFile("half an archive", "workbook", lambda: workbook()[:700], "damaged"),
    HostileFile("only a beginning", "workbook", lambda: b"PK\x03\x04", "damaged"),
    HostileFile("a broken directory", "workbook", lambda: workbook().replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged"),
    HostileFile("an empty archive", "workbook", lambda: packed({}), "not an Excel workbook"),
    HostileFile("a document as a workbook", "workbook", lambda: document(""), "not an Excel workbook"),
    HostileFile("a workbook as a document", "document", workbook, "not a Word document"),
]
MARKUP = [
    HostileFile("a billion laughs", "workbook", lambda: sheet_with(LAUGHS, "&i;"), "DOCTYPE"),
    HostileFile("quadratic laughs", "workbook", lambda: sheet_with(QUADRATIC, "&a;" * 10_000), "DOCTYPE"),
    HostileFile("a reach for a file", "workbook", lambda: sheet_with(REACH, cell("A1", "&a;")), "DOCTYPE"),
    HostileFile("a reach from a document", "document", lambda: document(paragraph("&a;"), declared=REACH), "DOCTYPE"),
    HostileFile("a reach in UTF-16", "document", lambda: document("&a;", declared=REACH, coded="utf-16"), "DOCTYPE"),
    HostileFile("a reach for the network", "document", lambda: document("", declared=FETCH), "DOCTYPE"),
    HostileFile("laughs in a document", "document", lambda: document("&i;", declared=LAUGHS), "DOCTYPE"),
    HostileFile("markup without end", "document", lambda: document("<w:p>" * 50_000), "whole Word document"),
    HostileFile(
        "markup 50,000 deep",
        "document",
        lambda: document("<w:p>" * 50_000 + "</w:p>" * 50_000),
        harmless=lambda said: not any(said),
    ),
    HostileFile(
        "a text of 1 MB",
        "document",
        lambda: document("".join(paragraph(f"lorem ipsum {n} " * 9) for n in range(9_000))),
        "longer than",
    ),
    HostileFile(
        "words about its author",
        "document",
        lambda: document(paragraph("Hello"), **{"docProps/core.xml": f"<x>{SECRET!r}</x>"}),
        harmless=lambda said: [s for s in said if s] == ["Hello"],
    ),
    HostileFile("an empty document", "document", lambda: document(""), harmless=lambda said: not any(said)),
]
WORKBOOKS = [
    HostileFile("a cell far away", "workbook", lambda: workbook(cell("XFD1048576", "x")), "larger than"),
    HostileFile("a row of 600 cells", "workbook", lambda: workbook(rows_of(5, 600)), "larger than"),
    HostileFile(
        "a sheet that says it is endless",
        "workbook",
        lambda: with_part(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{SHEETS}">{ENDLESS}<sheetData>{cell("A1", "x")}</sheetData></worksheet>',
        ),
        harmless=lambda book: texts(book) == ["x"],
    ),
    HostileFile(
        "a formula",
        "workbook",
        lambda: workbook("<row><c r='A1'><f>cmd|' /C calc'!A0</f></c><c r='B1'><f>1+1</f><v>2</v></c></row>"),
        harmless=lambda book: texts(book) == ["2"],
    ),
    HostileFile(
        "a macro",
        "workbook",
        lambda: with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 99),
        harmless=lambda book: not texts(book),
    ),
    HostileFile(
        "a shared text that is not there",
        "workbook",
        lambda: workbook("<row><c r='A1' t='s'><v>99999</v></c></row>"),
        "whole Excel workbook",
    ),
    HostileFile(
        "a number that is none",
        "workbook",
        lambda: workbook("<row><c r='A1'><v>1e999</v></c><c r='B1'><v>x</v></c></row>"),
        "whole Excel workbook",
    ),
    HostileFile(
        "a workbook that is no XML",
        "workbook",
        lambda: with_part("xl/workbook.xml", b"\xff\xfe\x00hello"),
        "whole Excel workbook",
    ),
]
HEAVY = [
    HostileFile("120,000 cells", "workbook", lambda: workbook(rows_of(1_200, 100))),
    HostileFile("90 MB of shared texts", "workbook", lambda: shared_texts(), "given up"),
]
