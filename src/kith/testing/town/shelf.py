"""Opens the town's own data files and turns their lists and weights into things to pick from."""

from bisect import bisect
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random
from typing import Any

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError


class CannotReadTownData(KithError):
    """A data file of the town is not as the code needs it."""


class Weighted:
    """Picks one of several values, each as often as its weight says.

    >>> Weighted({"heron": 1, "tern": 0}).pick(Random(1))
    'heron'
    """

    __slots__ = ("_bounds", "_values")

    def __init__(self, weights: dict[str, float]) -> None:
        if not weights or min(weights.values()) < 0 or not sum(weights.values()):
            raise CannotReadTownData(f"Weights must not be negative, nor all zero; found {weights}.")
        self._values = tuple(weights)
        self._bounds = tuple(accumulate(weights.values()))

    def pick(self, rng: Random) -> str:
        return self._values[min(bisect(self._bounds, rng.random() * self._bounds[-1]), len(self._values) - 1)]


def one_of(rng: Random, values: tuple[str, ...]) -> str:
    """Like `rng.choice`, at a third of its price."""
    return values[int(rng.random() * len(values))]


def listed(text: str, separator: str = ",") -> tuple[str, ...]:
    """The parts of a long line, which may be broken anywhere.

    >>> listed('''Wing Yan,
    ...   Ka  Ho''')
    ('Wing Yan', 'Ka Ho')
    """
    return tuple(part for part in (" ".join(part.split()) for part in text.split(separator)) if part)


@cache
def data_file(name: str) -> dict[str, Any]:
    """One file of the `data` folder, by its path there."""
    return toml_of("kith.testing.town", f"data/{name}")


@cache
def data_names(folder: str) -> tuple[str, ...]:
    """The files in a folder of the data, in alphabetical order."""
    found = files("kith.testing.town").joinpath("data", folder).iterdir()
    return tuple(sorted(f"{folder}/{entry.name}" for entry in found if entry.name.endswith(".toml")))


@cache
def proportion(table: str) -> Weighted:
    return Weighted(data_file("proportions.toml")[table])


@cache
def chance(name: str) -> float:
    """One probability from the table of proportions."""
    return float(data_file("proportions.toml")["chances"][name])
