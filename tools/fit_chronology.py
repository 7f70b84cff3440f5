"""Fits the weights of likely duplicates on invented accounts, and prints them as they stand in data/matching.toml.

`python -m tools.fit_chronology`. The seeds here are for fitting alone; those that measure are in tests/scores.py.
"""

import codecs
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from kith.engines.chronology.accounts import Numbers, accounts_of
from kith.engines.chronology.chances import beside_others, have_something_in_common, weighed
from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.likeness import likeness, traits_of
from kith.engines.chronology.neighbours import neighbours
from kith.engines.chronology.order import days_by_code, sort_key
from kith.engines.chronology.rivalry import Ties, ties_of
from kith.engines.chronology.tests.accounts import Told, told
from kith.engines.chronology.tests.scores import FAMILIES_AND_EVENTS

SEEDS = range(1101, 1125)
STRANGE_SEEDS = range(1119, 1125)  # with words that nobody explained, as other places have their own
STRANGE = 0.3
SHORTEST_STRANGE = 4
SMALL = 1e-5  # keeps weights of what hardly matters near nothing


@dataclass(slots=True)
class Known:
    """Pairs of one lot of accounts: what is measured of them, and which are truly one event."""

    measures: dict[str, Numbers]
    ties: Ties
    are_one: NDArray[np.bool_]


def main() -> int:
    lots = list(made_lots())
    data = matching()
    alone = fitted(lots, [name for name in data["alone"] if name != "bias"])
    for lot in lots:
        lot.measures["alone"] = weighed(lot.measures, alone)
        beside_others(lot.measures, lot.ties)
    show("alone", alone)
    show("together", fitted(lots, [name for name in data["together"] if name != "bias"]))
    return 0


def made_lots() -> Iterator[Known]:
    for seed in SEEDS:
        for families, events in FAMILIES_AND_EVENTS:
            number = seed * 1000 + families * 100 + events
            made = told(seed=number, families=families, events=events)
            yield known_of(made_strange(made, number) if seed in STRANGE_SEEDS else made)


def made_strange(made: Told, seed: int) -> Told:
    """The same accounts, where some words are turned into others that no list has."""

    def turned(found: re.Match[str]) -> str:
        word = found[0]
        is_turned = len(word) >= SHORTEST_STRANGE and random.Random(f"{seed}{word[:4].lower()}").random() < STRANGE
        return codecs.encode(word, "rot13") if is_turned else word

    rows = [replace(row, fact=re.sub("[A-Za-z]+", turned, row.fact)) for row in made.rows]
    return Told(rows, made.events, made.kinds)


def known_of(made: Told) -> Known:
    """The pairs of one lot, in the order in which a merge has its rows."""
    days = days_by_code(row.start for row in made.rows)
    order = sorted(
        range(len(made.rows)), key=lambda place: sort_key(made.rows[place], days[made.rows[place].start.code])
    )
    rows = [made.rows[place] for place in order]
    accounts = accounts_of(rows, [days[row.start.code] for row in rows])
    near = neighbours(accounts, matching())
    event = np.array([made.events[place] for place in order])
    said = likeness(traits_of(accounts), near.left, near.right)
    kept = have_something_in_common(said)
    left, right = near.left[kept], near.right[kept]
    measures = {name: numbers[kept] for name, numbers in said.items()}
    return Known(measures, ties_of(left, right, accounts.agency), event[left] == event[right])


def fitted(lots: Sequence[Known], names: Sequence[str]) -> dict[str, float]:
    """The weights under which the truth is likeliest (logistic regression)."""
    measures = np.concatenate([np.stack([lot.measures[name] for name in names], axis=1) for lot in lots])
    are_one = np.concatenate([lot.are_one for lot in lots])
    middle, spread = measures.mean(axis=0), measures.std(axis=0) + 1e-9
    evened = np.column_stack([np.ones(len(measures)), (measures - middle) / spread])

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        odds = evened @ weights
        chance = 1 / (1 + np.exp(-odds))
        small = np.concatenate([[0.0], weights[1:]]) * SMALL
        cost = np.mean(np.logaddexp(0, odds) - are_one * odds) + small @ weights
        return float(cost), evened.T @ (chance - are_one) / len(odds) + 2 * small

    found = minimize(loss, np.zeros(evened.shape[1]), jac=True).x
    each = found[1:] / spread
    return {"bias": float(found[0] - each @ middle), **dict(zip(names, each.tolist(), strict=True))}


def show(table: str, weights: Mapping[str, float]) -> None:
    print(f"[{table}]")
    for name, weight in weights.items():
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    sys.exit(main())
