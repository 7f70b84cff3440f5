"""The key of a scene: only the marks that stand on it, each with what it says, in a strip below the picture."""

from collections.abc import Iterator

from kith.engines.drawing.output.key_panel import ENTRY_GAP, PADDING, ROW, SIDE, Entry, flowed, least_width
from kith.engines.drawing.picture import KeyEntry, Point
from kith.engines.drawing.scenes.scene import Scene

# How a kind of line is called in each look; other kinds are a plain line.
LINE_NAMES = {
    "island": {"strong": "Bridge", "weak": "Stones", "choppy": "Choppy water", "cut_off": "Broken bridge"},
    "planets": {"strong": "Bright path", "weak": "Star dust", "choppy": "Zigzag", "cut_off": "Broken path"},
    "team": {"strong": "Wide band", "weak": "Dots", "choppy": "Zigzag", "cut_off": "Broken line"},
    "plain": {"strong": "Two lines", "weak": "Dots", "choppy": "Zigzag", "cut_off": "Broken line"},
}
FAMILY_NAMES = {
    "parent": "Line down",
    "child": "Line down",
    "carer": "Dashed line down",
    "couple": "Level line",
    "parted": "Slash",
}
SHAPES = {
    "place": "Square: place",
    "service": "Six sides: people who help",
    "group": "Two circles: group",
    "pet": "Diamond: pet",
}
GENDERS = {
    "circle": "Circle: woman or girl",
    "square": "Square: man or boy",
    "hexagon": "Six sides: neither of the two",
    "diamond": "Diamond: not said",
    "triangle": "Triangle: a baby to come",
}
FEELINGS = {"strong": "close", "weak": "distant", "choppy": "hostile", "cut_off": "cut_off"}  # in the symbol sheet
PLAIN_LINE = "Line"
STRIP = 6  # from the picture down to the strip


def same_kind(kind: str) -> str:
    """The kind by which a line is drawn, where two words mean one.

    >>> same_kind("stressful")
    'choppy'
    """
    return "choppy" if kind in ("stressful", "hard", "tense") else kind


def signs_of(scene: Scene) -> tuple[KeyEntry, ...]:
    """What the key holds, in order.

    >>> from kith.engines.drawing.scenes.scene import Item, Line
    >>> noor = Scene(kind="ecomap", title="", centre="Noor", look="island", items=(Item("m", "person", "Mum"),),
    ...     lines=(Line("1", "m", ("strong",)),))
    >>> [sign.says for sign in signs_of(noor)]
    ['Bridge: strong']
    """
    return (*_lines(scene), *_arrows(scene), *_marks(scene))


def key_height(scene: Scene, width: float) -> float:
    """How many pixels the key takes below a picture of that width; 0 without a key."""
    entries = key_entries(scene, width, 0)
    return entries[-1].at.y + ROW / 2 + PADDING / 2 if entries else 0.0


def key_entries(scene: Scene, width: float, top: float) -> tuple[Entry, ...]:
    """Where each entry stands, below a picture that ends at `top`."""
    first = Point(SIDE + PADDING, top + STRIP + PADDING / 2 + ROW / 2)
    return flowed(signs_of(scene), first, width - SIDE - PADDING) if signs_of(scene) else ()


def key_width(scene: Scene) -> float:
    """The least width at which every entry of the key fits on a row."""
    return least_width(signs_of(scene)) + ENTRY_GAP if signs_of(scene) else 0.0


def _lines(scene: Scene) -> Iterator[KeyEntry]:
    names, titles = LINE_NAMES[look_of(scene)] | FAMILY_NAMES, scene.line_titles or {}
    seen: set[str] = set()
    for kind in (kind for line in scene.lines for kind in line.kinds):
        if kind not in seen:
            seen.add(kind)
            title = titles.get(kind, kind.replace("_", " "))
            yield KeyEntry(kind="line", name=kind, says=f"{names.get(same_kind(kind), PLAIN_LINE)}: {title.lower()}")


def _arrows(scene: Scene) -> Iterator[KeyEntry]:
    if any(line.towards for line in scene.lines):
        yield KeyEntry(kind="line", name="arrow", says="Arrow: where the help goes")


def _marks(scene: Scene) -> Iterator[KeyEntry]:
    kinds = {item.kind for item in scene.items}
    if scene.kind == "community" or (scene.kind == "ecomap" and look_of(scene) == "plain"):
        yield from (KeyEntry(kind="mark", name=kind, says=says) for kind, says in SHAPES.items() if kind in kinds)
    states = {item.state for item in scene.items}
    if scene.kind == "rings" and any(item.ghost_part for item in scene.items):
        yield KeyEntry(kind="mark", name="ghost", says="Dashed: where the other view has them")
    if scene.kind == "mobility" and any(item.might_again for item in scene.items):
        yield KeyEntry(kind="mark", name="again", says="Thick ring: might be there for me again")
    if scene.kind == "genogram":
        yield from _genogram_marks(scene)
    if scene.kind == "tree_of_life" and "has_died" in states:
        yield KeyEntry(kind="mark", name="has_died", says="Pale leaf: has died")
    if scene.kind == "tree_of_life" and states & {"not_met", "not_sure"}:
        yield KeyEntry(kind="mark", name="not_met", says="Dashed leaf: not met yet, or not sure")


def _genogram_marks(scene: Scene) -> Iterator[KeyEntry]:
    people = [item for item in scene.items if item.kind == "person"]
    shapes = {item.shape or "diamond" for item in people} | {scene.shape or "diamond"}
    yield from (KeyEntry(kind="mark", name=name, says=says) for name, says in GENDERS.items() if name in shapes)
    if any(item.kind == "pet" for item in scene.items):
        yield KeyEntry(kind="mark", name="pet", says="Small diamond: pet")
    states = {item.state for item in scene.items}
    if states & {"not_sure", "not_met", "blank"}:
        yield KeyEntry(kind="mark", name="not_sure", says="Dashed: not sure, or not met yet")
    if "has_died" in states:
        yield KeyEntry(kind="mark", name="has_died", says="Cross: has died")


def look_of(scene: Scene) -> str:
    """The look of an ecomap, plain where the child chose none that is known; other kinds have but one."""
    return scene.look if scene.kind == "ecomap" and scene.look in LINE_NAMES else "plain"
