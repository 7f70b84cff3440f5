"""A first order: walk through the family as through a tree, and let everybody step into their row when passed.

The graph of chains and bonds is cut to a spanning tree, breadth first, so that loops are cut far from the root.
Every branch is walked before or after its node, and so fills a stretch of its own in each row.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from kith.engines.drawing.layout.ordering.chains import chains
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack


@dataclass(slots=True)
class _Graph:
    """Branches of each node with the slot they are tied to, and whether they lead up; chains first, then bonds."""

    rack: Rack
    chains: list[list[int]]
    chain_of: dict[int, int]
    branches: dict[int, list[tuple[int, int, bool]]] = field(default_factory=lambda: defaultdict(list))

    def tie(self, upper: int, upper_slot: int, lower: int, lower_slot: int) -> None:
        self.branches[upper].append((lower, upper_slot, False))
        self.branches[lower].append((upper, lower_slot, True))

    def descend(self, top: tuple[int, int], slots: Sequence[int]) -> None:
        """From a node and its slot down from slot to slot."""
        node, tied = top
        for slot in slots:
            below = self.chain_of[slot]
            self.tie(node, tied, below, slot)
            node, tied = below, slot


def walks(rack: Rack, roots: int) -> list[Order]:
    """One walk from each of the most promising roots: chains of the top rows with the most branches."""
    graph = _graph(rack)
    row = [rack.row[chain[0]] for chain in graph.chains]
    candidates = sorted(range(len(graph.chains)), key=lambda node: (row[node], -len(graph.branches[node])))
    return [_walk(graph, root) for root in candidates[:roots]]


def _graph(rack: Rack) -> _Graph:
    lines = chains(rack)
    graph = _Graph(rack, lines, {slot: number for number, line in enumerate(lines) for slot in line})
    for number, bond in enumerate(rack.ties.bonds):
        node = len(lines) + number
        if number in rack.hang_of:
            upper = rack.hangs[rack.hang_of[number]].a
            graph.tie(graph.chain_of[upper], upper, node, -1)
        for child in bond.children:
            graph.descend((node, -1), [*rack.drops.get((number, child), ()), child])
    for (_, upper, lower), passages in rack.descents.items():
        graph.descend((graph.chain_of[upper], upper), [*passages, lower])
    for a, b in rack.couples:
        if graph.chain_of[a] != graph.chain_of[b]:
            graph.tie(graph.chain_of[a], a, graph.chain_of[b], b)
    return graph


def _walk(graph: _Graph, root: int) -> Order:
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    seen, waiting = {root}, deque([(root, True)])
    while waiting:
        node, is_right = waiting.popleft()
        for branch, slot, is_up in _near(graph, node):
            if branch not in seen:
                seen.add(branch)
                is_after = _is_after(graph, node, slot, is_up=is_up, is_right=is_right)
                (after if is_after else before)[node].append(branch)
                waiting.append((branch, is_after))
    return _stepped_in(graph, root, before, after)


def _stepped_in(graph: _Graph, root: int, before: dict[int, list[int]], after: dict[int, list[int]]) -> Order:
    """Everybody in their row as they are passed."""
    rows: list[list[int]] = [[] for _ in range(graph.rack.rows)]
    waiting = [(root, False)]
    while waiting:
        node, is_opened = waiting.pop()
        if not is_opened:
            waiting += [(branch, False) for branch in reversed(after[node])]
            waiting.append((node, True))
            waiting += [(branch, False) for branch in reversed(before[node])]
        elif node < len(graph.chains):
            rows[graph.rack.row[graph.chains[node][0]]] += graph.chains[node]
    return Order(graph.rack, rows)


def _near(graph: _Graph, node: int) -> list[tuple[int, int, bool]]:
    """Branches by the place of their slot, those that lead down first."""
    if node >= len(graph.chains):
        return graph.branches[node]
    chain = graph.chains[node]
    return sorted(graph.branches[node], key=lambda branch: (branch[2], chain.index(branch[1])))


def _is_after(graph: _Graph, node: int, slot: int, *, is_up: bool, is_right: bool) -> bool:
    """Ancestors of the left half of a chain are walked before it; of a bond, its parents after the children."""
    if node >= len(graph.chains):
        return is_right if is_up else True
    if not is_up:
        return True
    chain = graph.chains[node]
    place = chain.index(slot) - (len(chain) - 1) / 2
    return place > 0 or (place == 0 and is_right)
