"""From a network to a finished drawing: words, room, places, lines, key and sentences."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kith.engines.drawing.framing import framed
from kith.engines.drawing.layout import Spacing, Wishes, layout
from kith.engines.drawing.network import Network, Person
from kith.engines.drawing.output.key import key_of
from kith.engines.drawing.output.key_panel import least_width
from kith.engines.drawing.output.phrases import say
from kith.engines.drawing.output.text import sentences
from kith.engines.drawing.picture import Drawing, Symbol
from kith.engines.drawing.routing import route
from kith.engines.drawing.symbols import SymbolSheet, load_sheet, move, room_of, symbol_of
from kith.engines.drawing.symbols.facts import name_of, year_of

_GENERATIONS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_NONE = Wishes()
_CAME_BY = {"adopted": "adopted", "foster": "fostered"}


def draw(
    network: Network,
    *,
    about: str = "",
    on: date | None = None,
    kin: Mapping[str, str] | None = None,
    sheet: str = "mcgoldrick",
    wishes: Wishes = _NONE,
) -> Drawing:
    """Draw everybody in the network; raises CannotDraw or CannotReadSheet, each in one sentence.

    `about` is the child at the centre (else the network's own), `on` the day on which ages are told, `kin` who
    somebody is to that child ("Mum", "aunt"), `wishes` how long to search and which earlier drawing to keep. The
    same network and wishes always give the same drawing, in pixels at 100 %.

    >>> from kith.engines.drawing.network import Name
    >>> family = Network(persons=(Person(id="n", names=(Name(text="Noor"),)),))
    >>> draw(family, about="n").title
    "Noor's family"
    """
    family = replace(network, about=about or network.about)
    signs = load_sheet(sheet)
    spacing = Spacing(symbol=signs.sizes.symbol)
    symbols = _symbols(family, signs, on, kin or {})
    sizes = {person: room_of(symbol) for person, symbol in symbols.items()}
    standing = layout(family, sizes, style=spacing, wishes=wishes)
    routes = route(family, standing, sizes=sizes, spacing=spacing)
    centre = _centre(family)
    key = key_of(symbols.values(), routes.lines, sheet=signs, centre=name_of(centre) if centre else "", on=on)
    placed = (
        move(symbol, standing.places[person].x, routes.row_y(standing.places[person].row))
        for person, symbol in symbols.items()
    )
    picture = framed(
        placed, routes.lines, routes.marks, routes.hangs, margin=spacing.margin, least_width=least_width(key)
    )
    return Drawing(
        title=_title(family, centre),
        description=_description(family, len({place.row for place in standing.places.values()})),
        width=picture.size.w,
        height=picture.size.h,
        symbols=picture.symbols,
        lines=picture.lines,
        marks=picture.marks,
        hangs=picture.hangs,
        key=key,
        sentences=sentences(family, on=on, kin=kin),
        is_finished=standing.is_finished,
        certificate=standing.certificate,
        sheet=sheet,
    )


def _symbols(family: Network, sheet: SymbolSheet, on: date | None, kin: Mapping[str, str]) -> dict[str, Symbol]:
    entries = _entries(family)
    names = {person.id: kin.get(person.id) or name_of(person) for person in family.persons}
    return {
        person.id: symbol_of(
            person,
            sheet=sheet,
            on=on,
            is_index=person.id == family.about,
            kin=kin.get(person.id, ""),
            teller=_teller(person, names),
            also=entries[person.id],
        )
        for person in family.persons
    }


def _entries(family: Network) -> Mapping[str, Sequence[str]]:
    """How and when somebody came into a family other than by birth: "adopted 2023"."""
    entries: dict[str, list[str]] = defaultdict(list)
    for union in family.unions:
        for link in union.children:
            if link.kind in _CAME_BY and link.since is not None:
                entries[link.child].append(f"{_CAME_BY[link.kind]} {year_of(link.since)}")
    return entries


def _teller(person: Person, names: Mapping[str, str]) -> str:
    told_by = person.account.told_by if person.account else ""
    return names.get(told_by, told_by)


def _centre(family: Network) -> Person | None:
    return next((person for person in family.persons if person.id == family.about), None)


def _title(family: Network, centre: Person | None) -> str:
    return f"{name_of(centre)}'s family" if centre else family.name or "A family"


def _description(family: Network, rows: int) -> str:
    """One sentence for those who hear the picture before they choose the list beside it."""
    count = len(family.persons)
    if not count:
        return say("opening.nobody")
    people = "one person" if count == 1 else f"{count:,} people"
    generations = _GENERATIONS[rows] if rows < len(_GENERATIONS) else str(rows)
    return f"{generations} generation{'' if rows == 1 else 's'}, {people}."
