"""The numbers people can ring in the invented county."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from kith.apps.helplines.projections import HelpNumber


def invented_numbers(today: dt.date) -> dict[str, HelpNumber]:
    """By place; danger is 999 there as everywhere."""
    data = tomllib.loads((files("kith.testing.town") / "data" / "helplines.toml").read_text(encoding="utf-8"))
    return {place: _number(spec, today) for place, spec in data.items()}


def _number(spec: Mapping[str, Any], today: dt.date) -> HelpNumber:
    facts = {part: value for part, value in spec.items() if part != "checked_days_ago"}
    return HelpNumber(**facts, checked_on=today - dt.timedelta(days=spec["checked_days_ago"]))
