"""What a picture says by itself is read by children: its list, its key, its one sentence, and what changed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.engines.drawing.scenes import Scene, compared, described, differing, said
from kith.engines.drawing.scenes.easy_read import easy_read
from kith.engines.drawing.scenes.keys import signs_of
from kith.engines.drawing.scenes.scene import Item, State
from kith.engines.drawing.scenes.tests.samples import EVERY, ecomap
from kith.engines.drawing.scenes.wording import spoken
from kith.kernel.reading_age import complaints, read_text

STATES: tuple[State, ...] = ("sure", "not_sure", "not_met", "has_died", "blank")
TITLES = {"strong": "Strong", "weak": "Weak", "choppy": "Rough", "cut_off": "Stopped for now"}
every_scene = pytest.mark.parametrize(
    "scene",
    [*EVERY, *(ecomap(look) for look in ("planets", "team", "plain"))],
    ids=lambda scene: f"{scene.kind}-{scene.look}",
)


def bare(scene: Scene) -> Scene:
    """The same picture with things in every state and no words but the engine's own; all of them are called Mum."""
    items = tuple(
        replace(item, name="Mum", words="", period="", state=STATES[number % len(STATES)], might_again=number % 2 == 0)
        for number, item in enumerate(scene.items)
    )
    lines = tuple(replace(line, towards=("", "a", "both")[n % 3]) for n, line in enumerate(scene.lines))
    parts = tuple(replace(part, title="Here", hint="") for part in scene.parts)
    titles = TITLES | dict(scene.line_titles or {}) | TITLES
    return replace(scene, title="", items=items, lines=lines, parts=parts, line_titles=titles)


def moved(scene: Scene) -> Scene:
    """Everything of it otherwise: in another part, nearer, at another home, and one more."""
    parts = [part.id for part in scene.parts] or [""]
    items = tuple(
        replace(
            item,
            part=parts[(parts.index(item.part) + 1) % len(parts)] if item.part in parts else item.part,
            farness=(item.farness + 1) % 4 if scene.kind == "family_tree" else 100 - item.farness,
            state=STATES[(number + 1) % len(STATES)],
            might_again=not item.might_again,
            at="" if item.at else item.at,
        )
        for number, item in enumerate(scene.items[1:])
    )
    return replace(scene, items=(*items, Item("new", "person", "Mum", part=parts[0])), lines=scene.lines[1:])


def words_of(scene: Scene) -> Iterator[str]:
    other = moved(scene)
    for part in said(scene):
        yield part.title
        yield from (line.words for line in part.lines)
    yield described(scene)
    yield from (sign.says for sign in signs_of(scene))
    yield from (spoken(scene, item) for item in scene.items)
    yield from (line for part in easy_read(scene) for thing in part.things for line in thing.lines)
    yield from (*compared(scene, other), *differing(scene, other))


@every_scene
def test_a_child_can_read_what_a_picture_says_by_itself(scene: Scene) -> None:
    words = list(dict.fromkeys(words_of(bare(scene))))
    read = {text: read_text(text, names={"Noor", "Mum"}) for text in words}
    assert {text: one.hard_words for text, one in read.items() if one.hard_words} == {}
    assert list(complaints(read_text("\n".join(words), names={"Noor", "Mum"}))) == []
