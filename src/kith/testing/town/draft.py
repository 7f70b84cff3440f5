"""A family being invented: people, ties and homes that may still change, then the finished record."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from kith.engines.drawing.network import (
    Account,
    Address,
    ChildLink,
    Household,
    Identifier,
    Language,
    Membership,
    Name,
    Network,
    Person,
    Relation,
    Status,
    Union,
)
from kith.kernel.partial_dates import PartialDate
from kith.testing.town.dates import known
from kith.testing.town.naming import Spoken
from kith.testing.town.places import Place, Settlement, pick_place, pick_settlement
from kith.testing.town.plans import ResponsibilityPlan
from kith.testing.town.shelf import chance


@dataclass(slots=True, kw_only=True)
class Sketch:
    """Somebody being invented; `born` is the true day, `birth` what is known of it."""

    id: str
    sex: str
    born: date
    kind: str = "adult"
    spoken: Spoken | None = None
    names: list[Name] = field(default_factory=list)
    birth: PartialDate | None = None
    death: PartialDate | None = None
    died: date | None = None
    gender: str = ""
    pronouns: str = ""
    provisional: bool = False
    unknown: bool = False
    ethnicity: str = ""
    languages: tuple[Language, ...] = ()
    addresses: list[Address] = field(default_factory=list)
    identifiers: tuple[Identifier, ...] = ()
    fact: str = ""
    account: Account | None = None
    has_case: bool = False
    looked_after: bool = False

    def finished(self) -> Person:
        return Person(
            id=self.id,
            names=tuple(self.names),
            kind=self.kind,
            sex=self.sex,
            gender=self.gender,
            pronouns=self.pronouns,
            birth=self.birth,
            death=self.death,
            has_died=self.died is not None,
            provisional=self.provisional,
            unknown=self.unknown,
            ethnicity=self.ethnicity,
            languages=self.languages,
            addresses=tuple(self.addresses),
            identifiers=self.identifiers,
            fact=self.fact,
            account=self.account,
        )


@dataclass(slots=True)
class Tie:
    """Partners, what became of them, and their children."""

    id: str
    partners: tuple[Sketch, ...]
    statuses: list[Status] = field(default_factory=list)
    children: list[ChildLink] = field(default_factory=list)
    wedding: date | None = None
    dissolved: date | None = None

    def finished(self) -> Union:
        return Union(
            id=self.id,
            partners=tuple(partner.id for partner in self.partners),
            statuses=tuple(self.statuses),
            children=tuple(self.children),
        )


@dataclass(slots=True)
class Home:
    """A household and the place it lives at."""

    id: str
    name: str
    place: Place
    since: date
    members: list[Membership] = field(default_factory=list)

    def finished(self) -> Household:
        return Household(
            id=self.id,
            name=self.name,
            members=tuple(self.members),
            address=Address(lines=self.place.lines, postcode=self.place.postcode),
        )


@dataclass(slots=True)
class Circle:
    """What a shape of family hands on: whose case it is, who cares, and why services are there."""

    kids: list[Sketch]
    carers: list[Sketch]
    parents: list[Sketch] = field(default_factory=list)
    parted: list[tuple[Sketch, Sketch]] = field(default_factory=list)
    basis: str = ""
    since: date | None = None


@dataclass(slots=True)
class Draft:
    """Everything about one family so far; `place_in_town` counts families and spaces out their numbers."""

    key: str
    place_in_town: int
    rng: Random
    today: date
    settlement: Settlement
    people: list[Sketch] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    responsibilities: list[ResponsibilityPlan] = field(default_factory=list)
    sensitivity: dict[str, int] = field(default_factory=dict)
    last_id: int = 0

    def happens(self, what: str) -> bool:
        """Whether something with a probability of its own happens in this family."""
        return self.rng.random() < chance(what)

    def add(self, sketch: Sketch) -> Sketch:
        self.people.append(sketch)
        return sketch

    def next_id(self) -> str:
        self.last_id += 1
        return f"{self.key}.{self.last_id}"

    def tie(self, *partners: Sketch) -> Tie:
        made = Tie(f"{self.key}.u{len(self.ties) + 1}", partners)
        self.ties.append(made)
        return made

    def home(self, *residents: Sketch, since: date, away: bool = False) -> Home:
        """A new home, in this family's town or, `away`, anywhere in the county."""
        place = pick_place(self.rng, pick_settlement(self.rng) if away else self.settlement)
        made = Home(f"{self.key}.h{len(self.homes) + 1}", place.line, place, since)
        self.homes.append(made)
        for resident in residents:
            self.move_in(resident, made)
        return made

    def move_in(self, resident: Sketch, home: Home, since: date | None = None) -> None:
        """Somebody lives here since the home began, their own birth, or the day given."""
        day = since or max(home.since, resident.born)
        when = None if resident.kind == "unborn" else known(self.rng, min(day, self.today), "date_of_event")
        home.members.append(Membership(person=resident.id, since=when))
        if resident.kind != "unborn":
            resident.addresses.append(Address(lines=home.place.lines, postcode=home.place.postcode, since=when))

    def visits(self, guest: Sketch, home: Home, kind: str) -> None:
        home.members.append(Membership(person=guest.id, kind=kind))

    def relate(self, a: Sketch, b: Sketch, kind: str, account: Account | None = None) -> None:
        self.relations.append(Relation(a=a.id, b=b.id, kind=kind, account=account))

    def network(self, about: Sketch) -> Network:
        return Network(
            name=f"{about.spoken.given}'s family" if about.spoken else "A baby's family",
            about=about.id,
            persons=tuple(person.finished() for person in self.people),
            unions=tuple(tie.finished() for tie in self.ties),
            households=tuple(home.finished() for home in self.homes),
            relations=tuple(self.relations),
        )
