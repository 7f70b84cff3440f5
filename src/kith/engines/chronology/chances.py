"""How likely two accounts are of one event: each pair alone first, and then beside its rivals and witnesses."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kith.engines.chronology.accounts import Accounts, Numbers, Places
from kith.engines.chronology.likeness import likeness, traits_of
from kith.engines.chronology.neighbours import Neighbours
from kith.engines.chronology.rivalry import Ties, ties_of, unrivalled, witnesses

SAME_HOUR = 1.0
AT_ONCE = 100_000  # pairs that are looked at together; bounds the memory


class Chances(NamedTuple):
    """Pairs of places, the earlier place first and in order, each with a chance from 0 to 1."""

    left: Places
    right: Places
    chance: Numbers


def chances(accounts: Accounts, near: Neighbours, known: Mapping[str, Any]) -> Chances:
    """The pairs of which there is anything to be said, by the weights of data/matching.toml."""
    left, right, measures = _heard(accounts, near, known)
    beside_others(measures, ties_of(left, right, accounts.agency))
    return Chances(left, right, np.round(_chance(weighed(measures, known["together"])), 6))


def beside_others(measures: dict[str, Numbers], ties: Ties) -> None:
    """Add to what is measured of each pair alone what its rivals and its witnesses say."""
    measures["unrivalled"] = unrivalled(ties, measures["alone"])
    measures["borne_out"], measures["elsewhere"] = witnesses(ties, _chance(measures["unrivalled"]))


def _heard(accounts: Accounts, near: Neighbours, known: Mapping[str, Any]) -> tuple[Places, Places, dict[str, Numbers]]:
    """Pairs that are not out of the question when taken alone, with what is weighed of them together."""
    traits = traits_of(accounts)
    kept: list[Places] = [np.zeros(0, dtype=np.int64)]
    measures: dict[str, list[Numbers]] = {name: [np.zeros(0)] for name in ("alone", *known["together"])}
    for start in range(0, len(near.left), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        said = likeness(traits, near.left[some], near.right[some])
        said["alone"] = weighed(said, known["alone"])
        is_heard = (said["alone"] >= known["heard_from"]) & have_something_in_common(said)
        kept.append(start + np.flatnonzero(is_heard))
        for name in measures.keys() & said.keys():
            measures[name].append(said[name][is_heard])
    pairs = np.concatenate(kept)
    return near.left[pairs], near.right[pairs], {name: np.concatenate(parts) for name, parts in measures.items()}


def have_something_in_common(said: Mapping[str, Numbers]) -> NDArray[np.bool_]:
    """Whether both tell one thing at least, are of one kind, or name the same hour of one day.

    Accounts that are merely near each other, with nobody else about, are no accounts of one event.
    """
    is_same_hour = (said["timed"] > 0) & (said["hours"] < SAME_HOUR) & (said["days"] == 0)
    alike: NDArray[np.bool_] = (said["told"] > 0) | (said["same_who"] > 0) | (said["same_type"] > 0) | is_same_hour
    return alike


def weighed(measures: Mapping[str, Numbers], weights: Mapping[str, float]) -> Numbers:
    """The logarithms of odds that these weights give."""
    each = [weight * measures[name] for name, weight in weights.items() if name != "bias"]
    odds: Numbers = weights["bias"] + np.sum(each, axis=0)
    return odds


def _chance(odds: Numbers) -> Numbers:
    chance: Numbers = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return chance
