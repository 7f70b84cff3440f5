"""The kinds of file that may be asked for, in one table: how large, what they must look like, who reads them."""

from dataclasses import dataclass, replace

MB = 1024 * 1024
READERS = "kith.apps.files.sandbox.readers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of file. `looks` are the names from `sniffing`; `reader` is imported in the child only."""

    name: str
    called: str  # "a family file"
    choose: str  # what to bring instead
    looks: frozenset[str]
    most_bytes: int
    reader: str
    most_answered: int


FAMILY = Kind(
    name="family",
    called="a family file",
    choose="Kith reads GEDCOM 5.5.1 and 7, GenoPro, PED, CanRisk, families JSON and its own network files.",
    looks=frozenset({"text", "zip"}),
    most_bytes=50_000_000,
    reader=f"{READERS}.family",
    most_answered=64 * MB,
)
PICTURE = Kind(
    name="picture",
    called="a picture",
    choose="Save it as PNG, JPEG or WebP.",
    looks=frozenset({"png", "jpg", "webp"}),
    most_bytes=20 * MB,
    reader=f"{READERS}.picture",
    most_answered=20 * MB,
)
FACE = replace(PICTURE, name="face", reader=f"{READERS}.face", most_answered=MB)
WORKBOOK = Kind(
    name="workbook",
    called="an Excel workbook",
    choose="Save it as an Excel workbook (.xlsx).",
    looks=frozenset({"zip", "xlsx"}),
    most_bytes=10 * MB,
    reader=f"{READERS}.workbook",
    most_answered=32 * MB,
)
DOCUMENT = Kind(
    name="document",
    called="a Word document",
    choose="Save it as a Word document (.docx).",
    looks=frozenset({"zip", "docx"}),
    most_bytes=10 * MB,
    reader=f"{READERS}.document",
    most_answered=4 * MB,
)
TABLES = Kind(
    name="tables",
    called="a file with tables",
    choose="Save it as an Excel workbook (.xlsx), as a Word document (.docx) or as CSV.",
    looks=frozenset({"text", "zip", "xlsx", "docx"}),
    most_bytes=20_000_000,
    reader=f"{READERS}.tables",
    most_answered=64 * MB,
)
PASTED = Kind(
    name="pasted",
    called="a table that was pasted",
    choose="Copy the table with its headings, and paste it again; or bring the file itself.",
    looks=frozenset({"text", "xml", "svg"}),
    most_bytes=8_000_000,
    reader=f"{READERS}.pasted",
    most_answered=64 * MB,
)
