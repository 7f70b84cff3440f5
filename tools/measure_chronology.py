"""Merges many rows once and tells the seconds and the memory: `python -m tools.measure_chronology ROWS CHILDREN`."""

import datetime as dt
import gc
import json
import random
import resource
import sys
import time
from dataclasses import replace

from kith.engines.chronology import Row, Subject, merge
from kith.engines.chronology.tests.accounts import Stage, told
from kith.kernel.partial_dates import PartialDate

KILOBYTES_IN_MEGABYTE = 1024
ROWS_OF_AN_EVENT = 1.9
ROWS_OF_A_FAMILY = 100
DAYS = 18 * 365


def main() -> None:
    rows = made(int(sys.argv[1]), int(sys.argv[2]))
    gc.collect()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    story = merge([rows])
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "rows": len(story.entries),
        "seconds": seconds,
        "megabytes": memory / KILOBYTES_IN_MEGABYTE,
        "before": before / KILOBYTES_IN_MEGABYTE,
        "groups": len(story.groups),
        "is_cut": story.is_cut,
    }
    print(json.dumps(figures))


def made(count: int, children: int) -> list[Row]:
    """So many rows of families with two children each, or all of one child over 18 years."""
    families = max(children // 2, count // ROWS_OF_A_FAMILY, 1)
    events = int(count / families / ROWS_OF_AN_EVENT) + 8
    rows = told(seed=5, families=families, events=events, stage=Stage.MEASURING).rows[:count]
    return _of_one_child(rows) if children == 1 else rows


def _of_one_child(rows: list[Row]) -> list[Row]:
    """Vague dates stay about as vague as they were, and all are spread over a childhood."""
    child, chance = (Subject("mia", name="Mia"),), random.Random(5)
    first = dt.date(2005, 1, 1).toordinal()
    spread = [dt.date.fromordinal(first + chance.randrange(DAYS)) for _ in rows]
    return [replace(row, subjects=child, start=_on(day, row.start)) for row, day in zip(rows, spread, strict=True)]


def _on(day: dt.date, told_as: PartialDate) -> PartialDate:
    return PartialDate.of(day) if told_as.precision == "day" else PartialDate(f"{day:%Y-%m}")


if __name__ == "__main__":
    main()
