"""A scene in easy read: one thing after the other, each with a sign, its name, and one thought on each line."""

from collections.abc import Iterator
from dataclasses import dataclass

from kith.engines.drawing.scenes.said import LINES, Said, line_says, said
from kith.engines.drawing.scenes.scene import Item, Scene
from kith.engines.drawing.scenes.wording import belongs_says, facts_of, initials_of, name_of


@dataclass(frozen=True, slots=True)
class EasyThing:
    """One thing: the letters of its sign, its name, and what is said of it, a thought a line."""

    sign: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EasyPart:
    """One part of the picture, from the inside out, in the order of the list beside it."""

    title: str
    things: tuple[EasyThing, ...]


def easy_read(scene: Scene) -> tuple[EasyPart, ...]:
    """Everything that the picture shows; what is between two of them is said with each of them.

    >>> from kith.engines.drawing.scenes.scene import Line
    >>> mum = Item("m", "person", "Mum", farness=9, words="makes me soup")
    >>> scene = Scene(kind="ecomap", title="", centre="Noor", items=(mum,), lines=(Line("1", "m", ("strong",)),))
    >>> [(part.title, part.things) for part in easy_read(scene)]
    [('Close', (EasyThing(sign='M', name='Mum', lines=('makes me soup', 'Noor and Mum: strong')),))]
    """
    things = {item.id: item for item in scene.items}
    return tuple(
        EasyPart(part.title, tuple(_told(scene, things.get(line.item_id), line) for line in part.lines))
        for part in said(scene)
        if part.title != LINES
    )


def _told(scene: Scene, item: Item | None, line: Said) -> EasyThing:
    """What was drawn by hand has no sign of its own."""
    return _thing(scene, item) if item else EasyThing("", line.words, ())


def _thing(scene: Scene, item: Item) -> EasyThing:
    return EasyThing(initials_of(item), name_of(item), tuple(_lines(scene, item)))


def _lines(scene: Scene, item: Item) -> Iterator[str]:
    yield from facts_of(item)
    if belongs := belongs_says(scene, item):
        yield belongs[0].upper() + belongs[1:]
    if item.might_again:
        yield "Might be there again"
    for line in scene.lines:
        if item.id in (line.a, line.b):
            yield from line_says(scene, line).split(". ")
