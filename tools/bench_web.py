"""Measures the pages people open most, in a county of 20,000 children beside one of 1,000, on both databases.

For each county: what a page costs in CPU, asked one after the other; then a server with 20 workers who click every
five seconds (locust). The counties are kept in `var/bench`; delete that folder to grow them anew.
`python -m tools.bench_web [--only sqlite|postgresql] [--seconds N]`
"""

import argparse
import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.postgres_for_tests import CannotStartPostgres, kept_postgres
from tools.processes import ordinary_environment

HOUSE = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
KEPT = HOUSE / "var" / "bench"
SIZES = (1_000, 20_000)
WORKERS, BETWEEN_CLICKS = 20, 5
MOST_CPU, MOST_WAIT, MOST_SEARCH, MOST_TIMES = 25, 100, 150, 1.3
TARGETED = ("today", "child")
PATIENCE = 180  # seconds: on a busy machine a start takes long, and what is measured begins after it


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--seconds", type=int, default=90, help="how long the 20 workers click")
    asked = parser.parse_args()
    missed: list[str] = []
    for database in (asked.only,) if asked.only else ("sqlite", "postgresql"):
        try:
            found = {size: measure(database, size, asked.seconds) for size in SIZES}
        except CannotStartPostgres as problem:
            print(f"PostgreSQL is left out: {problem}", file=sys.stderr)
            continue
        missed += [f"{database}: {words}" for words in report(database, found)]
    print("\nMissed: " + ("; ".join(missed) if missed else "nothing") + ".")
    return 0


def measure(database: str, size: int, seconds: int) -> dict[str, Any]:
    place = KEPT / f"web-{size}" / database
    place.mkdir(parents=True, exist_ok=True)
    with settings_for(database, place) as settings:
        asked = place / "visits.json"
        subprocess.run(
            [sys.executable, "-m", "tools.measure_web", str(size), str(asked)], env=settings, cwd=HOUSE, check=True
        )
        found: dict[str, Any] = json.loads(asked.read_text(encoding="utf-8"))
        found["waits"] = waits(settings, asked, seconds)
    return found


@contextmanager
def settings_for(database: str, place: Path) -> Iterator[dict[str, str]]:
    settings = ordinary_environment() | {"KITH_LOG_LEVEL": "ERROR", "KITH_DATA_DIR": str(place / "files")}
    if database == "sqlite":
        yield settings
        return
    with kept_postgres(place / "server") as address:
        yield settings | {"KITH_DATABASE_URL": address}


def waits(settings: dict[str, str], asked: Path, seconds: int) -> dict[str, tuple[float, float]]:
    """Median and 95th percentile in milliseconds of each page, as 20 workers at once met it."""
    port = free_port()
    with subprocess.Popen([BIN / "kith", "serve", "--port", str(port)], env=settings, stdout=subprocess.DEVNULL) as web:
        try:
            address = f"http://localhost:{port}"
            wait_until_open(address)
            return walked(settings | {"KITH_BENCH_VISITS": str(asked)}, address, seconds)
        finally:
            web.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_open(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers, and says that something of the machine is amiss
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not open.")


def walked(settings: dict[str, str], address: str, seconds: int) -> dict[str, tuple[float, float]]:
    # What is counted begins when all 20 are there: the first look at a page after a start is nobody's everyday.
    locust = [
        str(BIN / "locust"),
        "--locustfile",
        str(HOUSE / "tools" / "load_web.py"),
        "--headless",
        "--only-summary",
        "--reset-stats",
    ]
    options = ["--users", str(WORKERS), "--spawn-rate", "4", "--run-time", f"{seconds}s", "--host", address, "--json"]
    answer = subprocess.run(
        [*locust, *options, "--exit-code-on-error", "1", "--loglevel", "ERROR"],
        env=settings | {"KITH_BENCH_PAUSE": str(BETWEEN_CLICKS)},
        cwd=HOUSE,
        check=False,
        capture_output=True,
        text=True,
    )
    if answer.returncode:
        raise SystemExit(f"The 20 workers met an error.\n{answer.stderr}")
    return {row["name"]: (middle_of(row, 0.5), middle_of(row, 0.95)) for row in json.loads(answer.stdout)}


def middle_of(row: dict[str, Any], share: float) -> float:
    """The time that this share of the answers was quicker than, from locust's table of times."""
    wanted, seen = share * row["num_requests"], 0
    for taken, count in sorted((float(taken), count) for taken, count in row["response_times"].items()):
        seen += count
        if seen >= wanted:
            return taken
    return 0.0


def report(database: str, found: dict[int, dict[str, Any]]) -> list[str]:
    """Print one database's table; what missed its target, in words."""
    small, large = (found[size] for size in SIZES)
    title = "SQLite" if database == "sqlite" else "PostgreSQL"
    print(f"\n{title}: milliseconds, in a county of {SIZES[0]:,} and of {SIZES[1]:,} children")
    print(f"  {'':<10}{'CPU':>22}{'times':>8}{'wait of 20, median':>22}{'wait of 20, 95 %':>22}")
    missed: list[str] = []
    for name, cost in large["cpu"].items():
        before, (calm, late) = small["cpu"][name], large["waits"].get(name, (0.0, 0.0))
        times = cost / before
        print(f"  {name:<10}{f'{before:.1f} / {cost:.1f}':>22}{times:>8.2f}", end="")
        if calm_late := small["waits"].get(name):
            print(f"{f'{calm_late[0]:.0f} / {calm:.0f}':>22}{f'{calm_late[1]:.0f} / {late:.0f}':>22}", end="")
        print()
        missed += missed_by(name, cost, times, late)
    return missed


def missed_by(name: str, cost: float, times: float, late: float) -> Iterator[str]:
    if name in TARGETED and cost > MOST_CPU:
        yield f"{name} takes {cost:.1f} ms of CPU (at most {MOST_CPU})"
    if name in TARGETED and times > MOST_TIMES:
        yield f"{name} takes {times:.2f} times as long in the large county (at most {MOST_TIMES})"
    if late > (most := MOST_SEARCH if name == "search" else MOST_WAIT):
        yield f"{name} is waited for {late:.0f} ms by one in twenty (at most {most})"


if __name__ == "__main__":
    sys.exit(main())
