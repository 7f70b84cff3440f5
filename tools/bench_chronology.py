"""Measures the merging of chronologies: seconds and memory by number of rows, and how well duplicates are found.

`python -m tools.bench_chronology [--only speed|scores]`; every size runs in a process of its own, on one core.
"""

import argparse
import json
import os
import subprocess
import sys

from kith.engines.chronology.tests.scores import ALL, Score, scores

SIZES = (
    (1_000, 1),
    (10_000, 1),
    (100_000, 1),
    (300_000, 1),
    (1_000, 20),
    (10_000, 200),
    (100_000, 2_000),
    (300_000, 6_000),
)
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("speed", "scores"))
    only = parser.parse_args().only
    if only != "scores":
        print_speed()
    if only != "speed":
        print_scores()
    return 0


def print_speed() -> None:
    print(f"{'rows':>9} {'children':>9} {'seconds':>9} {'MB in all':>10} {'MB of rows':>11} {'groups':>8}")
    for rows, children in SIZES:
        said = subprocess.run(
            [sys.executable, "-m", "tools.measure_chronology", str(rows), str(children)],
            env=os.environ | ONE_CORE,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        figures = json.loads(said)
        cut = "  not every pair was compared" if figures["is_cut"] else ""
        print(
            f"{figures['rows']:>9,} {children:>9,} {figures['seconds']:>9.2f} {figures['megabytes']:>10.0f} "
            f"{figures['before']:>11.0f} {figures['groups']:>8,}{cut}",
            flush=True,
        )


def print_scores() -> None:
    found = scores()
    print(f"\n{'pairs of accounts':<28} {'precision':>9} {'recall':>7} {'true':>7} {'linked':>7}")
    for kind in (ALL, *sorted(found.kinds.keys() - {ALL})):
        print(line(kind, found.kinds[kind]))
    beyond = found.beyond
    print(f"Beyond the window of days: {beyond.right:,} of {beyond.right + beyond.missed:,} true pairs are linked.")


def line(kind: str, score: Score) -> str:
    true, linked = score.right + score.missed, score.right + score.wrong
    return f"{kind:<28} {score.precision:>9.3f} {score.recall:>7.3f} {true:>7,} {linked:>7,}"


if __name__ == "__main__":
    sys.exit(main())
