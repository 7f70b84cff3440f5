"""The numbers that are the same in the whole country, and how long a check lasts: data with a source."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kith.apps.helplines.projections import PLACES, HelpNumber, HelpStrip
from kith.kernel.data_files import toml_of


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.helplines", "data/national.toml")


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
