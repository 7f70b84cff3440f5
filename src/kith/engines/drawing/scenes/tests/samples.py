"""Invented scenes of every kind, from nobody at all to sixty, with long, missing and right-to-left names."""

from dataclasses import replace

from kith.engines.drawing.scenes.scene import Item, Line, Part, Scene

RINGS = (
    Part(id="inner", title="They know everything"),
    Part(id="middle", title="They know some of it"),
    Part(id="outer", title="They do not know yet"),
)
LINE_TITLES = {"strong": "Strong", "weak": "Weak", "choppy": "Hard at times"}
LONG_NAME = "Konstantina Papadopoulou-Featherstonehaugh of the Tidewater"
RTL_NAME = "نور الهدى بنت عبد الرحمن"

PEOPLE = (
    Item("anneanne", "person", "Anneanne", words="makes me soup", part="inner", farness=20, turn=274),
    Item("hana", "person", "Hana", words="my sister", part="inner", farness=25, turn=48),
    Item("mum", "person", "Mum", part="middle", farness=12, turn=208),
    Item("dad", "person", "Dad", words="every second Sunday", part="middle", farness=48, turn=92, ghost_part="outer"),
    Item("lina", "person", "Lina", words="swim coach", part="middle", farness=35, turn=132),
    Item("pickle", "pet", "Pickle", words="the dog", part="inner", farness=70, turn=244),
    Item("school", "place", "School", words="too loud", part="middle", farness=85, turn=304),
    Item("nan", "person", "Nan Comfort", part="outer", farness=95, turn=58, state="not_met"),
)
LINES = (
    Line("1", "anneanne", ("strong",), towards="a"),
    Line("2", "hana", ("strong",)),
    Line("3", "mum", ("strong", "choppy"), towards="both"),
    Line("4", "dad", ("weak",)),
    Line("5", "lina", ("strong",)),
    Line("6", "pickle", ("strong",)),
    Line("7", "school", ("choppy",)),
    Line("8", "mum", ("weak",), a="lina"),
)
FIRST_NAMES = ("Abena", "Bibi", "Comfort", "Dede", "Eli", "Feld", "Grace", "Hana", "Ines", "Jo", "Kofi", "Lina")
KINDS = ("person", "person", "person", "place", "service", "group", "pet")


def ecomap(look: str = "island") -> Scene:
    """Noor's people, each where a hand has put them."""
    return Scene("ecomap", "My island", "Noor", items=PEOPLE, lines=LINES, look=look, line_titles=LINE_TITLES)


def rings() -> Scene:
    """Noor's safety circles; the workers had put Dad in the outer ring."""
    items = tuple(replace(item, turn=None) for item in PEOPLE[:5] + PEOPLE[7:])
    return Scene("rings", "Who knows what is going on?", "Noor", parts=RINGS, items=items)


def supporters() -> Scene:
    """Four kinds of supporters."""
    parts = (
        Part(id="emotional", title="There when I am sad"),
        Part(id="practical", title="They help me do things"),
        Part(id="fair_weather", title="There in good times", hint="not always in bad ones"),
        Part(id="fake", title="Say they help, but do not"),
    )
    where = ("emotional", "emotional", "practical", "practical", "practical", "emotional", "fair_weather", "fake")
    items = tuple(replace(item, part=part, turn=None) for item, part in zip(PEOPLE, where, strict=True))
    return Scene("supporters", "Who helps me", "Noor", parts=parts, items=items)


def community() -> Scene:
    """Noor in the middle of her town."""
    parts = (
        Part(id="home", title="Home and street"),
        Part(id="school", title="School"),
        Part(id="faith", title="Faith and culture"),
        Part(id="services", title="Services"),
        Part(id="groups", title="Groups and clubs"),
    )
    items = (
        Item("feld", "person", "Mr Feld", words="next door", part="home"),
        Item("shop", "place", "Corner shop", part="home"),
        Item("school", "place", "Saltmere Academy", words="too loud", part="school"),
        Item("pellew", "person", "Miss Pellew", words="read with me", part="school"),
        Item("mosque", "place", "The mosque", part="faith"),
        Item("choir", "group", "Harbour choir", words="not met yet", part="faith", state="not_met"),
        Item("gp", "service", "Doctor", part="services"),
        Item("swim", "group", "Swim club", words="Lina is the coach", part="groups"),
        Item("pickle", "pet", "Pickle", words="the dog", part="home"),
    )
    return Scene("community", "My town", "Noor", parts=parts, items=items)


def crowd(scene: Scene, count: int) -> Scene:
    """The scene with so many invented people and things whom nobody has moved yet, names long and short."""
    parts = [part.id for part in scene.parts] or [""]
    items = tuple(
        Item(
            f"p{number}",
            KINDS[number % len(KINDS)],
            _name(number),
            words=("", "from the boat club", "next door, biscuits")[number % 3],
            part=parts[number * 7 % len(parts)],
            farness=number * 37 % 101,
        )
        for number in range(count)
    )
    lines = tuple(
        Line(f"l{number}", item.id, (("strong", "weak", "choppy")[number % 3],))
        for number, item in enumerate(items[: count // 2])
    )
    return replace(scene, items=items, lines=lines if scene.kind == "ecomap" else ())


def _name(number: int) -> str:
    if number % 20 == 9:
        return LONG_NAME
    if number % 20 == 13:
        return RTL_NAME
    if number % 20 == 17:
        return ""
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]}{'' if number < 12 else f' {number}'}"


EVERY = (ecomap(), rings(), supporters(), community())
