"""Draws every shared family file as a person would, and measures the drawings with the shared yard-stick."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
SHARED = HOUSE.parent / "shared"
YARDSTICK = SHARED / "bench" / "layout_yardstick.py"
KITH = Path(sys.executable).parent / "kith"
COLUMNS = (
    ("people", "drawn"),
    ("missing", "missing"),
    ("dup", "duplicates"),
    ("overlaps", "overlaps"),
    ("labels", "label_overlaps"),
    ("apart", "couples_apart"),
    ("at best", "least_apart"),
    ("off", "off_centre"),
    ("cross", "crossings"),
    ("drawn x", "drawn_crossings"),
    ("laid on", "drawn_overlaid"),
    ("through", "drawn_through"),
    ("twins", "twins_split"),
    ("below", "child_not_below"),
    ("width", "width"),
)
OPTIONS = [option for option in sys.argv[1:] if option.startswith("--")]  # handed on: --effort=10


def main() -> int:
    if not YARDSTICK.exists():
        print("The shared files are not beside this checkout, so there is nothing to draw.")
        return 0
    wanted = [name for name in sys.argv[1:] if name not in OPTIONS]
    print(f"{'file':<24}{'seconds':>8}" + "".join(f"{name:>9}" for name, _ in COLUMNS))
    for file in sorted([*SHARED.glob("data/gedcom/*.ged"), *SHARED.glob("data/families/*.json")]):
        if not wanted or file.name in wanted:
            print(line_for(file), flush=True)
    return 0


def line_for(file: Path) -> str:
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        layout, family = Path(folder) / "layout.json", Path(folder) / "family.json"
        command = [str(KITH), "draw", str(file), "--out", f"{folder}/out.svg"]
        command += ["--layout-json", str(layout), "--family-json", str(family), "--certificate", *OPTIONS]
        began = time.monotonic()
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.monotonic() - began
        if answer.returncode:
            return f"{file.name:<24}{seconds:>8.1f}  refused: {answer.stderr.strip().splitlines()[-1]}"
        figures = measured(family, layout)
    return f"{file.name:<24}{seconds:>8.1f}" + "".join(f"{figures.get(key, '-'):>9}" for _, key in COLUMNS)


def measured(family: Path, layout: Path) -> dict[str, float]:
    answer = subprocess.run([sys.executable, YARDSTICK, family, layout], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    proved = json.loads(layout.read_text(encoding="utf-8"))["certificate"]
    return {**figures, "least_apart": proved["least_apart"]}


if __name__ == "__main__":
    sys.exit(main())
