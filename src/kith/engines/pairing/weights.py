"""What counts in a pair, in points, as a file says it."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kith.kernel.data_files import toml_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Whole points, none below 0; the comments in `data/weights.toml` say what each is for."""

    version: str
    valid_from: date
    per_mile: int
    load_step: int
    both_new: int
    both_experienced: int
    again_together: int
    experienced_from: int
    unknown_miles: int
    again_at_most: int


@cache
def shipped_weights() -> Weights:
    """The weights that come with Kith.

    >>> shipped_weights().both_new > shipped_weights().both_experienced
    True
    """
    said = toml_of("kith.engines.pairing", "data/weights.toml")
    return Weights(version=said["version"], valid_from=said["valid_from"], **said["points"], **said["limits"])
