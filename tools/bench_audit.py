"""Measures the audit record on both databases: what a chained row costs, eight writers at once, and verifying.

`--rows 1000000` verifies that many rows instead of 131,072.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.postgres_for_tests import CannotStartPostgres, Cluster


@dataclass(frozen=True)
class Target:
    """A figure, how it is written, and where it should stay; nothing where none was set."""

    name: str
    says: str
    written: str
    should: str = ""
    is_met: Callable[[float], bool] = lambda value: True


TARGETS = (
    Target("ratio", "chained row, without a chain it is 1", "{:.2f} times", "at most 1.5", lambda v: v <= 1.5),
    Target("p50", "one committed row, half of them within", "{:.1f} ms"),
    Target("p99", "one committed row, 99 in 100 within", "{:.1f} ms"),
    Target("sealed", "what sealing before and after adds, half within", "{:.1f} ms", "a few ms", lambda v: v <= 5),
    Target("lost", "eight writers at once: rows lost", "{:.0f}", "0", lambda v: v == 0),
    Target("refused", "eight writers at once: rows refused", "{:.0f}", "0", lambda v: v == 0),
    Target("longest", "eight writers at once: longest wait", "{:.0f} ms", "at most 1,000", lambda v: v <= 1000),
    Target("together", "eight writers at once", "{:,.0f} rows/s"),
    Target("verify", "verifying", "{:,.0f} rows/s"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=131_072)
    rows = parser.parse_args().rows
    print(f"The audit record, {rows:,} rows, two subjects each, every commit on the disk.")
    for name, open_database in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        try:
            with open_database() as environment:
                show(name, measured(environment, rows))
        except CannotStartPostgres as problem:
            print(f"\n{name}: not measured: {problem}")
    return 0


def show(name: str, figures: dict[str, float]) -> None:
    print(f"\n{name}")
    for target in TARGETS:
        value = figures[target.name]
        verdict = "" if not target.should else f"{'met' if target.is_met(value) else 'NOT MET'}: {target.should}"
        print(f"  {target.says:<50} {target.written.format(value):>16}   {verdict}", flush=True)


@contextmanager
def sqlite() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        yield {"KITH_DATA_DIR": folder}


@contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    home = Path(tempfile.mkdtemp(prefix="kith-bench-"))
    cluster = Cluster(home, is_durable=True)
    try:
        cluster.start()
        with sqlite() as folder:
            yield folder | {"KITH_DATABASE_URL": cluster.address}
    finally:
        cluster.stop()
        shutil.rmtree(home, ignore_errors=True)


def measured(environment: dict[str, str], rows: int) -> dict[str, float]:
    """In a process of its own, because settings are read once."""
    command = [sys.executable, "-m", "tools.measure_audit", str(rows)]
    answer = subprocess.run(command, env=os.environ | environment, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    sys.exit(main())
