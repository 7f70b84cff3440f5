"""What a county says of cover: when workers are there, when an alert is due, and who advises on the years after 16."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverData:
    """The days and numbers of the county's data of the kind `cover`."""

    opens: dt.time
    closes: dt.time
    away_within_days: int
    most_workers: int
    counted_days: int
    adviser_from_age: int
    adviser_to_age: int
    adviser_titles: tuple[str, ...]
