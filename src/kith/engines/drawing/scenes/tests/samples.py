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


def mobility() -> Scene:
    """Noor's homes in order, and who was there."""
    homes = (
        Item("harrow", "home", "Harrow Lane", period="born here, 0 to 2"),
        Item("anneannes", "home", "Anneanne's", period="2 to 4"),
        Item("refuge", "home", "Refuge", period="4, eight months"),
        Item("marsh", "home", "Marsh Street", period="5 to 7"),
        Item("foster", "home", "Foster home", period="7, one summer"),
        Item("quay", "home", "14 Quay Row", period="7 to now", is_now=True),
    )
    people = (
        Item("dede", "person", "Dede Yusuf", words="sang to me", at="harrow", state="has_died"),
        Item("anneanne", "person", "Anneanne", words="still cooks", at="anneannes", might_again=True),
        Item("bibi", "person", "Bibi Tariq", words="next door, biscuits", at="anneannes", might_again=True),
        Item("jo", "person", "Jo", words="let me paint", at="refuge"),
        Item("pellew", "person", "Miss Pellew", words="read with me", at="marsh", might_again=True),
        Item("sue", "group", "Sue and Mal", words="the garden, hens", at="foster", might_again=True),
        Item("lina", "person", "Lina", words="swimming", at="quay"),
        Item("hana", "person", "Hana", at="quay"),
        Item("pickle", "pet", "Pickle", at="quay"),
    )
    return Scene("mobility", "Where I have lived, and who was there for me", "Noor", items=(*homes, *people))


TREE = (
    Part(id="leaves", title="Leaves", hint="my people"),
    Part(id="fruits", title="Fruit", hint="gifts I got"),
    Part(id="branches", title="Branches", hint="hopes"),
    Part(id="trunk", title="Trunk", hint="what I am good at"),
    Part(id="ground", title="Ground", hint="my days"),
    Part(id="roots", title="Roots", hint="where I come from"),
    Part(id="seeds", title="Seeds", hint="what I want to give"),
)


def tree_of_life() -> Scene:
    """Noor's tree."""
    leaves = tuple(
        Item(name, "person", name, part="leaves", state="has_died" if name == "Dede Yusuf" else "sure")
        for name in ("Anneanne", "Hana", "Mum", "Lina", "Dad", "Aunt Abena", "Dede Yusuf")
    )
    words = (
        ("cooking", "fruits", "from Anneanne"),
        ("swimming", "fruits", "from Lina"),
        ("jokes", "fruits", ""),
        ("swim for the county", "branches", ""),
        ("I am brave in water", "trunk", ""),
        ("I notice things", "trunk", ""),
        ("Saltmere Academy", "ground", ""),
        ("the pool", "ground", ""),
        ("Pickle the dog", "ground", ""),
        ("Izmir", "roots", ""),
        ("Eastmarch", "roots", ""),
        ("Kumasi", "roots", ""),
        ("two languages", "roots", ""),
        ("teach Eli to float", "seeds", ""),
    )
    things = tuple(Item(name, "words", name, part=part, words=more) for name, part, more in words)
    nan = Item("nan", "person", "Nan Comfort", part="leaves", state="not_met")
    return Scene("tree_of_life", "My tree", "Noor", parts=TREE, items=(*leaves, nan, *things))


SIDES = (Part(id="mum", title="Mum's side"), Part(id="both", title=""), Part(id="dad", title="Dad's side"))


