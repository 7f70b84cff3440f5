"""The list twin of a scene: everything that the picture says, in the same order, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.engines.drawing.scenes.handmade import RING, made_says
from kith.engines.drawing.scenes.ringed import ring_says
from kith.engines.drawing.scenes.scene import Item, Line, Made, Scene
from kith.engines.drawing.scenes.wording import (
    CLOSE,
    GENERATIONS,
    HAS_NEARNESS,
    OLDEST,
    belongs_says,
    centre_says,
    face_says,
    facts_of,
    name_of,
    nearness_says,
    part_says,
)

NEARNESS_TITLES = {"close": "Close", "not close and not far": "Not close and not far", "far away": "Far away"}
LOOK_SAYS = {"island": "island", "planets": "planets", "team": "team"}
KIND_SAYS = {
    "rings": "circles",
    "supporters": "circles of people",
    "tree_of_life": "tree of life",
    "mobility": "river of homes",
    "community": "map of places and people",
    "family_tree": "family tree",
    "genogram": "family",
}
NOUN_OF = {
    "person": "people",
    "pet": "pets",
    "place": "places",
    "home": "homes",
    "service": "people who help",
    "group": "groups",
    "words": "words",
}
NOUNS = (*NOUN_OF.values(), "things")
SINGULAR = {noun: noun.removesuffix("s") for noun in NOUNS} | {
    "people": "person",
    "people who help": "person who helps",
    "words": "thing in words",
}
NO_HOME, ELSEWHERE, LINES = "At no home yet", "Not placed yet", "Lines between people"
CIRCLES = ("rings", "supporters")
IN_FAMILY = "In this family"
BY_HAND = "Drawn by hand"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said; `item_id` is whom it is about, empty for a line from the centre to nobody."""

    item_id: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of one part of the picture."""

    title: str
    lines: tuple[Said, ...]


def said(scene: Scene) -> tuple[Section, ...]:
    """Everything that the picture shows as a list, parts from the inside out, then the lines.

    >>> noor = Scene(kind="ecomap", title="", centre="Noor", items=(Item("m", "person", "Mum", farness=10),))
    >>> [(section.title, [line.words for line in section.lines]) for section in said(noor)]
    [('Close', ['Mum'])]
    """
    sections = [Section(title, tuple(lines)) for title, lines in _groups(scene) if lines]
    ties = tuple(Said(line.b, line_says(scene, line)) for line in scene.lines)
    by_hand = tuple(Said(made.id, made_by_hand_says(scene, made)) for made in scene.made)
    last = (Section(LINES, ties), Section(BY_HAND, by_hand))
    return (*sections, *(section for section in last if section.lines))


def described(scene: Scene) -> str:
    """The whole picture in a sentence, or in two where it tells of each of its circles.

    >>> mum = Item("m", "person", "Mum", farness=9)
    >>> described(Scene(kind="ecomap", title="", centre="Noor", look="island", items=(mum,)))
    "Noor's island with 1 person, 1 of them close."
    """
    opening = f"{_whose(scene)} {_what(scene)} with {_counted(scene)}"
    if not (told := _told(scene)):
        return f"{opening}."
    return f"{opening}. {told}." if scene.kind in CIRCLES else f"{opening}, {told}."


def line_says(scene: Scene, line: Line) -> str:
    """One line in words: from whom to whom, of which kind, and who gives.

    >>> items = (Item("m", "person", "Mum"),)
    >>> scene = Scene(kind="ecomap", title="", centre="Noor", items=items)
    >>> line_says(scene, Line("1", "m", ("strong", "choppy"), towards="a"))
    'Noor and Mum: strong and choppy. Help goes to Noor'
    """
    names = {item.id: name_of(item) for item in scene.items}
    a, b = names.get(line.a, centre_says(scene)), names.get(line.b, centre_says(scene))
    titles = scene.line_titles or {}
    kinds = " and ".join(titles.get(kind, kind.replace("_", " ")).lower() for kind in line.kinds) or "a line"
    ways = {"a": f"Help goes to {a}", "b": f"Help goes to {b}", "both": "Help goes both ways"}
    return ". ".join(words for words in (f"{a} and {b}: {kinds}", ways.get(line.towards, "")) if words)


def made_by_hand_says(scene: Scene, made: Made) -> str:
    """Anything that was made by hand, in words."""
    return ring_says(made, scene) if made.kind == RING else made_says(made)


def _groups(scene: Scene) -> Iterator[tuple[str, list[Said]]]:
    """Items by home, by part, or by nearness where the scene has no parts."""
    if scene.kind == "mobility":
        yield from _homes(scene)
        return
    if scene.kind == "family_tree":
        yield from _generations(scene)
        return
    if scene.kind == "genogram":
        yield IN_FAMILY, [_said(scene, item) for item in scene.items if item.kind != "words"]
        yield from _by_part(scene, [item for item in scene.items if item.kind == "words"])
        return
    if not scene.parts:
        for words, title in NEARNESS_TITLES.items():
            near = [item for item in scene.items if (nearness_says(scene, item) or "close") == words]
            yield title, [_said(scene, item) for item in sorted(near, key=lambda item: item.farness)]
        return
    yield from _by_part(scene, scene.items)


def _by_part(scene: Scene, items: Sequence[Item]) -> Iterator[tuple[str, list[Said]]]:
    for part in scene.parts:
        title = " ".join(part.title.split()) or part_says(scene, part.id)
        yield title, [_said(scene, item) for item in items if item.part == part.id]
    known = {part.id for part in scene.parts}
    yield ELSEWHERE, [_said(scene, item) for item in items if item.part not in known]


def _generations(scene: Scene) -> Iterator[tuple[str, list[Said]]]:
    """The rows of the tree from the oldest down, each from side to side."""
    sides = [part.id for part in scene.parts]
    for step in range(OLDEST, -1, -1):
        row = [item for item in scene.items if min(item.farness, OLDEST) == step]
        row.sort(key=lambda item: sides.index(item.part) if item.part in sides else len(sides))
        yield GENERATIONS[step].capitalize(), [_said(scene, item, side=part_says(scene, item.part)) for item in row]


def _homes(scene: Scene) -> Iterator[tuple[str, list[Said]]]:
    """Homes in their order, each with whoever was there."""
    homes = [item for item in scene.items if item.kind == "home"]
    for number, home in enumerate(homes, 1):
        there = [item for item in scene.items if item.at == home.id and item.kind != "home"]
        yield f"{number}. {name_of(home)}", [_said(scene, item) for item in (home, *there)]
    ids = {home.id for home in homes}
    yield NO_HOME, [_said(scene, item) for item in scene.items if item.kind != "home" and item.at not in ids]


def _said(scene: Scene, item: Item, side: str = "") -> Said:
    ghost = part_says(scene, item.ghost_part)
    elsewhere = f"the other view says {ghost}" if ghost and item.ghost_part != item.part else ""
    again = "might be there again" if item.might_again else ""
    now = "home now" if item.is_now else ""
    words = (name_of(item), side, *facts_of(item), belongs_says(scene, item), now, elsewhere, again, face_says(item))
    return Said(item.id, ", ".join(word for word in words if word))


def _whose(scene: Scene) -> str:
    name = centre_says(scene)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _what(scene: Scene) -> str:
    if scene.kind == "ecomap":
        return LOOK_SAYS.get(scene.look, "map of people")
    return KIND_SAYS.get(scene.kind, "picture")


def _counted(scene: Scene) -> str:
    """How many people, and whether there are places and other things among them."""
    count = len(scene.items)
    if not count:
        return "nobody on it yet"
    kinds = {NOUN_OF.get(item.kind, "things") for item in scene.items}
    noun = _listed([noun for noun in NOUNS if noun in kinds])
    return f"{count} {noun}" if count > 1 else f"1 {SINGULAR.get(noun, noun)}"


def _told(scene: Scene) -> str:
    """What matters most of the picture, in a few words."""
    if not scene.items:
        return ""
    if scene.kind in HAS_NEARNESS:
        return f"{sum(item.farness <= CLOSE for item in scene.items)} of them close"
    if scene.kind in CIRCLES:
        counts = [(sum(item.part == part.id for item in scene.items), part.id) for part in scene.parts]
        return _listed([f"{count} in {_the(part_says(scene, part))}" for count, part in counts if count])
    if scene.kind == "mobility":
        again = sum(item.might_again for item in scene.items)
        return f"{again} of them might be there again" if again else ""
    return ""


def _the(words: str) -> str:
    return f"the {words}" if words.endswith("ring") else f"“{words}”"


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
