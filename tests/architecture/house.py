"""Where the house stands, which files belong to it, and which exceptions it admits."""

import subprocess
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.architecture.checks.breach import Breach

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "kith"
CODE_FOLDERS = (SOURCE, ROOT / "tests", ROOT / "tools")
FOREIGN_FOLDERS = {"vendor", "node_modules"}
EXCEPTIONS = Path(__file__).with_name("exceptions.toml")


def python_files(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders or CODE_FOLDERS for path in folder.rglob("*.py"))


@cache
def our_files() -> list[Path]:
    """Every file that is or would be committed, without what others wrote (vendored, or read by a test)."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    names = answer.stdout.splitlines() if answer.returncode == 0 else _walked_names()
    paths = (ROOT / name for name in names)
    return sorted(path for path in paths if path.is_file() and not _is_foreign(path))


def _is_foreign(path: Path) -> bool:
    return bool(FOREIGN_FOLDERS & set(path.parts)) or {"tests", "data"} <= set(path.parts)


def _walked_names() -> list[str]:
    """For a copy without its history: everything outside `var` and the hidden folders that tools leave."""
    names = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return [str(name) for name in names if _is_committed(name.parts[0])]


def _is_committed(first_part: str) -> bool:
    return first_part in (".ci", ".importlinter", ".gitignore") or not (first_part == "var" or first_part[0] == ".")


@cache
def exceptions() -> frozenset[tuple[str, str]]:
    """The admitted breaches, as (check, where)."""
    return frozenset((one["check"], one["where"]) for one in _exceptions_file()["exception"])


def most_exceptions() -> int:
    return int(_exceptions_file()["at_most"])


def expect_none(breaches: Iterable[Breach]) -> None:
    """Fail with one line for each breach that no exception admits."""
    seen = map(seen_from_root, breaches)
    unexcused = [str(one) for one in seen if (one.check, one.where) not in exceptions()]
    assert not unexcused, "\n  " + "\n  ".join(unexcused)


def seen_from_root(breach: Breach) -> Breach:
    return Breach(breach.check, breach.where.removeprefix(f"{ROOT}/"), breach.says)


def _exceptions_file() -> dict[str, Any]:
    read = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    return {"exception": [], **read}
