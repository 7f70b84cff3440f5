"""Which homes are drawn on a day, around whom, and what is written in them; before anybody knows any height."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.engines.drawing.dating import is_current
from kith.engines.drawing.network import Household, Membership, Network
from kith.engines.drawing.picture import Layout, Size
from kith.engines.drawing.symbols.facts import name_of
from kith.engines.drawing.symbols.wrapping import wrap

LIVES_HERE = "lives_here"
NAME_SIZE, NAME_LINE = 13.0, 17.0
_LEAST_WIDTH = 104.0  # a name is wrapped no narrower than this


@dataclass(frozen=True, slots=True)
class PlannedHome:
    """One home that will be drawn: who lives in it, its look in the sheet, its words, and over whom they stand."""

    household: str
    kind: str
    members: tuple[str, ...]
    name: tuple[str, ...]
    host: tuple[str, ...]  # the run of members under whom the name is written


def plan_homes(network: Network, layout: Layout, sizes: Mapping[str, Size], on: date | None) -> list[PlannedHome]:
    """The homes in which somebody lives on that day: the child's own and other places, and those of two or more.

    >>> from kith.engines.drawing.network import Person
    >>> from kith.engines.drawing.picture import Place
    >>> home = Household(id="h", name="14 Quay Row", members=(Membership(person="ann"), Membership(person="bo")))
    >>> two = Network(persons=(Person(id="ann"), Person(id="bo")), households=(home,))
    >>> standing = Layout({"ann": Place(0, 0), "bo": Place(0, 120)}, {})
    >>> plan_homes(two, standing, dict.fromkeys(standing.places, Size(90, 80)), None)[0].name
    ('14 Quay Row',)
    """
    drawn = {person.id for person in network.persons}
    planned = []
    for home in network.households:
        stays = [stay for stay in home.members if stay.person in drawn and is_current(stay, on)]
        members = tuple(dict.fromkeys(stay.person for stay in stays if stay.kind == LIVES_HERE))
        kind = _kind(stays, network.about)
        if members and (len(members) > 1 or kind != "other_home"):
            host = max(runs_of(members, layout), key=lambda run: (layout.places[run[0]].row, len(run)))
            name = _name(home, stays, network, _width(host, layout, sizes))
            planned.append(PlannedHome(home.id, kind, members, name, host))
    return planned


def with_room_for_names(homes: Sequence[PlannedHome], layout: Layout, sizes: Mapping[str, Size]) -> Mapping[str, Size]:
    """The same rooms, deeper where the name of a home is to stand below the words of a row.

    >>> from kith.engines.drawing.picture import Place
    >>> home = PlannedHome("h", "home", ("ann",), ("14 Quay Row",), ("ann",))
    >>> with_room_for_names([home], Layout({"ann": Place(0, 0)}, {}), {"ann": Size(90, 80)})
    {'ann': Size(w=90, h=101.0)}
    """
    deep = dict(sizes)
    for home in homes:
        row = layout.places[home.host[0]].row
        deepest = max(sizes[person].h for person, place in layout.places.items() if place.row == row)
        for person in home.host:
            deep[person] = Size(sizes[person].w, max(deep[person].h, deepest + name_height(home)))
    return deep


def name_height(home: PlannedHome) -> float:
    """How much room the name takes under the words of its row."""
    return NAME_LINE * len(home.name) + 4 if home.name else 0.0


def runs_of(members: Sequence[str], layout: Layout) -> list[tuple[str, ...]]:
    """Members who stand side by side with nobody else between them, top down and from left to right."""
    ordered = sorted(layout.places, key=lambda person: layout.places[person])
    return list(_runs(ordered, frozenset(members), layout))


def _runs(ordered: Sequence[str], members: frozenset[str], layout: Layout) -> Iterator[tuple[str, ...]]:
    run: list[str] = []
    for person in ordered:
        is_next = bool(run) and layout.places[person].row == layout.places[run[-1]].row
        if run and (person not in members or not is_next):
            yield tuple(run)
            run = []
        if person in members:
            run.append(person)
    if run:
        yield tuple(run)


def _kind(stays: Sequence[Membership], centre: str) -> str:
    """What the home is to the child at the centre."""
    own = {stay.kind for stay in stays if stay.person == centre}
    if LIVES_HERE in own:
        return "home"
    return next((kind for kind in ("second_home", "relatives_home") if kind in own), "other_home")


def _width(host: Sequence[str], layout: Layout, sizes: Mapping[str, Size]) -> float:
    first, last = host[0], host[-1]
    across = layout.places[last].x - layout.places[first].x
    return max(_LEAST_WIDTH, across + (sizes[first].w + sizes[last].w) / 2)


def _name(home: Household, stays: Sequence[Membership], network: Network, width: float) -> tuple[str, ...]:
    """What the home is called and since when, and who is there only some of the time."""
    place = home.name or (home.address.lines.splitlines()[0] if home.address and home.address.lines.strip() else "")
    years = {stay.since.year if stay.since else None for stay in stays if stay.kind == LIVES_HERE}
    since = next(iter(years)) if len(years) == 1 else None
    told = ", ".join(part for part in (place, f"since {since}" if since else "") if part)
    names = {person.id: name_of(person) for person in network.persons}
    guests = [names[stay.person] for stay in stays if stay.kind == "second_home"]
    also = f"{' and '.join(guests)} at times" if guests else ""
    return tuple(line for text in (told, also) if text for line in wrap(text, width=width, size=NAME_SIZE, bold=True))
