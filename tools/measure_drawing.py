"""Draws one family with Kith's engine as a library and tells the seconds, the memory and the layout.

`python -m tools.measure_drawing FILE FOLDER` writes `family.json` and `layout.json` into the folder;
`python -m tools.measure_drawing --people 200` draws a random family. A small family is drawn first, untimed.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from itertools import chain
from pathlib import Path

from kith.engines.drawing.compose import draw
from kith.engines.drawing.formats import read
from kith.engines.drawing.layout import Wishes
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import family_json, to_layout_json
from kith.engines.drawing.picture import Drawing
from kith.engines.drawing.tests.families import family_of
from kith.kernel.errors import KithError

WARM_UP = 60  # people
MOST_CERTIFIED = 500  # people of whom it is asked how few couples must stand apart
KILOBYTES_IN_MEGABYTE = 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--people", type=int, default=0)
    asked = parser.parse_args()
    try:
        figures = measured(asked.file, asked.folder) if asked.file else measured_at_random(asked.people)
    except KithError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(json.dumps(figures))
    return 0


def measured(file: Path, folder: Path) -> dict[str, float]:
    network = read(file.read_bytes(), name=file.name).network
    write(folder / "family.json", family_json(network))
    drawing, figures = timed(network)
    write(folder / "layout.json", to_layout_json(drawing))
    if len(network.persons) <= MOST_CERTIFIED:
        certified = draw(network, wishes=Wishes(is_certified=True)).certificate
        figures["least_apart"] = certified.least_apart if certified else 0
    return figures


def measured_at_random(people: int) -> dict[str, float]:
    network = family_of(people)
    drawing, figures = timed(network)
    remarried = share_remarried(network)
    return {**figures, "drawn": len(drawing.symbols), "unions": len(network.unions), "remarried": remarried}


def timed(network: Network) -> tuple[Drawing, dict[str, float]]:
    draw(family_of(WARM_UP, seed=2))
    began = time.monotonic()
    drawing = draw(network)
    seconds = time.monotonic() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_IN_MEGABYTE
    return drawing, {"seconds": seconds, "memory": memory}


def share_remarried(network: Network) -> float:
    """The share of couples in which somebody has another partner as well."""
    couples = [union.partners for union in network.unions if len(union.partners) > 1]
    partners = Counter(chain.from_iterable(couples))
    return sum(any(partners[one] > 1 for one in couple) for couple in couples) / max(len(couples), 1)


def write(path: Path, record: object) -> None:
    path.write_text(json.dumps(record), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
