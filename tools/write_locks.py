"""Writes the three lock files from `pyproject.toml`: exact versions and hashes, good for Python 3.11 to 3.13.

Without `--upgrade` versions stay as they are wherever they still fit. Nothing of the machine that wrote them
(registry addresses, paths) may be in them.
"""

import re
import subprocess
import sys
from pathlib import Path

from tools.set_up import HOUSE, INSTALLER_LOCK, LOCKS, UV

COMPILE = [str(UV), "pip", "compile", "--universal", "--python-version=3.11", "--generate-hashes"]
COMPILE += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
INSTALLER = "uv\nsetuptools\n"
TELLS_OF_A_MACHINE = re.compile(r"https?://|file:|--(extra-)?index-url|--find-links|(^|\s)/\w+/")


def main() -> int:
    extra = [argument for argument in sys.argv[1:] if argument == "--upgrade"]
    demo, dev = LOCKS["demo"], LOCKS["dev"]
    compile_lock(demo, [*extra, "pyproject.toml"])
    compile_lock(dev, [*extra, "pyproject.toml", "--group=dev", f"--constraints={demo}", "--no-annotate"])
    compile_lock(INSTALLER_LOCK, [*extra, "-", "--no-annotate"], text=INSTALLER)
    traces = [f"{name}: {line}" for name in (demo, dev, INSTALLER_LOCK) for line in machine_traces(HOUSE / name)]
    for trace in traces:
        print(f"This names an address or a path of one machine and must not be committed. {trace}", file=sys.stderr)
    return 1 if traces else 0


def compile_lock(name: str, arguments: list[str], *, text: str | None = None) -> None:
    print(f"  {name} ...", flush=True)
    subprocess.run([*COMPILE, f"--output-file={name}", *arguments], cwd=HOUSE, input=text, text=True, check=True)


def machine_traces(lock: Path) -> list[str]:
    return [line for line in lock.read_text().splitlines() if TELLS_OF_A_MACHINE.search(line)]


if __name__ == "__main__":
    sys.exit(main())
