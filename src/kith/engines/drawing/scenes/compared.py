"""What changed between two scenes of the same child, in short sentences."""

from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.scenes.said import line_says, made_by_hand_says
from kith.engines.drawing.scenes.scene import Item, Line, Scene
from kith.engines.drawing.scenes.wording import (
    GENERATIONS,
    HAS_NEARNESS,
    STATE_SAYS,
    belongs_says,
    face_says,
    generation_says,
    name_of,
    part_says,
)

FELT = 5  # of farness: a smaller move was a hand that trembled


def compared(before: Scene, after: Scene) -> tuple[str, ...]:
    """Who moved, came, went or changed, in the order of the later scene; things are the same where their id is.

    >>> from dataclasses import replace
    >>> dad = Item("d", "person", "Dad", farness=80)
    >>> old = Scene(kind="ecomap", title="", centre="Noor", items=(dad,))
    >>> compared(old, replace(old, items=(replace(dad, farness=30), Item("n", "person", "Nan"))))
    ('Dad came nearer', 'Nan is new')
    """
    return (*_items(before, after), *_lines(before, after), *_by_hand(before, after))


def _by_hand(before: Scene, after: Scene) -> Iterator[str]:
    """What somebody drew since, or rubbed out; a ring that goes around others now is said again."""
    earlier, later = by_hand_of(before), by_hand_of(after)
    yield from (f"Drawn since: {says}" for key, says in later.items() if earlier.get(key) != says)
    yield from (f"No longer drawn: {says}" for key, says in earlier.items() if key not in later)


def by_hand_of(scene: Scene) -> dict[str, str]:
    """Everything that was made by hand, in words, by its id."""
    return {made.id: made_by_hand_says(scene, made) for made in scene.made}


def _items(before: Scene, after: Scene) -> Iterator[str]:
    earlier, later = ({item.id: item for item in scene.items} for scene in (before, after))
    for item in after.items:
        if item.id in earlier:
            yield from _changes(before, after, earlier[item.id], item)
        else:
            yield f"{name_of(item)} is new"
    yield from (f"{name_of(item)} is no longer there" for item in before.items if item.id not in later)


def _changes(before: Scene, after: Scene, old: Item, new: Item) -> Iterator[str]:
    name = name_of(new)
    if name != name_of(old):
        yield f"{name_of(old)} is now called {name}"
    if old.part != new.part:
        came, went = part_says(after, new.part) or "no place yet", part_says(before, old.part) or "no place yet"
        yield f"{name} moved from {went} to {came}"
    if after.kind in HAS_NEARNESS and abs(old.farness - new.farness) >= FELT:
        yield f"{name} came nearer" if new.farness < old.farness else f"{name} went farther away"
    if (row := generation_says(after, new)) != generation_says(before, old):
        yield f"{name} is now {row if row != GENERATIONS[0] else 'in your row'}"
    yield from _new_facts(after, old, new)


def _new_facts(after: Scene, old: Item, new: Item) -> Iterator[str]:
    name = name_of(new)
    if old.state != new.state:
        yield f"{name}: {STATE_SAYS.get(new.state, 'known and sure')}"
    if new.ghost_part and old.ghost_part != new.ghost_part:
        yield f"The other view now has {name} in {part_says(after, new.ghost_part) or 'another place'}"
    if old.at != new.at:
        yield f"{name} is now {belongs_says(after, new) or 'at no home'}"
    if (face := face_says(new)) != face_says(old):
        yield f"{name} is now {face or 'without a picture of them'}"
    if old.might_again != new.might_again:
        yield f"{name} might be there again" if new.might_again else f"{name} is no longer ringed"
    if new.is_now and not old.is_now:
        yield f"{name} is home now"


def _lines(before: Scene, after: Scene) -> Iterator[str]:
    earlier, later = ties_of(before), ties_of(after)
    for ends, line in later.items():
        if ends not in earlier:
            yield f"New line: {line_says(after, line)}"
        elif (set(line.kinds), line.towards) != (set(earlier[ends].kinds), earlier[ends].towards):
            yield f"Line changed: {line_says(after, line)}"
    yield from (f"Line gone: {line_says(before, line)}" for ends, line in earlier.items() if ends not in later)


def ties_of(scene: Scene) -> dict[tuple[str, str], Line]:
    """One line for each two ends, with all that is between them."""
    ties: dict[tuple[str, str], Line] = {}
    for line in scene.lines:
        before = ties.get((line.a, line.b))
        ties[line.a, line.b] = replace(before, kinds=before.kinds + line.kinds) if before else line
    return ties
