"""The names of a GEDCOM individual: /surnames/ between strokes, their kinds and nicknames."""

import re
from typing import NamedTuple

from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_text import fits, one_line
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Name
from kith.kernel.text import LIMITS

_SURNAME = re.compile(r"([^/]*)/([^/]*)/?(.*)", re.DOTALL)
_KINDS = {
    "aka": "known_as",
    "also known as": "known_as",
    "nickname": "known_as",
    "married": "legal",
    "birth": "at_birth",
    "maiden": "at_birth",
    "previous": "previous",
}
_MARRIED = "married"


class _Parts(NamedTuple):
    text: str
    given: str
    family: str


def claim_names(record: Record, warnings: Warnings) -> tuple[Name, ...]:
    """All names in the file's order; the birth name is a previous one where a married name is told too."""
    said = record.each("NAME")
    is_married = any(_said_kind(name) == _MARRIED for name in said)
    names: list[Name] = []
    for name in said:
        names.extend(_names_of(name, is_married=is_married, warnings=warnings))
    return tuple(names)


def _names_of(name: Record, *, is_married: bool, warnings: Warnings) -> list[Name]:
    kind = _KINDS.get(_said_kind(name), "legal")
    if kind == "at_birth":
        kind = "previous" if is_married else "legal"
    found = []
    parts = _claim_parts(name, warnings)
    if parts.text:
        found.append(Name(text=parts.text, kind=kind, given=parts.given, family=parts.family))
        _claim_kind(name)
    found.extend(Name(text=nick, kind="known_as") for nick in _claim_nicknames(name, warnings))
    return found


def _said_kind(name: Record) -> str:
    kind = _kind_line(name)
    return kind.text.casefold() if kind else ""


def _kind_line(name: Record) -> Record | None:
    """The line that says the kind: TYPE, or the PHRASE below it where GEDCOM 7 has no word for it."""
    kind = name.first("TYPE")
    return (kind.first("PHRASE") or kind) if kind and kind.text.casefold() == "other" else kind


def _claim_kind(name: Record) -> None:
    kind = _kind_line(name)
    if kind and _said_kind(name) in _KINDS:
        for line in (*name.each("TYPE")[:1], kind):
            line.claimed = True


def _claim_parts(name: Record, warnings: Warnings) -> _Parts:
    """The name as said; the pieces GIVN and SURN count more than what stands around the strokes."""
    found = _SURNAME.fullmatch(name.text)
    given, family = (found[1], found[2]) if found else (name.text, "")
    given = _claim_piece(name, "GIVN", warnings) or one_line(given, most=LIMITS["name"])
    family = _claim_piece(name, "SURN", warnings) or one_line(family, most=LIMITS["name"])
    text = _claim_text(name, name.text.replace("/", " "), warnings)
    whole = text or one_line(f"{given} {family}", most=LIMITS["name"])
    for tag in ("NPFX", "SPFX", "NSFX"):
        for piece in name.each(tag):
            piece.claimed = bool(piece.text) and f" {piece.text} " in f" {whole} "
    return _Parts(whole, given, family)


def _claim_piece(name: Record, tag: str, warnings: Warnings) -> str:
    piece = name.first(tag)
    return _claim_text(piece, piece.text, warnings) if piece else ""


def _claim_nicknames(name: Record, warnings: Warnings) -> list[str]:
    nicknames = (_claim_text(nick, nick.text, warnings) for nick in name.each("NICK"))
    return [nickname for nickname in nicknames if nickname]


def _claim_text(record: Record, words: str, warnings: Warnings) -> str:
    """The words made safe; where that took something away, the line itself is kept as well."""
    text = one_line(words, most=LIMITS["name"])
    is_whole = fits(words, most=LIMITS["name"])
    record.claimed = bool(text) and is_whole
    if not is_whole:
        warnings.add(
            "A name was too long or held invisible characters, so it was cleaned and its line kept", record.place
        )
    return text
