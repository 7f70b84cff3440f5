"""The parts of the operating system that the tests and PDFs need, where they are, and how to get the missing ones."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OLDEST_POSTGRES = 15


def chromium() -> Path | None:
    """The browser that the page tests drive."""
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    return next((Path(path) for path in found if path), None)


def noto_font() -> Path | None:
    """The font that keeps pictures of pages the same on every machine."""
    return next(Path("/usr/share/fonts").rglob("NotoSans-Regular.ttf"), None)


def postgres_binaries() -> Path | None:
    """The folder of the newest `initdb` and `postgres` that is not too old."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_major_of_folder, reverse=True)
    on_path = shutil.which("initdb")
    candidates = [*packaged, *([Path(on_path).resolve()] if on_path else [])]
    return next((path.parent for path in candidates if _major_version(path) >= OLDEST_POSTGRES), None)


def library(name: str) -> Callable[[], Path | None]:
    """Finds a shared library where Debian and its like put them."""
    return lambda: next((path for at in ("/usr/lib", "/lib") for path in Path(at).glob(f"*/{name}*")), None)


@dataclass(frozen=True)
class SystemPart:
    """Something apt can install: what it is for, its Debian package and how to find it."""

    what: str
    package: str
    find: Callable[[], Path | None]


SYSTEM_PARTS = (
    SystemPart("Chromium, for the page tests", "chromium", chromium),
    SystemPart("Noto Sans, for pictures of pages", "fonts-noto-core", noto_font),
    SystemPart(f"PostgreSQL {OLDEST_POSTGRES} or newer, for the second database", "postgresql", postgres_binaries),
    SystemPart("Pango, for PDFs", "libpango-1.0-0", library("libpango-1.0.so.0")),
    SystemPart("Pango's typefaces, for PDFs", "libpangoft2-1.0-0", library("libpangoft2-1.0.so.0")),
    SystemPart("HarfBuzz subsets, for PDFs", "libharfbuzz-subset0", library("libharfbuzz-subset.so.0")),
)


def provide_system_parts() -> None:
    """Install what is missing where we may, or print the one line that does."""
    missing = missing_parts()
    if not missing:
        return
    packages = [part.package for part in missing]
    print("Missing from this system: " + "; ".join(part.what for part in missing) + ".", flush=True)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install(packages)
    else:
        print(f"  To add them: sudo apt-get install -y {' '.join(packages)}")
        print("  Going on without; the tests that need them say so and are skipped.\n", flush=True)


def missing_parts() -> list[SystemPart]:
    return [part for part in SYSTEM_PARTS if part.find() is None]


def install(packages: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", *packages]):
        print(f"  {' '.join(command)} ...", flush=True)
        answer = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if answer.returncode != 0:
            print(answer.stdout, file=sys.stderr)
            print("  That did not work; going on without.\n", file=sys.stderr, flush=True)
            return


def _major_of_folder(initdb: Path) -> int:
    version = initdb.parent.parent.name
    return int(version) if version.isdigit() else 0


def _major_version(initdb: Path) -> int:
    """The major version that `initdb (PostgreSQL) 15.18 ...` tells, or 0."""
    answer = subprocess.run([initdb, "--version"], capture_output=True, text=True, check=False)
    words = answer.stdout.split()
    number = words[2].split(".")[0] if len(words) > 2 else ""
    return int(number) if number.isdigit() else 0
