"""A first order: walk through the family as through a tree, and let everybody step into their row when passed.

The graph of line-ups and bonds is cut to a spanning tree. Each node says which of its branches are walked before
and which after it, so every branch fills a stretch of its own in each row; the search works on these lists.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack


@dataclass(slots=True)
class Walk:
    """A spanning tree with an order of its branches; nodes below `len(turned)` are line-ups, the others bonds."""

    root: int
    before: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    after: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    turned: list[bool] = field(default_factory=list)

    def copy(self) -> "Walk":
        """A walk that can be changed without changing this one."""
        copy = Walk(self.root, turned=list(self.turned))
        copy.become(self)
        return copy

    def become(self, other: "Walk") -> None:
        """Take over everything from another walk of the same rack."""
        self.root, self.turned = other.root, list(other.turned)
        for mine, theirs in ((self.before, other.before), (self.after, other.after)):
            mine.clear()
            mine.update((node, list(branches)) for node, branches in theirs.items())

    def order(self, rack: Rack) -> Order:
        """The order in which this walk fills the rows."""
        rows: list[list[int]] = [[] for _ in range(max(rack.row) + 1)]
        waiting = [(self.root, False)]
        while waiting:
            node, is_opened = waiting.pop()
            if not is_opened:
                waiting += [(branch, False) for branch in reversed(self.after[node])]
                waiting.append((node, True))
                waiting += [(branch, False) for branch in reversed(self.before[node])]
            elif node < len(rack.lineups):
                rows[rack.row[rack.lineups[node][0]]].append(node)
        return Order(rows, list(self.turned))


@dataclass(slots=True)
class _Graph:
    """Branches of each node with the slot they are tied to, and whether they lead up."""

    rack: Rack
    branches: dict[int, list[tuple[int, int, bool]]] = field(default_factory=lambda: defaultdict(list))

    def tie(self, upper: int, upper_slot: int, lower: int, lower_slot: int) -> None:
        self.branches[upper].append((lower, upper_slot, False))
        self.branches[lower].append((upper, lower_slot, True))

    def chain(self, top: tuple[int, int], slots: list[int]) -> None:
        """From a node and its slot down through corridors."""
        node, tied = top
        for slot in slots:
            lineup = self.rack.lineup_of[slot]
            self.tie(node, tied, lineup, slot)
            node, tied = lineup, slot


def walks(rack: Rack, roots: int) -> list[Walk]:
    """One walk from each of the most promising roots: line-ups of the top rows with the most branches."""
    graph = _graph(rack)
    candidates = sorted(range(len(rack.lineups)), key=lambda n: (rack.row[rack.lineups[n][0]], -len(graph.branches[n])))
    return [_walk(graph, root) for root in candidates[:roots]]


def _graph(rack: Rack) -> _Graph:
    graph = _Graph(rack)
    _tie_bonds(graph, rack)
    _tie_couples(graph, rack)
    return graph


def _tie_bonds(graph: _Graph, rack: Rack) -> None:
    first = len(rack.lineups)
    for number, (a, _) in rack.hangs.items():
        graph.tie(rack.lineup_of[a], a, first + number, -1)
    for (number, child), corridors in rack.drops.items():
        graph.chain((first + number, -1), [*corridors, child])
    for number, bond in enumerate(rack.ties.bonds):
        for child in () if number in rack.hangs else bond.children:
            graph.tie(first + number, -1, rack.lineup_of[child], child)


def _tie_couples(graph: _Graph, rack: Rack) -> None:
    """Partners who could not stand together, in one row and in different rows."""
    for _, a, b in rack.apart:
        if rack.row[a] == rack.row[b] and rack.lineup_of[a] != rack.lineup_of[b]:
            graph.tie(rack.lineup_of[a], a, rack.lineup_of[b], b)
    for (_, upper, lower), corridors in rack.descents.items():
        graph.chain((rack.lineup_of[upper], corridors[0]), [*corridors[1:], lower])


def _walk(graph: _Graph, root: int) -> Walk:
    """Breadth first, so that loops are cut far from the root."""
    walk = Walk(root, turned=[False] * len(graph.rack.lineups))
    seen, waiting = {root}, deque([(root, True)])
    while waiting:
        node, is_right = waiting.popleft()
        for branch, slot, is_up in _near(graph, node):
            if branch not in seen:
                seen.add(branch)
                is_after = _is_after(graph.rack, node, slot, is_up=is_up, is_right=is_right)
                (walk.after if is_after else walk.before)[node].append(branch)
                waiting.append((branch, is_after))
    return walk


def _near(graph: _Graph, node: int) -> list[tuple[int, int, bool]]:
    """Branches by the place of their slot, those that lead down first."""
    if node >= len(graph.rack.lineups):
        return graph.branches[node]
    lineup = graph.rack.lineups[node]
    return sorted(graph.branches[node], key=lambda branch: (branch[2], lineup.index(branch[1])))


def _is_after(rack: Rack, node: int, slot: int, *, is_up: bool, is_right: bool) -> bool:
    """Ancestors of the left half of a line-up are walked before it; of a bond, its parents after the children."""
    if node >= len(rack.lineups):
        return is_right if is_up else True
    if not is_up:
        return True
    lineup = rack.lineups[node]
    place = lineup.index(slot) - (len(lineup) - 1) / 2
    return place > 0 or (place == 0 and is_right)
