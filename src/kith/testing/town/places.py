"""Streets and villages of Eastmarch."""

from dataclasses import dataclass
from functools import cache
from random import Random

from kith.testing.town.numbers import postcode
from kith.testing.town.shelf import data_file, listed, one_of


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to live: a first line by which people call the home, the whole address, and its postcode."""

    line: str
    lines: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town, part of a town, or village with its streets."""

    name: str
    district: int
    streets: tuple[str, ...]


@cache
def settlements() -> tuple[Settlement, ...]:
    found = data_file("places.toml")["settlements"]
    return tuple(Settlement(one["name"], one["district"], listed(one["streets"])) for one in found)


def pick_settlement(rng: Random) -> Settlement:
    everywhere = settlements()
    return everywhere[int(rng.random() * len(everywhere))]


def pick_place(rng: Random, settlement: Settlement) -> Place:
    line = f"{int(rng.random() * 98) + 1} {one_of(rng, settlement.streets)}"
    return Place(line, f"{line}, {settlement.name}", postcode(rng, settlement.district))
