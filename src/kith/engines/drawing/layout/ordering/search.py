"""Better orders by small changes, each kept only when the objective falls; budgets count weighings, not seconds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kith.engines.drawing.layout.ordering.objective import Objective
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.walk import Walk


@dataclass(slots=True)
class Budget:
    """How many more orders may be weighed."""

    left: int

    def spend(self) -> bool:
        """Whether one more may be weighed."""
        self.left -= 1
        return self.left >= 0


def improve_walk(walk: Walk, rack: Rack, objective: Objective, budget: Budget) -> float:
    """Move branches of the walk and turn line-ups round until nothing helps; returns the weight reached."""
    best = objective.of(walk.order(rack))
    has_improved = True
    while has_improved and best > 0 and budget.left > 0:
        has_improved = False
        for change in list(_changes(walk, rack)):
            weight = change(best, objective, budget)
            has_improved |= weight < best
            best = weight
    return best


_Change = Callable[[float, Objective, Budget], float]


def _changes(walk: Walk, rack: Rack) -> Iterator[_Change]:
    for node in sorted({*walk.before, *walk.after}):
        for branch in [*walk.before[node], *walk.after[node]]:
            yield _Moved(walk, rack, node, branch).try_all
    for lineup, slots in enumerate(rack.lineups):
        if len(slots) > 1:
            yield _Moved(walk, rack, -1, lineup).try_turn


@dataclass(frozen=True, slots=True)
class _Moved:
    """One branch of one node and all the places it might take."""

    walk: Walk
    rack: Rack
    node: int
    branch: int

    def try_turn(self, best: float, objective: Objective, budget: Budget) -> float:
        self._turn()
        if budget.spend() and (weight := objective.of(self.walk.order(self.rack))) < best - 1e-9:
            return weight
        self._turn()
        return best

    def _turn(self) -> None:
        if self.branch < len(self.walk.turned):
            self.walk.turned[self.branch] ^= True

    def try_all(self, best: float, objective: Objective, budget: Budget) -> float:
        """Take the best of all places, with the branch's own line-up either way round."""
        kept = (list(self.walk.before[self.node]), list(self.walk.after[self.node]), False)
        chosen = kept
        for before, after in self._splits(*kept[:2]):
            for turn in (False, True) if self._can_turn() else (False,):
                if not budget.spend():
                    break
                self._set(before, after, turn)
                weight = objective.of(self.walk.order(self.rack))
                self._set(before, after, turn)
                if weight < best - 1e-9:
                    best, chosen = weight, (before, after, turn)
        self._set(*chosen)
        return best

    def _can_turn(self) -> bool:
        return self.branch < len(self.rack.lineups) and len(self.rack.lineups[self.branch]) > 1

    def _set(self, before: list[int], after: list[int], turn: bool) -> None:
        self.walk.before[self.node], self.walk.after[self.node] = before, after
        if turn:
            self._turn()

    def _splits(self, before: list[int], after: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        first = [branch for branch in before if branch != self.branch]
        last = [branch for branch in after if branch != self.branch]
        for place in range(len(first) + 1):
            yield [*first[:place], self.branch, *first[place:]], last
        for place in range(len(last) + 1):
            yield first, [*last[:place], self.branch, *last[place:]]
