"""The numbers people can ring in the invented county."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kith.apps.helplines.projections import HelpNumber
from kith.kernel.data_files import toml_of


def invented_numbers(today: dt.date) -> dict[str, HelpNumber]:
    """By place; danger is 999 there as everywhere."""
    data = toml_of("kith.testing.town", "data/helplines.toml")
    return {place: _number(spec, today) for place, spec in data.items()}


def _number(spec: Mapping[str, Any], today: dt.date) -> HelpNumber:
    facts = {part: value for part, value in spec.items() if part != "checked_days_ago"}
    return HelpNumber(**facts, checked_on=today - dt.timedelta(days=spec["checked_days_ago"]))
