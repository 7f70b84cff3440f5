"""Measures decisions and lists over a county of 200,000 people, beside the same queries without any rule.

The county is grown once for each database and kept in `var/bench`; delete that folder to grow it anew.
`python -m tools.bench_access [--people N] [--only sqlite|postgresql]`
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tools.postgres_for_tests import CannotStartPostgres, kept_postgres

HOUSE = Path(__file__).parent.parent
KEPT = HOUSE / "var" / "bench"
PEOPLE_PER_CHILD = 4.18  # what the invented county comes to
MEASURE = [sys.executable, "-m", "tools.measure_access"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    asked = parser.parse_args()
    children = round(asked.people / PEOPLE_PER_CHILD)
    place = KEPT / f"access-{children}"
    place.mkdir(parents=True, exist_ok=True)
    failed = 0
    if asked.only != "postgresql":
        failed |= measure("SQLite", children, {"KITH_DATA_DIR": str(place / "sqlite")})
    if asked.only != "sqlite":
        try:
            with kept_postgres(place / "postgresql") as address:
                settings = {
                    "KITH_DATABASE_URL": address,
                    "KITH_DATA_DIR": str(place / "files"),
                }
                failed |= measure("PostgreSQL", children, settings)
        except CannotStartPostgres as problem:
            print(f"PostgreSQL is left out: {problem}", file=sys.stderr)
    return failed


def measure(database: str, children: int, settings: dict[str, str]) -> int:
    """In a process of its own, as settings are read once."""
    print(f"\n{database}", flush=True)
    Path(settings["KITH_DATA_DIR"]).mkdir(parents=True, exist_ok=True)
    environment = os.environ | settings | {"DJANGO_SETTINGS_MODULE": "kith.project.settings", "KITH_LOG_LEVEL": "ERROR"}
    return subprocess.run([*MEASURE, str(children)], env=environment, cwd=HOUSE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
