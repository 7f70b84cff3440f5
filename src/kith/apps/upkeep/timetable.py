"""The timetable, read from its data file."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from kith.apps.upkeep.projections import Job, Rhythm
from kith.kernel.data_files import toml_of


@cache
def timetable() -> Mapping[str, Job]:
    """Every job by its name, in the order in which those that are due together run."""
    return {name: _job(name, line) for name, line in toml_of("kith.apps.upkeep", "data/timetable.toml")["jobs"].items()}


def _job(name: str, line: Mapping[str, Any]) -> Job:
    return Job(
        name=name,
        says=line["says"],
        rhythm=Rhythm(
            every=dt.timedelta(minutes=line["every_minutes"]) if "every_minutes" in line else None,
            at=dt.time.fromisoformat(line["at"]) if "at" in line else None,
        ),
        at_most=dt.timedelta(minutes=line["at_most_minutes"]),
        late_after=dt.timedelta(minutes=line["late_after_minutes"]),
    )
