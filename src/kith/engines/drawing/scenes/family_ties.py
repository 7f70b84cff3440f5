"""The family that the lines of a genogram tell of, as a network that can be laid out in generations."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union
from kith.engines.drawing.scenes.scene import Line, Scene
from kith.engines.drawing.symbols.shapes import shape_of
from kith.engines.drawing.symbols.sheet import load_sheet

PARENT, CHILD, CARER, COUPLE, PARTED = "parent", "child", "carer", "couple", "parted"
FAMILY_TIES = (PARENT, CHILD, CARER, COUPLE, PARTED)
LINKS = {PARENT: "birth", CARER: "step"}
STATUSES = {COUPLE: "together", PARTED: "separated"}
SHAPES = ("circle", "square", "hexagon", "triangle")
MIDDLE = "@middle"  # whose genogram it is; no item is called so
MOST_PARTNERS = 2


def family_of(scene: Scene) -> Network:
    """Everybody of a genogram and the couples and children that its lines tell of: of a child and its parent, say.

    >>> from kith.engines.drawing.scenes.scene import Item
    >>> items = (Item("m", "person", "Mum"), Item("d", "person", "Dad"))
    >>> lines = (Line("1", "m", ("parent",)), Line("2", "d", ("parent",)))
    >>> (union,) = family_of(Scene("genogram", "", "Noor", items=items, lines=lines)).unions
    >>> union.partners, [link.child for link in union.children]
    (('m', 'd'), ['@middle'])
    """
    people = (MIDDLE, *(item.id for item in scene.items if item.kind != "words"))
    ties = [line for line in scene.lines if (line.a or MIDDLE) in people and line.b in people]
    return Network(about=MIDDLE, persons=tuple(Person(id=one) for one in people), unions=tuple(_unions(ties, people)))


def shape_for(person: Person) -> str:
    """The shape of somebody of the network, by the gender they live in; empty where nobody can say.

    >>> shape_for(Person(id="p", gender="girl")), shape_for(Person(id="p"))
    ('circle', '')
    """
    shape = shape_of(person, load_sheet())
    return shape if shape in SHAPES else ""


def feelings_of(line: Line) -> tuple[str, ...]:
    """What a line of a genogram says beside kinship."""
    return tuple(kind for kind in line.kinds if kind not in FAMILY_TIES)


def _unions(ties: Sequence[Line], people: Sequence[str]) -> Iterator[Union]:
    """One for each couple, and for each one or two from whom somebody comes or who bring them up."""
    statuses = {
        _in_order((line.a or MIDDLE, line.b), people): kind for line in ties for kind in line.kinds if kind in STATUSES
    }
    children: dict[tuple[str, ...], list[ChildLink]] = {pair: [] for pair in statuses}
    for (kind, child), parents in _parents(ties).items():
        ordered = _in_order(parents, people)
        for first in range(0, len(ordered), MOST_PARTNERS):
            link = ChildLink(child=child, kind=LINKS[kind])
            children.setdefault(ordered[first : first + MOST_PARTNERS], []).append(link)
    for number, (partners, links) in enumerate(children.items()):
        status = statuses.get(partners)
        told = (Status(kind=STATUSES[status]),) if status else ()
        yield Union(id=f"u{number}", partners=partners, statuses=told, children=tuple(links))


def _parents(ties: Sequence[Line]) -> Mapping[tuple[str, str], list[str]]:
    """Of each kind and each child their parents; a line that would put somebody above themselves is told, not drawn."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    above: dict[str, list[str]] = defaultdict(list)
    for kind, child, parent in _descents(ties):
        if not _is_above(above, child, parent):
            above[child].append(parent)
            found[kind, child].append(parent)
    return found


def _descents(ties: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    for line in ties:
        a, b = line.a or MIDDLE, line.b
        yield from ((kind, a, b) for kind in line.kinds if kind in LINKS)
        if CHILD in line.kinds:
            yield PARENT, b, a


def _is_above(above: Mapping[str, list[str]], somebody: str, start: str) -> bool:
    """Whether somebody is at the start, or anywhere above it."""
    return somebody == start or any(_is_above(above, somebody, parent) for parent in above.get(start, ()))


def _in_order(some: Sequence[str], people: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(some, key=people.index))
