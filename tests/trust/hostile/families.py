"""Family files that no family is."""

import json
from typing import Any

HEADER = ("0 HEAD", "1 GEDC", "2 VERS 5.5.1", "1 CHAR UTF-8")


def gedcom(*lines: str, coded: str = "utf-8") -> bytes:
    return ("\n".join((*HEADER, *lines, "0 TRLR")) + "\n").encode(coded)


def people(count: int, name: str = "Ann /Example/") -> list[str]:
    return [line for n in range(count) for line in (f"0 @I{n}@ INDI", f"1 NAME {name}")]


def named(name: str) -> bytes:
    return gedcom(*people(1, name))


def circle(length: int) -> bytes:
    """Everybody is the parent of the next, and the last of the first."""
    lines = people(length)
    for n in range(length):
        lines += [f"0 @F{n}@ FAM", f"1 HUSB @I{n}@", f"1 CHIL @I{(n + 1) % length}@"]
    return gedcom(*lines)


def deep(levels: int) -> bytes:
    return gedcom("0 @I1@ INDI", *(f"{level} NOTE x" for level in range(1, levels)))


def endless_note(pieces: int) -> bytes:
    return gedcom("0 @I1@ INDI", "1 NOTE x", *["2 CONC xxxxxxxxxx"] * pieces)


def families(**members: Any) -> bytes:
    return json.dumps({"persons": [{"id": "a"}], "unions": [], **members}).encode()