def family_tree() -> Scene:
    """Noor's family, with two who are not known yet."""
    rows = (
        ("Hana", "both", 0, "sure", "my sister"),
        ("Eli", "dad", 0, "sure", "my little brother"),
        ("Mum", "mum", 1, "sure", "Derya"),
        ("Dad", "dad", 1, "sure", "Kwabena"),
        ("Aunt Abena", "dad", 1, "sure", ""),
        ("Anneanne", "mum", 2, "sure", "Emine"),
        ("Dede Yusuf", "mum", 2, "has_died", ""),
        ("Nan Comfort", "dad", 2, "not_met", ""),
        ("", "dad", 2, "blank", ""),
        ("", "mum", 3, "blank", ""),
    )
    items = tuple(
        Item(f"f{number}", "person", name, part=part, farness=step, state=state, words=words)  # type: ignore[arg-type]
        for number, (name, part, step, state, words) in enumerate(rows)
    )
    return Scene("family_tree", "My family", "Noor", parts=SIDES, items=items)


def genogram() -> Scene:
    """Noor's family as Noor sees it, with what two of them say of themselves."""
    people = (
        Item("mum", "person", "Mum", shape="circle"),
        Item("dad", "person", "Dad", shape="square"),
        Item("hana", "person", "Hana", "my sister", shape="circle"),
        Item("eli", "person", "Eli", shape="square"),
        Item("grace", "person", "Grace", "Eli's mum", shape="circle"),
        Item("anneanne", "person", "Anneanne", shape="circle"),
        Item("dede", "person", "Dede Yusuf", shape="square", state="has_died"),
        Item("nan", "person", "Nan Comfort", shape="circle", state="not_met"),
        Item("sue", "person", "Sue", "I lived with her", shape="circle"),
        Item("pickle", "pet", "Pickle"),
        Item("w1", "words", "We pray on Fridays", part="faith", at="mum"),
        Item("w2", "words", "I speak two languages at home and one at school", part="culture"),
    )
    pairs = (
        *(("", "mum"), ("", "dad"), ("hana", "mum"), ("hana", "dad"), ("eli", "dad"), ("eli", "grace")),
        *(("mum", "anneanne"), ("mum", "dede"), ("dad", "nan")),
    )
    parents = tuple(Line(f"p{number}", b, ("parent",), a) for number, (a, b) in enumerate(pairs))
    others = (
        Line("c1", "dad", ("parted", "choppy"), "mum"),
        Line("c2", "grace", ("couple",), "dad"),
        Line("k1", "sue", ("carer",)),
        Line("f1", "anneanne", ("strong",)),
    )
    themes = (Part("faith", "Faith"), Part("culture", "How we do things"))
    titles = {
        "parent": "Child and parent",
        "carer": "Child and carer",
        "couple": "A couple",
        "parted": "Once a couple",
    }
    return Scene(
        "genogram", "My family", "Noor", parts=themes, items=people, lines=(*parents, *others), line_titles=titles,
        shape="circle",
    )  # fmt: skip


def homes(count: int, people: int = 2) -> Scene:
    """So many homes, each with so many people."""
    rows = [Item(f"h{n}", "home", _name(n), period=f"{n} to {n + 1}", is_now=n == count - 1) for n in range(count)]
    rows += [
        Item(f"p{n}-{m}", "person", _name(n + 7 * m), at=f"h{n}", words="kind", might_again=m == 0)
        for n in range(count)
        for m in range((n + people) % (people + 1))
    ]
    return Scene("mobility", "Where I have lived", "Noor", items=tuple(rows))


def crowd(scene: Scene, count: int) -> Scene:
    """The scene with so many invented people and things whom nobody has moved yet, names long and short."""
    parts = [part.id for part in scene.parts] or [""]
    homes = [item.id for item in scene.items if item.kind == "home"]
    items = tuple(
        Item(
            f"p{number}",
            KINDS[number % len(KINDS)],
            _name(number),
            words=("", "from the boat club", "next door, biscuits")[number % 3],
            part=parts[number * 7 % len(parts)],
            farness=number * 37 % 101 if scene.kind != "family_tree" else number % 4,
            at=homes[number % len(homes)] if homes else "",
        )
        for number in range(count)
    )
    items = (*(item for item in scene.items if item.kind == "home" and count), *items)
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


EVERY = (ecomap(), rings(), supporters(), community(), mobility(), tree_of_life(), family_tree(), genogram())
