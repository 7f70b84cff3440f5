"""The worked dates of the handbook, as the tests need them."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

WORKED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "worked_dates.toml").read_text("utf-8"))

COUNTS: list[int] = WORKED["counts"]
WORKING_DAYS: dict[dt.date, list[dt.date]] = {
    dt.date.fromisoformat(start): due for start, due in WORKED["working_days"].items()
}
MONTHS = [(row["start"], row["count"], row["due"]) for row in WORKED["months"]]
CONFERENCES = [(row["strategy_discussion"], row["due"]) for row in WORKED["conferences"]]
