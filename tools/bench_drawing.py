"""Draws every shared family with Kith and with other programs, and measures all drawings with the shared yard-stick.

`python -m tools.bench_drawing [FILE ...] [--peers dot,dagre|none] [--limit SECONDS] [--growth]`
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.drawing_peers.peer import CannotRunPeer, Family, run
from tools.drawing_peers.registry import PEERS
from tools.drawing_scores import OURS, Outcome
from tools.drawing_table import EXPLAINED, after_family, heading, row, totals

HOUSE = Path(__file__).resolve().parent.parent
SHARED = HOUSE.parent / "shared"
YARDSTICK = SHARED / "bench" / "layout_yardstick.py"
KITH = Path(sys.executable).parent / "kith"
MEASURE = (sys.executable, "-m", "tools.measure_drawing")
PEOPLE = (50, 100, 200, 400, 800, 1600)
OUR_LIMIT = 600.0
MEASURING_LIMIT = 120.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", help="names of shared families, as small.json; all without")
    parser.add_argument("--peers", default=",".join(PEERS), help="names with commas between, or none")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for a peer on one family")
    parser.add_argument("--growth", action="store_true", help="only our time for random families of 50 to 1,600 people")
    asked = parser.parse_args()
    if asked.growth:
        return print_growth()
    if not YARDSTICK.exists():
        print("The shared files are not beside this checkout, so there is nothing to draw.")
        return 0
    names = [] if asked.peers == "none" else asked.peers.replace(",", " ").split()
    if unknown := [name for name in names if name not in PEERS]:
        print(f"There is no peer called {unknown[0]}. There are: {', '.join(PEERS)}.", file=sys.stderr)
        return 2
    print_bench(asked.files, names, asked.limit)
    return 0


def print_bench(wanted: Sequence[str], peers: Sequence[str], limit: float) -> None:
    print(EXPLAINED)
    compared = {}
    families, trees = smallest_first("families/*.json"), smallest_first("gedcom/*.ged")
    for file in [*families, *trees]:
        if wanted and file.name not in wanted:
            continue
        is_same = file in trees and file.stem in {family.stem for family in families}
        outcomes = print_family(file, [] if is_same else peers, limit)
        if not is_same:
            compared[file.name] = outcomes
    print_totals(compared)


def print_totals(compared: Mapping[str, Sequence[Outcome]]) -> None:
    """Over all families, and over those that every tool could draw: only there are the sums comparable."""
    print(f"\ntotals over {len(compared)} families")
    print("\n".join(totals(compared)))
    whole = {name: outcomes for name, outcomes in compared.items() if not any(one.refusal for one in outcomes)}
    if 0 < len(whole) < len(compared):
        print(f"\ntotals over the {len(whole)} families that every tool drew: {', '.join(whole)}")
        print("\n".join(totals(whole)))


def smallest_first(pattern: str) -> list[Path]:
    return sorted(SHARED.glob(f"data/{pattern}"), key=lambda file: file.stat().st_size)


def print_family(file: Path, peers: Sequence[str], limit: float) -> list[Outcome]:
    """Each line as soon as it is known; a GEDCOM file of a family that was drawn before is drawn by us alone."""
    print(f"\n{file.name}\n{heading()}")
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        for outcome in outcomes_of(file, Path(folder), peers, limit):
            print(row(outcome), flush=True)
            outcomes.append(outcome)
    print("\n".join(after_family(outcomes)))
    return outcomes


def outcomes_of(file: Path, folder: Path, peers: Sequence[str], limit: float) -> Iterator[Outcome]:
    yield our_outcome(file, folder)
    if not (folder / "family.json").exists():
        return
    family = json.loads((folder / "family.json").read_text(encoding="utf-8"))
    for name in peers:
        yield peer_outcome(name, family, folder, limit)


def our_outcome(file: Path, folder: Path) -> Outcome:
    try:
        told = json.loads(run([*MEASURE, str(file), str(folder)], limit=OUR_LIMIT, folder=HOUSE))
        began = time.monotonic()
        run([str(KITH), "draw", str(file), "--out", str(folder / "out.svg")], limit=OUR_LIMIT)
        whole = time.monotonic() - began
        figures = measured(folder)
        figures |= {key: told[key] for key in ("least_apart",) if key in told}
    except CannotRunPeer as problem:
        return Outcome(OURS, refusal=str(problem))
    return Outcome(OURS, figures, seconds=told["seconds"], command_seconds=whole, memory=told["memory"])


def peer_outcome(name: str, family: Family, folder: Path, limit: float) -> Outcome:
    began = time.monotonic()
    try:
        drawn = PEERS[name](family, limit)
        whole = time.monotonic() - began
        (folder / "layout.json").write_text(json.dumps(drawn.layout), encoding="utf-8")
        return Outcome(name, measured(folder), seconds=drawn.seconds, command_seconds=whole)
    except CannotRunPeer as problem:
        return Outcome(name, refusal=str(problem))


def measured(folder: Path) -> dict[str, float]:
    command = [sys.executable, str(YARDSTICK), str(folder / "family.json"), str(folder / "layout.json")]
    try:
        figures: dict[str, float] = json.loads(run(command, limit=MEASURING_LIMIT))
    except CannotRunPeer as problem:
        raise CannotRunPeer(f"drawn, but measuring was {problem}") from None
    if not figures["drawn"]:
        raise CannotRunPeer("drew nobody")
    return figures


def print_growth() -> int:
    """Random families in which more than 30% of the couples are remarriages; a warm process for each."""
    print(f"{'people':>8}{'unions':>8}{'remarried':>11}{'s':>9}{'MB':>6}")
    for people in PEOPLE:
        try:
            told = json.loads(run([*MEASURE, "--people", str(people)], limit=OUR_LIMIT, folder=HOUSE))
        except CannotRunPeer as problem:
            print(f"{people:>8,}  {problem}", flush=True)
            continue
        start = f"{people:>8,}{told['unions']:>8,}{told['remarried']:>11.0%}"
        print(f"{start}{told['seconds']:>9.2f}{told['memory']:>6.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
