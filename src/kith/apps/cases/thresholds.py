"""Which version of the county's thresholds a decision rests on: the one in force on the day of the decision."""

import datetime as dt

FIRST_VERSION = "2026-09"


def threshold_version(on: dt.date) -> str:
    """The version whose text the referrer can ask for."""
    return FIRST_VERSION
