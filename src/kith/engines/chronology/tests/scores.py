"""How well accounts of one event are found: precision and recall of pairs, by what makes them hard.

SEEDS were used for nothing but to measure, and looked at once; CHOOSING ones are for choosing thresholds and what is
weighed, and have fewer kinds of event (see Stage). Precision and recall count pairs within the window of days; pairs
further apart are counted on their own, and are no mistake when they are linked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kith.engines.chronology import merge
from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.tests.accounts import Pair, Stage, Told, told

SEEDS = range(7301, 7309)
CHOOSING = range(2601, 2609)
FAMILIES_AND_EVENTS = ((1, 30), (1, 60), (1, 120), (6, 60))
ALL = "all within the window"


@dataclass(slots=True)
class Score:
    """Pairs that were rightly linked, wrongly linked, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


@dataclass(slots=True)
class Scores:
    """Scores by kind of difficulty, and how many pairs beyond the window there were and were linked."""

    kinds: dict[str, Score] = field(default_factory=dict)
    beyond: Score = field(default_factory=Score)


def scores(seeds: Iterable[int] = SEEDS, stage: Stage = Stage.MEASURING) -> Scores:
    """Over all seeds and sizes together."""
    found = Scores()
    for seed in seeds:
        for families, events in FAMILIES_AND_EVENTS:
            number = seed * 1000 + families * 100 + events
            _count(found, told(seed=number, families=families, events=events, stage=stage))
    return found


def _count(found: Scores, made: Told) -> None:
    places = {row.name: place for place, row in enumerate(made.rows)}
    groups = ([places[row.name] for row in group.rows] for group in merge([made.rows]).groups)
    linked = {pair for group in groups for pair in combinations(sorted(group), 2)}
    true = made.true_pairs()
    for pair in linked | true:
        apart = _days_apart(made, pair)
        if pair in true and apart > matching()["window_days"]:
            _add(found.beyond, is_linked=pair in linked, is_true=True)
            continue
        for kind in _kinds(made, pair, apart):
            _add(found.kinds.setdefault(kind, Score()), is_linked=pair in linked, is_true=pair in true)


def _kinds(made: Told, pair: Pair, apart: int) -> Iterator[str]:
    one, other = pair
    kinds = made.kinds[one] | made.kinds[other]
    yield ALL
    yield from kinds
    yield "no difficulty but the words" if not kinds else "any difficulty"
    if "vague date" not in kinds:
        yield f"exact days, {apart} apart"


def _add(score: Score, *, is_linked: bool, is_true: bool) -> None:
    score.right += is_linked and is_true
    score.wrong += is_linked and not is_true
    score.missed += is_true and not is_linked


def _days_apart(made: Told, pair: Pair) -> int:
    """The fewest days that may lie between two dates."""
    one, other = (made.rows[place].start for place in pair)
    spans = [(date.earliest, date.latest) for date in (one, other)]
    first, last = max(span[0] for span in spans if span[0]), min(span[1] for span in spans if span[1])
    return max((first - last).days, 0)
