"""How two people's scenes of the same child differ, in short sentences that side with neither: nobody moved or came."""

from collections.abc import Iterator

from kith.engines.drawing.scenes.compared import FELT, by_hand_of, ties_of
from kith.engines.drawing.scenes.said import line_says
from kith.engines.drawing.scenes.scene import Item, Scene
from kith.engines.drawing.scenes.wording import HAS_NEARNESS, STATE_SAYS, name_of, part_says

FIRST, SECOND = "on the first", "on the second"
NOWHERE, KNOWN = "no place", "known and sure"


def differing(first: Scene, second: Scene) -> tuple[str, ...]:
    """What one picture says and the other does not, in the order of the first; things are the same where their id is.

    >>> from dataclasses import replace
    >>> dad = Item("d", "person", "Dad", farness=80)
    >>> noor = Scene(kind="ecomap", title="", centre="Noor", items=(dad,))
    >>> nan = replace(noor, items=(replace(dad, farness=30), Item("s", "place", "School")))
    >>> differing(noor, nan)
    ('Dad is nearer on the second', 'School stands only on the second')
    """
    return (*_items(first, second), *_lines(first, second), *_by_hand(first, second))


def _by_hand(first: Scene, second: Scene) -> Iterator[str]:
    ones, others = by_hand_of(first), by_hand_of(second)
    yield from (f"Drawn only {FIRST}: {says}" for key, says in ones.items() if others.get(key) != says)
    yield from (f"Drawn only {SECOND}: {says}" for key, says in others.items() if ones.get(key) != says)


def _items(first: Scene, second: Scene) -> Iterator[str]:
    ones, others = ({item.id: item for item in scene.items} for scene in (first, second))
    for item in first.items:
        if item.id in others:
            yield from _both(first, second, item, others[item.id])
        else:
            yield f"{name_of(item)} stands only {FIRST}"
    yield from (f"{name_of(item)} stands only {SECOND}" for item in second.items if item.id not in ones)


def _both(first: Scene, second: Scene, one: Item, other: Item) -> Iterator[str]:
    name = name_of(one)
    if name != name_of(other):
        yield f"{name} is called {name_of(other)} {SECOND}"
    if one.part != other.part:
        here, there = part_says(first, one.part) or NOWHERE, part_says(second, other.part) or NOWHERE
        yield f"{name}: {here} {FIRST}, {there} {SECOND}"
    if first.kind in HAS_NEARNESS and abs(one.farness - other.farness) >= FELT:
        yield f"{name} is nearer {FIRST if one.farness < other.farness else SECOND}"
    if one.state != other.state:
        says = [STATE_SAYS.get(item.state, KNOWN) for item in (one, other)]
        yield f"{name}: {says[0]} {FIRST}, {says[1]} {SECOND}"
    if one.might_again != other.might_again:
        yield f"{name} might be there again only {FIRST if one.might_again else SECOND}"


def _lines(first: Scene, second: Scene) -> Iterator[str]:
    ones, others = ties_of(first), ties_of(second)
    for ends, line in ones.items():
        if ends not in others:
            yield f"Line only {FIRST}: {line_says(first, line)}"
        elif (set(line.kinds), line.towards) != (set(others[ends].kinds), others[ends].towards):
            yield f"Line {FIRST}: {line_says(first, line)}"
            yield f"Line {SECOND}: {line_says(second, others[ends])}"
    yield from (f"Line only {SECOND}: {line_says(second, line)}" for ends, line in others.items() if ends not in ones)
