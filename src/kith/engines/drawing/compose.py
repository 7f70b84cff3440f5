"""From a network to a finished drawing: words, room, places, lines, homes, feelings, key and sentences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kith.engines.drawing.copies import as_one, for_copies, links_of, with_copies
from kith.engines.drawing.framing import framed
from kith.engines.drawing.layers import EVERYTHING_TOLD, Layers
from kith.engines.drawing.layout import Spacing, Wishes, again, layout
from kith.engines.drawing.network import ChildLink, Network, Person, Relation
from kith.engines.drawing.output.culture_sentences import culture_sentences
from kith.engines.drawing.output.key import key_of
from kith.engines.drawing.output.key_panel import least_width
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import say
from kith.engines.drawing.output.text import sentences
from kith.engines.drawing.output.tie_sentences import tie_sentence
from kith.engines.drawing.picture import Culture, Curve, Drawing, Layout, Symbol
from kith.engines.drawing.routing import Routes, route
from kith.engines.drawing.routing.feelings import chosen, join
from kith.engines.drawing.routing.ground import Ground
from kith.engines.drawing.routing.homes import plan_homes, surround, with_room_for_names
from kith.engines.drawing.symbols import SymbolSheet, move, room_of, sheet_of, symbol_of
from kith.engines.drawing.symbols.cultures import MOST_IN_A_SYMBOL, cultures_of
from kith.engines.drawing.symbols.facts import name_of

_GENERATIONS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_NONE = Wishes()


def draw(
    network: Network,
    *,
    about: str = "",
    on: date | None = None,
    kin: Mapping[str, str] | None = None,
    sheet: str | SymbolSheet = "mcgoldrick",
    layers: Layers = EVERYTHING_TOLD,
    wishes: Wishes = _NONE,
) -> Drawing:
    """Draw everybody in the network; raises CannotDraw or CannotReadSheet, each in one sentence.

    `about` is the child at the centre (else the network's own), `on` the day on which ages are told and homes and
    feelings hold, `kin` who somebody is to that child ("Mum", "aunt"), `layers` what is drawn beside people and
    family lines, `wishes` how long to search and which earlier drawing to keep. The same network and wishes always
    give the same drawing, in pixels at 100 %.

    >>> from kith.engines.drawing.network import Name
    >>> family = Network(persons=(Person(id="n", names=(Name(text="Noor"),)),))
    >>> draw(family, about="n").title
    'Noor’s family'
    """
    signs, kin = sheet_of(sheet), kin or {}
    family = wanted(replace(network, about=about or network.about), layers, signs)
    naming, centre = Naming(family, kin), _centre(family)
    come_from = cultures_of({person.id: layers.cultures.get(person.id, ()) for person in family.persons})
    drawing = replace(
        _drawn(family, signs, on, kin, layers, wishes),
        title=_title(family, centre),
        sentences=(*sentences(family, on=on, kin=kin), *culture_sentences(come_from, naming)),
        sheet=sheet,
    )
    drawing = _with_cultures(_with_words(drawing, family.relations, naming, on), come_from)
    key = key_of(drawing, sheet=signs, centre=name_of(centre) if centre else "", on=on)
    return framed(replace(drawing, key=key), margin=Spacing().margin, least_width=least_width(key))


def _drawn(
    family: Network, sheet: SymbolSheet, on: date | None, kin: Mapping[str, str], layers: Layers, wishes: Wishes
) -> Drawing:
    """Everybody in their place, and whoever is drawn twice in both of theirs."""
    doubled = with_copies(family, wishes.twice)
    doubled = replace(doubled, relations=(*doubled.relations, *links_of(wishes.twice)))
    symbols = _symbols(doubled, sheet, on, for_copies(kin, wishes.twice), layers)
    return as_one(_arranged(doubled, symbols, sheet, on, wishes), wishes.twice)


def _arranged(
    family: Network, symbols: Mapping[str, Symbol], sheet: SymbolSheet, on: date | None, wishes: Wishes
) -> Drawing:
    """Everybody and everything in its place, without words about the whole."""
    spacing = Spacing(symbol=sheet.sizes.symbol)
    sizes = {person: room_of(symbol) for person, symbol in symbols.items()}
    standing = layout(family, sizes, style=spacing, wishes=wishes)
    homes = plan_homes(family, standing, sizes, on)
    rooms = with_room_for_names(homes, standing, sizes)
    routes = route(family, standing, sizes=rooms, spacing=spacing, sheet=sheet)
    placed = _placed(symbols, standing, routes)
    ground = Ground(placed, routes.lines, routes.marks, rooms)
    hulls = surround(homes, standing, ground)
    return Drawing(
        title="",
        description=_description(len(family.persons) - len(wishes.twice), len(ground.rows)),
        width=0,
        height=0,
        symbols=placed,
        lines=routes.lines,
        marks=routes.marks,
        hulls=hulls,
        curves=join(family.relations, ground, sheet=sheet, on=on, hulls=hulls),
        hangs=routes.hangs,
        is_finished=standing.is_finished,
        certificate=standing.certificate,
    )


def _with_words(drawing: Drawing, relations: Iterable[Relation], naming: Naming, on: date | None) -> Drawing:
    """Every curve described by the sentence of its tie."""
    told = {(tie.a, tie.b, tie.kind): tie for tie in reversed(tuple(relations))}
    curves = (
        replace(curve, described=tie_sentence(told.get((curve.a, curve.b, curve.kind)) or _link(curve), naming, on))
        for curve in drawing.curves
    )
    return replace(drawing, curves=tuple(curves))


def _link(curve: Curve) -> Relation:
    return Relation(a=curve.a, b=curve.b, kind=curve.kind)


def _with_cultures(drawing: Drawing, come_from: Mapping[str, tuple[Culture, ...]]) -> Drawing:
    symbols = (replace(symbol, cultures=come_from[symbol.person][:MOST_IN_A_SYMBOL]) for symbol in drawing.symbols)
    return replace(drawing, symbols=tuple(symbols))


def wanted(family: Network, layers: Layers, sheet: SymbolSheet) -> Network:
    """The family without the layers that are switched off, so that nothing later can tell of them."""
    return replace(
        family,
        relations=chosen(family.relations, layers.feelings, sheet),
        households=family.households if layers.homes else (),
    )


def _symbols(
    family: Network, sheet: SymbolSheet, on: date | None, kin: Mapping[str, str], layers: Layers
) -> dict[str, Symbol]:
    links = _links(family)
    signs = sheet if layers.birth_sex else replace(sheet, birth_sex={})
    names = {person.id: kin.get(person.id) or name_of(person) for person in family.persons}
    return {
        person.id: symbol_of(
            person,
            sheet=signs,
            on=on,
            is_index=person.id in (family.about, again(family.about)),
            kin=kin.get(person.id, ""),
            teller=_teller(person, names),
            links=links[person.id],
        )
        for person in family.persons
    }


def _placed(symbols: Mapping[str, Symbol], standing: Layout, routes: Routes) -> tuple[Symbol, ...]:
    return tuple(
        move(symbol, standing.places[person].x, routes.row_y(standing.places[person].row))
        for person, symbol in symbols.items()
    )


def _links(family: Network) -> Mapping[str, Sequence[ChildLink]]:
    links: dict[str, list[ChildLink]] = defaultdict(list)
    for union in family.unions:
        for link in union.children:
            links[link.child].append(link)
    return links


def _teller(person: Person, names: Mapping[str, str]) -> str:
    told_by = person.account.told_by if person.account else ""
    return names.get(told_by, told_by)


def _centre(family: Network) -> Person | None:
    return next((person for person in family.persons if person.id == family.about), None)


def _title(family: Network, centre: Person | None) -> str:
    return f"{name_of(centre)}’s family" if centre else family.name or "A family"


def _description(count: int, rows: int) -> str:
    """One sentence for those who hear the picture before they choose the list beside it."""
    if not count:
        return say("opening.nobody")
    people = "one person" if count == 1 else f"{count:,} people"
    generations = _GENERATIONS[rows] if rows < len(_GENERATIONS) else str(rows)
    return f"{generations} generation{'' if rows == 1 else 's'}, {people}."
