"""Reads CanRisk files, versions 1 to 4: a pedigree with names, years of birth, deaths and identical twins.

What they say of cancers, gene tests and risk factors is health data that Kith has no room for: it is kept as it is
and never read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.formats.pedigree.canrisk_columns import FACTOR, PEOPLE, TAG
from kith.engines.drawing.formats.pedigree.rows import NOBODY, Row, id_in, network_of
from kith.engines.drawing.formats.plain_text import one_line, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.text_lines import text_lines
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Kept, Name, Network, Person
from kith.kernel.partial_dates import NotADate, PartialDate
from kith.kernel.text import LIMITS

LOOKS = re.compile(rb"\s*##\s*CanRisk\b", re.IGNORECASE)
"""How such a file begins."""

_VERSION = re.compile(r"##\s*CanRisk\s+([\d.]+)", re.IGNORECASE)


def read_canrisk(data: bytes, *, name: str) -> Reading:
    """Read a file that `LOOKS` like one; raises CannotReadFamily with the line that is wrong."""
    warnings = Warnings()
    lines = [(number, line.strip()) for number, line in text_lines(data) if line.strip()]
    version = _version(*lines[0])
    columns = _columns(lines)
    rows = [_row(number, line.split(), columns, warnings) for number, line in lines if not line.startswith("##")]
    if not rows:
        raise CannotReadFamily("There are no people in this CanRisk file; export the family again.")
    network = network_of(rows, name=name, warnings=warnings)
    network = _with_centre_and_factors(network, rows, lines)
    return Reading(
        network=network,
        format=f"CanRisk {version}",
        encoding="UTF-8",
        counts=counted(network),
        warnings=warnings.sentences(),
    )


def _version(number: int, line: str) -> str:
    found = _VERSION.match(line)
    if not found or found[1].split(".")[0] not in ("1", "2", "3", "4"):
        raise CannotReadFamily(
            f"Line {number} ({quoted(line)}) names no version of CanRisk from 1 to 4; export the family again."
        )
    return found[1]


def _columns(lines: list[tuple[int, str]]) -> list[str]:
    """The names of the columns, which differ between versions in the gene tests only."""
    for number, line in lines:
        columns = line.removeprefix("##").split()
        if line.startswith("##") and columns[:1] == ["FamID"]:
            if tuple(columns[: len(PEOPLE)]) != PEOPLE or len(set(columns)) < len(columns):
                raise CannotReadFamily(f"Line {number} does not name the columns of a CanRisk file; export it again.")
            return columns
    raise CannotReadFamily('This CanRisk file has no line that begins with "##FamID"; export the family again.')


def _row(number: int, values: list[str], columns: list[str], warnings: Warnings) -> Row:
    if len(values) != len(columns):
        raise CannotReadFamily(
            f"Line {number} has {len(values)} columns where the file names {len(columns)}; mend that line."
        )
    said = dict(zip(columns, values, strict=True))
    if said["Sex"] not in ("M", "F", "U"):
        raise CannotReadFamily(f"Line {number} has a sex that is not M or F; mend that line.")
    name = one_line(said["Name"], most=LIMITS["name"])
    person = Person(
        id=said["IndivID"],
        names=(Name(text=name),) if name not in ("", "NA") else (),
        sex=said["Sex"].replace("U", ""),
        birth=_year(said["Yob"], number, warnings),
        has_died=said["Dead"] == "1",
    )
    twin = "" if said["MZtwin"] == NOBODY else said["MZtwin"]
    ids = {key: said[column] for key, column in (("father", "FathID"), ("mother", "MothID"))}
    return Row(
        line=number, family=said["FamID"], id=said["IndivID"], person=person, twin=twin, kept=_health(said), **ids
    )


def _year(word: str, number: int, warnings: Warnings) -> PartialDate | None:
    if word in ("0", "NA"):
        return None
    try:
        return PartialDate(word.zfill(4))
    except NotADate:
        warnings.add("A year of birth was not understood and is left out", f"line {number}", example=word[:40])
        return None


def _health(said: dict[str, str]) -> dict[str, str]:
    """Family, id, age and health as they stand, without what says nothing."""
    told = {column: value for column, value in said.items() if column not in PEOPLE or column in ("FamID", "IndivID")}
    told |= {"Age": said["Age"]}
    return {f"{TAG}{column}": value for column, value in told.items() if set(value) - set("0:")}


def _with_centre_and_factors(network: Network, rows: list[Row], lines: list[tuple[int, str]]) -> Network:
    targets = [row for number, line in lines for row in rows if row.line == number and line.split()[2] == "1"]
    return replace(
        network,
        about=id_in(rows, targets[0]) if targets else "",
        kept=(*network.kept, *_factors(lines)),
    )


def _factors(lines: list[tuple[int, str]]) -> Iterator[Kept]:
    """Risk factors stand above the table and are about the person at the centre."""
    for number, line in lines[1:]:
        if line.startswith("##") and not line.startswith("##FamID"):
            yield Kept(where=f"line {number}", tag=FACTOR, value=line.removeprefix("##"))
