"""Small family files for tests, written line by line."""

from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
CHECKOUT = Path(__file__).resolve().parents[6]
SHARED = CHECKOUT.parent / "shared" / "data"


def gedcom(*lines: str, charset: str = "UTF-8", version: str = "5.5.1", encoding: str = "utf-8") -> bytes:
    """A whole GEDCOM file; the first of the given lines is line 5."""
    head = ("0 HEAD", "1 GEDC", f"2 VERS {version}", f"1 CHAR {charset}")
    return ("\n".join((*head, *lines, "0 TRLR")) + "\n").encode(encoding)


def seven(*lines: str, encoding: str = "utf-8") -> bytes:
    """A whole GEDCOM 7 file; the first of the given lines is line 4."""
    return ("\n".join(("0 HEAD", "1 GEDC", "2 VERS 7.0", *lines, "0 TRLR")) + "\n").encode(encoding)


def person(id: str, *lines: str, name: str = "Ann /Example/") -> tuple[str, ...]:
    return (f"0 @{id}@ INDI", f"1 NAME {name}", *lines)


def shared_files(folder: str, ending: str) -> list[Path]:
    return sorted((SHARED / folder).glob(f"*.{ending}"))


def shared(folder: str, name: str) -> Path:
    path = SHARED / folder / name
    if not path.exists():
        pytest.skip(f"the shared test inputs are not beside this checkout: {folder}/{name}")
    return path
