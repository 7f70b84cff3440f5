"""Measures how long the invented county takes to grow, each size in an empty database, and its nightly jobs then take.

`python -m tools.bench_town [--children N]` measures one size alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tools.processes import ordinary_environment

HOUSE = Path(__file__).parent.parent
KITH = Path(sys.executable).parent / "kith"
FEW = 60  # grown first, so that Kith has been started before, as for everybody after the very first command
SIZES = {1_000: 6, 20_000: 90}  # children, and the seconds they should stay under


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, help="one size, and not the usual ones")
    one = parser.parse_args().children
    measure(FEW)
    print("  children   seconds   should stay under   then: staff list, and seconds of each nightly job")
    for children, limit in {one: 0}.items() if one else SIZES.items():
        seconds, jobs = measure(children)
        told = ", ".join(f"{name} {taken:.1f}" for name, taken in jobs["seconds"].items())
        print(f"  {children:>8,}   {seconds:7.1f}   {limit or '-':>17}   {jobs['staff']:,}: {told}", flush=True)
    return 0


def measure(children: int) -> tuple[float, dict[str, Any]]:
    """The whole command, as a person would wait for it: start, migrations and all; then the jobs in what has grown."""
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        settings = ordinary_environment() | {"KITH_DATA_DIR": folder}
        began = time.monotonic()
        grown = [str(KITH), "town", "--children", str(children)]
        subprocess.run(grown, env=settings, stdout=subprocess.DEVNULL, check=True)
        seconds = time.monotonic() - began
        jobs = [sys.executable, "-m", "tools.measure_jobs"]
        answer = subprocess.run(jobs, env=settings, cwd=HOUSE, stdout=subprocess.PIPE, text=True, check=True)
        found: dict[str, Any] = json.loads(answer.stdout)
        return seconds, found


if __name__ == "__main__":
    sys.exit(main())
