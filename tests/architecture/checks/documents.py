"""Documents keep up: settings are described, commands exist, locks agree, vendored files are what they say."""

import configparser
import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.architecture.checks.breach import Breach

MAKE_COMMAND = re.compile(r"(?:`|^\s*(?:\$ )?)make ([a-z][a-z-]*)(?=`|\s*(?:#.*)?$|\s+[A-Z]+=)", re.MULTILINE)
MAKE_TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
OFFERED_FILES = {".css", ".js"}
LAYER = re.compile(r"\w+")


def undocumented_settings(page: Path, names: Iterable[str]) -> list[Breach]:
    text = page.read_text(encoding="utf-8")
    return [
        Breach("undocumented_settings", str(page), f"does not describe the setting {name}.")
        for name in sorted(names)
        if not re.search(rf"\b{name}\b", text)
    ]


def unknown_commands(page: Path, makefile: Path) -> list[Breach]:
    """Commands that a document tells people to type and that make does not know."""
    targets = set(MAKE_TARGET.findall(makefile.read_text(encoding="utf-8")))
    told = set(MAKE_COMMAND.findall(page.read_text(encoding="utf-8")))
    return [
        Breach("unknown_commands", str(page), f"says `make {name}`, and make has no such target.")
        for name in sorted(told - targets)
    ]


def apps_in_order(contracts: Path) -> list[str]:
    """The apps as import-linter holds them apart, the highest first."""
    read = configparser.ConfigParser()
    read.read_string(contracts.read_text(encoding="utf-8"))
    return LAYER.findall(read["importlinter:contract:apps"]["layers"])


def misplaced_rows(page: Path, head: str, expected: Sequence[str]) -> list[Breach]:
    """A table by its head's first word: each of these names has one row of it, in this order, and nobody else has."""
    text = page.read_text(encoding="utf-8")
    table = re.search(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)*)", text, re.MULTILINE)
    rows = re.findall(r"^\| `(\w+)` \|", table[1], re.MULTILINE) if table else []
    if rows == list(expected):
        return []
    says = f"has the rows {', '.join(rows) or 'none'} under `{head}`; they should be {', '.join(expected)}."
    return [Breach("misplaced_rows", str(page), says)]


def disagreeing_locks(smaller: Path, larger: Path) -> list[Breach]:
    """Every pin of the first lock must stand in the second, so that tests run on what people run."""
    theirs = set(PIN.findall(larger.read_text(encoding="utf-8")))
    return [
        Breach("disagreeing_locks", str(larger), f"lacks {name}=={version} of {smaller.name}; run `make lock`.")
        for name, version in sorted(set(PIN.findall(smaller.read_text(encoding="utf-8"))) - theirs)
    ]


def altered_vendor_files(folder: Path) -> list[Breach]:
    """Vendored files are listed in VENDOR.toml with their hash, and nothing else stands beside them."""
    listed = {file["name"]: file["sha256"] for file in tomllib.loads((folder / "VENDOR.toml").read_text())["file"]}
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix in OFFERED_FILES}
    breaches = [Breach("altered_vendor_files", f"{folder}/{name}", "is not listed.") for name in found.keys() - listed]
    for name, expected in listed.items():
        path = folder / name
        if not path.exists():
            breaches.append(Breach("altered_vendor_files", str(path), "is listed and is not there."))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            breaches.append(Breach("altered_vendor_files", str(path), "is not what was vendored."))
    return sorted(breaches)
