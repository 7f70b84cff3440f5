"""Where a GEDCOM individual lived: RESI events and bare ADDR lines."""

import re

from kith.engines.drawing.formats.gedcom_dates import claim_period
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_text import fits, several_lines
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Address
from kith.kernel.text import LIMITS

_BETWEEN_PIECES = re.compile(r"[,\n]")
_PARTS = ("ADR1", "ADR2", "ADR3", "CITY", "STAE", "CTRY")


def claim_addresses(record: Record, warnings: Warnings) -> tuple[Address, ...]:
    found = [_address(said, warnings) for said in record.each("RESI", "ADDR")]
    return tuple(address for address in found if address)


def _address(said: Record, warnings: Warnings) -> Address | None:
    """The address of one line; an unreadable or endless one stays unclaimed and is kept as it is."""
    told = said.first("ADDR") or said
    place = None if told.text else said.first("PLAC")
    parts = [place] if place else [told, *told.each(*_PARTS)]
    lines = "\n".join(_new_lines(parts))
    if not lines or not _fits(lines):
        return None
    for part in (said, *parts):
        part.claimed = True
    period = claim_period(said, warnings)
    text = several_lines(lines, most=LIMITS["address"])
    return Address(lines=text, postcode=_claim_postcode(told), since=period.since, until=period.until)


def _new_lines(parts: list[Record]) -> list[str]:
    """Each part once: programs repeat the town both in the address and beside it."""
    lines: list[str] = []
    known: set[str] = set()
    for part in parts:
        if part.text and part.text not in known:
            lines.append(part.text)
            known.update(piece.strip() for piece in _BETWEEN_PIECES.split(part.text))
    return lines


def _claim_postcode(told: Record) -> str:
    code = told.first("POST")
    if code is None or not fits(code.text, most=LIMITS["postcode"]):
        return ""
    code.claimed = True
    return " ".join(code.text.split())


def _fits(lines: str) -> bool:
    return len(lines) <= LIMITS["address"] and all(fits(line, most=LIMITS["line"]) for line in lines.split("\n"))
