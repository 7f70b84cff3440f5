"""What no layout could draw and no family can be: unknown or double ids, one's own partner, one's own ancestor."""

from collections.abc import Iterator, Mapping

from kith.engines.drawing.formats.limits import MOST_PARTNERS, MOST_PEOPLE, MOST_UNIONS
from kith.engines.drawing.formats.plain_text import quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.network import Network, Union

Places = Mapping[tuple[str, str], str]
"""Where a file says that a person (second) belongs to a union (first): "line 214" or a path."""

Origins = dict[str, list[Union]]
"""For each child, the unions that it is a child of."""


def refuse_wrong_ids(network: Network) -> None:
    """Refuse two things of one kind with one id, and ids of nobody; for formats whose places are paths."""
    people = _distinct("persons", [person.id for person in network.persons])
    _distinct("unions", [union.id for union in network.unions])
    _distinct("households", [household.id for household in network.households])
    for place, id in _named_people(network):
        if id not in people:
            raise CannotReadFamily(f'{place} names {quoted(id)}, who is not among "persons"; add that person there.')


def refuse_impossible_kin(network: Network, places: Places) -> None:
    """Refuse somebody who is their own partner, parent or ancestor; `places` says where each belonging is told."""
    called = {person.id: person.called for person in network.persons}
    for union in network.unions:
        _refuse_own_kin(union, called, places)
    found = _circle(_origins(network))
    if found:
        union_id, circle = found
        raise CannotReadFamily(_own_ancestor([called[id] for id in circle], places.get((union_id, circle[0]), "")))


def refuse_too_many(network: Network) -> None:
    counts = (("people", len(network.persons), MOST_PEOPLE), ("unions", len(network.unions), MOST_UNIONS))
    for what, count, most in counts:
        if count > most:
            raise CannotReadFamily(
                f"The file has {count:,} {what} and at most {most:,} can be read; export a smaller part of the family."
            )


def path_places(network: Network) -> Places:
    """Where a JSON file tells each belonging, as a path."""
    places: dict[tuple[str, str], str] = {}
    for number, union in enumerate(network.unions):
        for position, partner in enumerate(union.partners):
            places[union.id, partner] = f"unions[{number}].partners[{position}]"
        for position, link in enumerate(union.children):
            places[union.id, link.child] = f"unions[{number}].children[{position}]"
    return places


def _distinct(what: str, ids: list[str]) -> set[str]:
    seen: set[str] = set()
    for number, id in enumerate(ids):
        if id in seen:
            raise CannotReadFamily(f"{what}[{number}].id is {quoted(id)} again; give each of them an id of its own.")
        seen.add(id)
    return seen


def _named_people(network: Network) -> Iterator[tuple[str, str]]:
    if network.about:
        yield "about", network.about
    for number, union in enumerate(network.unions):
        for position, partner in enumerate(union.partners):
            yield f"unions[{number}].partners[{position}]", partner
        for position, link in enumerate(union.children):
            yield f"unions[{number}].children[{position}]", link.child
    for number, household in enumerate(network.households):
        for position, member in enumerate(household.members):
            yield f"households[{number}].members[{position}]", member.person
    for number, relation in enumerate(network.relations):
        yield f"relations[{number}].a", relation.a
        yield f"relations[{number}].b", relation.b


def _refuse_own_kin(union: Union, called: Mapping[str, str], places: Places) -> None:
    if len(union.partners) > MOST_PARTNERS:
        raise CannotReadFamily(
            f"The union {quoted(union.id)} has {len(union.partners):,} partners and at most {MOST_PARTNERS} can be "
            f"read{_at(places.get((union.id, union.partners[-1]), ''))}; make several unions of it."
        )
    children = {link.child for link in union.children}
    for position, partner in enumerate(union.partners):
        place = places.get((union.id, partner), "")
        if partner in union.partners[:position]:
            raise CannotReadFamily(_own(called[partner], "partner", place))
        if partner in children:
            raise CannotReadFamily(_own(called[partner], "child", place))


def _origins(network: Network) -> Origins:
    origins: Origins = {person.id: [] for person in network.persons}
    for union in network.unions:
        for link in union.children:
            origins[link.child].append(union)
    return origins


def _parents(child: str, origins: Origins) -> Iterator[tuple[str, str]]:
    """The parents, each with the union through which it is one."""
    return ((partner, union.id) for union in origins[child] for partner in union.partners)


def _circle(origins: Origins) -> tuple[str, list[str]] | None:
    """A union and the people of a circle of descent, the first being the union's child; None where all is well."""
    done: set[str] = set()
    for start in origins:
        if start in done:
            continue
        found = _climb(start, origins, done)
        if found:
            return found
    return None


def _climb(start: str, origins: Origins, done: set[str]) -> tuple[str, list[str]] | None:
    """Depth first without recursion, because a line of descent may be thousands of people long."""
    line, on_line = [start], {start}
    waiting = [_parents(start, origins)]
    while waiting:
        parent, union = next(waiting[-1], ("", ""))
        if parent in on_line:
            # Turned so that the child of the union that closes the circle comes first.
            return union, [line[-1], *line[line.index(parent) : -1]]
        if not union:
            waiting.pop()
            on_line.discard(line[-1])
            done.add(line.pop())
        elif parent not in done:
            line.append(parent)
            on_line.add(parent)
            waiting.append(_parents(parent, origins))
    return None


def _own(name: str, what: str, place: str) -> str:
    return f"{quoted(name)} is their own {what}{_at(place)}; correct who belongs to whom there and export again."


def _own_ancestor(names: list[str], place: str) -> str:
    through = f"{quoted(names[1])}" if len(names) > 1 else "themselves"
    more = f" and {len(names) - 2:,} more" if len(names) > 2 else ""
    return (
        f"{quoted(names[0])} is their own ancestor through {through}{more}{_at(place)}; "
        "correct who is whose child there and export again."
    )


def _at(place: str) -> str:
    return f" ({place})" if place else ""
