"""What an item is called, and what is said of it, the same in the picture, in its list twin and to a screen reader."""

from collections.abc import Iterator

from kith.engines.drawing.scenes.scene import Item, Part, Scene

NO_NAME, BLANK = "No name yet", "Who?"
STATE_SAYS = {"not_sure": "not sure", "not_met": "not met yet", "has_died": "has died"}
RINGS = ("inner ring", "middle ring", "outer ring")
CLOSE, FAR = 33, 66  # up to where somebody is close, and from where on far away
HAS_NEARNESS = ("ecomap",)
OLDEST = 3  # generations above the child in a family tree; whoever is older stands there too
GENERATIONS = ("your row", "one row up", "two rows up", "three rows up")
MORE = "\N{HORIZONTAL ELLIPSIS}"


def name_of(item: Item) -> str:
    """What the item is called; nobody is left without words.

    >>> name_of(Item(id="p", kind="person", name=" ")), name_of(Item(id="p", kind="person", name="", state="blank"))
    ('No name yet', 'Who?')
    """
    return " ".join(item.name.split()) or (BLANK if item.state == "blank" else NO_NAME)


def initials_of(item: Item) -> str:
    """At most two letters for a round symbol; a question mark where there is no name.

    >>> [initials_of(Item(id="p", kind="person", name=name)) for name in ("Nan Comfort", "Dad", "")]
    ['NC', 'D', '?']
    """
    words = ([letter for letter in word if letter.isalnum()] for word in item.name.split())
    letters = [word[0] for word in words if word]
    return "".join(letters[:1] + letters[1:][-1:]).upper() or "?"


def facts_of(item: Item) -> Iterator[str]:
    """What is said beneath the name: own words, when, and what is not known or past."""
    yield from (" ".join(fact.split()) for fact in (item.words, item.period) if fact.strip())
    state = STATE_SAYS.get(item.state, "")
    if state and state not in item.words.casefold():
        yield state


def centre_says(scene: Scene) -> str:
    """Who stands in the middle."""
    return " ".join(scene.centre.split()) or "Me"


def part_says(scene: Scene, part_id: str) -> str:
    """What a part is called in a sentence: a ring by its place, everything else by its title; empty for none."""
    ids = [part.id for part in scene.parts]
    if part_id not in ids:
        return ""
    if scene.kind == "rings" and len(ids) == len(RINGS):
        return RINGS[ids.index(part_id)]
    return title_of(scene.parts[ids.index(part_id)])


def title_of(part: Part) -> str:
    return " ".join(part.title.split()) or part.id


def nearness_says(scene: Scene, item: Item) -> str:
    """Close, further away or far away, in pictures in which nearness is felt."""
    if scene.kind not in HAS_NEARNESS:
        return ""
    return "close" if item.farness <= CLOSE else "far away" if item.farness >= FAR else "not close and not far"


def belongs_says(scene: Scene, item: Item) -> str:
    """To which home something belongs, or in a genogram who says it of themselves; empty for neither."""
    other = next((name_of(one) for one in scene.items if one.id == item.at), "")
    if scene.kind == "genogram" and item.kind == "words":
        return f"said by {other or centre_says(scene)}"
    return f"at {other}" if other else ""


def face_says(item: Item) -> str:
    """What a reader who does not see the picture is told of it."""
    return f"with {item.face.says} of them" if item.face else ""


def generation_says(scene: Scene, item: Item) -> str:
    """The row of a family tree, seen from the child."""
    return GENERATIONS[min(max(item.farness, 0), OLDEST)] if scene.kind == "family_tree" else ""


def spoken(scene: Scene, item: Item) -> str:
    """One item in words, for a screen reader and for the list: who, where, and what is said of them.

    >>> from kith.engines.drawing.scenes.scene import Part
    >>> rings = tuple(Part(id=name, title="") for name in ("in", "mid", "out"))
    >>> dad = Item(id="d", kind="person", name="Dad", part="mid", words="every second Sunday")
    >>> spoken(Scene(kind="rings", title="", centre="Noor", parts=rings), dad)
    'Dad, middle ring, every second Sunday'
    """
    where = (part_says(scene, item.part), nearness_says(scene, item), generation_says(scene, item))
    again = ("might be there again",) if item.might_again else ()
    return ", ".join(word for word in (name_of(item), *where, *facts_of(item), *again, face_says(item)) if word)
