"""From a drawn picture to one for somebody: role words for everybody, until a worker says otherwise of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kith.apps.networks.copy_cards import GiveChoices
from kith.apps.networks.copying import child_name
from kith.apps.networks.rules import kin_words
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import first_name_of
from kith.apps.pictures.projections import PictureToGive, PlacedCard
from kith.engines.drawing.network import Person
from kith.engines.drawing.scenes import Item, Line, Made, Scene, State
from kith.kernel.data_files import toml_of

ROLE, NAME, WORDS, OUT = "role", "name", "words", "out"
BLANK = "blank"
SURE: State = "sure"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the picture that may be given: its card, who it is in the network, and its role word, if any."""

    card: PlacedCard
    person: Person | None
    role: str

    @property
    def name(self) -> str:
        """As the picture calls them, or by their first name; nothing where neither may leave."""
        own = self.card.placing.name
        return own or (first_name_of(self.person) if self.person and self.person.names else "")


def things_of(family: FamilyToCopy, picture: PictureToGive) -> tuple[Thing, ...]:
    """Everything on it of which nobody is sealed; of whoever is there is no gap, nor of what belongs to them."""
    people = {person.id: person for person in family.network.persons}
    kin = kin_words(family.network)
    return tuple(
        Thing(card, people.get(card.person), _role(card, kin))
        for card in picture.placed
        if not card.person or card.person in people
    )


def _role(card: PlacedCard, kin: Mapping[str, str]) -> str:
    says = kin.get(card.person, "")
    return f"{says[:1].upper()}{says[1:]}" or things()[card.kind]


def given_scene(family: FamilyToCopy, picture: PictureToGive, choices: GiveChoices) -> Scene:
    """Drawn from what stays alone, under ids that are nobody's."""
    kept = kept_things(family, picture, choices)
    ids = {thing.card.key: f"p{number}" for number, thing in enumerate(kept, 1)} | {"": ""}
    cut = {item.id: item for item in picture.scene.items}
    return replace(
        picture.scene,
        centre=child_name(family.child),
        shape="",
        items=tuple(_item(cut[thing.card.key], thing, choices, ids) for thing in kept),
        lines=tuple(_lines(picture.scene, ids)) if choices.shows_lines else (),
        made=tuple(_by_hand(picture.scene, ids)) if choices.shows_made else (),
    )


def _by_hand(scene: Scene, ids: Mapping[str, str]) -> Iterator[Made]:
    """A ring goes around those who are kept."""
    for number, made in enumerate(scene.made, 1):
        around = tuple(ids[key] for key in made.around if key in ids)
        if around or not made.around:
            yield replace(made, id=f"m{number}", around=around)


def kept_things(family: FamilyToCopy, picture: PictureToGive, choices: GiveChoices) -> tuple[Thing, ...]:
    kept = [thing for thing in things_of(family, picture) if _is_kept(thing, choices)]
    homes = {thing.card.key for thing in kept} | {""}
    return tuple(thing for thing in kept if thing.card.placing.at in homes)


def how_of(thing: Thing, choices: GiveChoices) -> str:
    """What was chosen for it; a word that is not offered is a role word, which says least."""
    chosen = choices.stands.get(thing.card.key, ROLE)
    return chosen if chosen in (NAME, WORDS, OUT, *roles()) else ROLE


def _is_kept(thing: Thing, choices: GiveChoices) -> bool:
    """A child's own words on a picture have no role: they are there as they are, or not."""
    how = how_of(thing, choices)
    return how != OUT and bool(thing.role or how in (NAME, WORDS) or thing.card.placing.state == BLANK)


def _item(item: Item, thing: Thing, choices: GiveChoices, ids: Mapping[str, str]) -> Item:
    how = how_of(thing, choices)
    is_named, is_worded = how in (NAME, WORDS), how == WORDS
    return Item(
        id=ids[item.id],
        kind=item.kind,
        name=(thing.name or thing.role) if is_named else roles().get(how, thing.role),
        words=item.words if is_worded else "",
        part=item.part,
        farness=item.farness,
        turn=item.turn,
        state=item.state if is_worded or item.state == BLANK else SURE,
        at=ids[item.at],
        period=item.period if is_worded else "",
        might_again=item.might_again and is_worded,
        is_now=item.is_now,
        face=item.face if is_named and choices.shows_faces else None,
    )


def _lines(scene: Scene, ids: Mapping[str, str]) -> Iterator[Line]:
    kept = [line for line in scene.lines if line.a in ids and line.b in ids]
    for number, line in enumerate(kept, 1):
        yield Line(id=f"l{number}", a=ids[line.a], b=ids[line.b], kinds=line.kinds, towards=line.towards)


@cache
def roles() -> Mapping[str, str]:
    """Role words that may be chosen for somebody, by their code."""
    return dict(toml_of("kith.apps.networks", "data/copies.toml")["roles"])


@cache
def things() -> Mapping[str, str]:
    """What each kind of thing is called that nobody chose a word for; empty where there is none."""
    return dict(toml_of("kith.apps.networks", "data/copies.toml")["things"])
