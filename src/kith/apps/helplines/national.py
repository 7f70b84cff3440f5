"""The numbers that are the same in the whole country, and how long a check lasts: data with a source."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kith.apps.helplines.projections import PLACES, HelpNumber, HelpStrip


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("kith.apps.helplines") / "data" / "national.toml").read_text(encoding="utf-8"))


def days_until_due() -> int:
    """A number that nobody has rung for longer than this may be wrong."""
    return int(_data()["check_again_after_days"])


@cache
def national_numbers() -> Mapping[str, HelpNumber]:
    """What stands in each place until a county says otherwise."""
    return {place: HelpNumber(**_data()["places"][place]) for place in PLACES}


@cache
def listeners() -> tuple[HelpNumber, ...]:
    """Others who listen to everybody, wherever they live."""
    return tuple(HelpNumber(**spec) for spec in _data()["listeners"])


def national_strip() -> HelpStrip:
    return HelpStrip(**national_numbers())
