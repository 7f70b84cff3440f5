"""People drawn twice because somebody asked: in their own family, and again beside those they had children with.

A loop of marriages within a family is then cut open. The copy is nobody new: it carries the same number as the symbol
it is a copy of, a dashed curve joins the two, and words and counts know of one person alone.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from kith.engines.drawing.layout import CannotDraw, again
from kith.engines.drawing.network import Name, Network, Person, Relation, Union
from kith.engines.drawing.picture import Drawing

LINK = "drawn_twice"


def with_copies(network: Network, twice: Collection[str]) -> Network:
    """The same family with the copies in it; raises CannotDraw where somebody has only one place to stand.

    Whoever has parents in it is copied to all their partners; whoever has none, to all partners but the first.

    >>> from kith.engines.drawing.network import ChildLink
    >>> people = tuple(Person(id=name) for name in ("mum", "zoe", "jo"))
    >>> unions = (Union(id="u", partners=("mum",), children=(ChildLink(child="zoe"),)),
    ...           Union(id="v", partners=("zoe", "jo")))
    >>> found = with_copies(Network(persons=people, unions=unions), ["zoe"])
    >>> found.unions[1].partners == (again("zoe"), "jo"), [person.fact for person in found.persons]
    (True, ['', 'drawn twice (1)', '', 'drawn twice (1)'])
    """
    marked: dict[str, str] = {}
    for number, person in enumerate(twice, 1):
        network = replace(network, unions=_moved(network, person))
        marked[person] = f"drawn twice ({number})"
    persons = tuple(_marked(person, marked) for person in network.persons)
    copies = tuple(_copy(person) for person in persons if person.id in marked)
    return replace(network, persons=(*persons, *copies))


def links_of(twice: Collection[str]) -> tuple[Relation, ...]:
    """The curves that join each two symbols of one person."""
    return tuple(Relation(a=person, b=again(person), kind=LINK) for person in twice)


def for_copies(told: Mapping[str, str], twice: Collection[str]) -> dict[str, str]:
    """What is told of people, for their copies as well."""
    return {**told, **{again(person): told[person] for person in twice if person in told}}


def as_one(drawing: Drawing, twice: Collection[str]) -> Drawing:
    """The finished drawing, in which a copy goes by the id of whom it is a copy of."""
    own = {again(person): person for person in twice}
    return replace(
        drawing,
        symbols=tuple(replace(symbol, person=own.get(symbol.person, symbol.person)) for symbol in drawing.symbols),
        curves=tuple(
            replace(curve, a=own.get(curve.a, curve.a), b=own.get(curve.b, curve.b)) for curve in drawing.curves
        ),
    )


def _marked(person: Person, marked: Mapping[str, str]) -> Person:
    says = ", ".join(part for part in (person.fact, marked.get(person.id, "")) if part)
    return replace(person, fact=says)


def _copy(person: Person) -> Person:
    """Without a name somebody goes by their id, and so does their copy."""
    names = person.names or (Name(text=person.id),)
    return replace(person, id=again(person.id), names=() if person.unknown else names)


def _moved(network: Network, person: str) -> tuple[Union, ...]:
    """The unions, with the copy in place of the person where they are no child and not in their first couple."""
    if all(person != known.id for known in network.persons):
        raise CannotDraw(f"Nobody in this family has the id “{person}”, so they cannot be drawn twice.")
    places = list(_places(network, person))
    if not places:
        raise CannotDraw(f"“{person}” has only one place in this family: leave them out of those drawn twice.")
    return tuple(_with_copy(union, person) if union.id in places else union for union in network.unions)


def _places(network: Network, person: str) -> Iterator[str]:
    """The unions that the copy goes to."""
    founded = [union.id for union in network.unions if person in union.partners]
    is_child = any(link.child == person for union in network.unions for link in union.children)
    yield from founded if is_child else founded[1:]


def _with_copy(union: Union, person: str) -> Union:
    return replace(union, partners=tuple(again(one) if one == person else one for one in union.partners))
