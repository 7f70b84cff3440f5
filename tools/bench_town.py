"""Measures how long the invented county takes to grow, at two sizes, each in an empty database of its own."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.processes import ordinary_environment

KITH = Path(sys.executable).parent / "kith"
FEW = 60  # grown first, so that Kith has been started before, as for everybody after the very first command
SIZES = {1_000: 6, 20_000: 90}  # children, and the seconds they should stay under


def main() -> int:
    seconds_to_grow(FEW)
    print("  children   seconds   should stay under")
    for children, limit in SIZES.items():
        print(f"  {children:>8,}   {seconds_to_grow(children):7.1f}   {limit}", flush=True)
    return 0


def seconds_to_grow(children: int) -> float:
    """The whole command, as a person would wait for it: start, migrations and all."""
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        began = time.monotonic()
        subprocess.run(
            [KITH, "town", "--children", str(children)],
            env=ordinary_environment() | {"KITH_DATA_DIR": folder},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
