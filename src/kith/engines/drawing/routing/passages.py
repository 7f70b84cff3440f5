"""Lines that pass rows on their way down, in the corridors that the layout kept free for them."""

from collections.abc import Sequence

from kith.engines.drawing.picture import Place
from kith.engines.drawing.routing.plan import Plan, Run, Stop

STRAIGHT = 0.5  # pixels: nearer than this is the same x


def descend(plan: Plan, x: float, passed: Sequence[Place]) -> list[Stop]:
    """The bends of a line that starts at x and goes down the corridors; ends in the last corridor."""
    stops: list[Stop] = []
    for corridor in passed:
        stops += sidestep(plan, x, corridor.x, corridor.row)
        x = corridor.x
    return stops


def sidestep(plan: Plan, start: float, end: float, row: int) -> list[Stop]:
    """Change from one x to another in the gap above a row."""
    if abs(start - end) < STRAIGHT:
        return []
    lane = plan.add_run(Run(row, (start,), (end,)))
    return [(start, lane), (end, lane)]
