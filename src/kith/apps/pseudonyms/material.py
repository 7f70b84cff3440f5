"""What copies of one child are made of, as their maker may take it: rows, people, homes, and all that is said."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kith.apps.access.queries import NothingHere, OpenToAll, require, team_around
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import (
    names_of_agencies,
    names_of_workers,
    organisation_cards,
    worker_cards,
    worker_posts,
)
from kith.apps.chronologies.projections import RowCard
from kith.apps.chronologies.queries import rows_to_take
from kith.apps.networks.queries import kin_words
from kith.apps.people.queries import Named, family_to_take, first_name_of
from kith.apps.pictures.projections import PictureToGive
from kith.apps.pseudonyms.actions import MAKE
from kith.apps.pseudonyms.choosing import AGENCY, HOME, PERSON, WORKER, Wanted
from kith.apps.pseudonyms.drawn import open_pictures, texts_on
from kith.apps.pseudonyms.families import open_network
from kith.apps.pseudonyms.rewriting import words_in
from kith.apps.pseudonyms.vocabulary import NAMES, agency_label, listed_in, words_of, worker_label
from kith.engines.drawing.network import Network, Person
from kith.kernel.folding import folded
from kith.kernel.partial_dates import PartialDate

CHRONOLOGY = "event"
READ_TEXTS = ("fact", "impact", "childs_words", "action", "source", "teller")


@dataclass(frozen=True)
class Material:
    """Of a child's record what may leave in a copy of the actor's, before anything has a stand-in."""

    child: Person
    network: Network
    rows: tuple[RowCard, ...]
    pictures: tuple[PictureToGive, ...]
    people: Mapping[str, Person]
    others: Collection[str]
    names: Named
    kin: Mapping[str, str]
    team: Collection[str]
    kept_back: int  # rows that carry a restriction

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything that anybody wrote, once each."""
        said = (getattr(row.said, name) for row in self.rows for name in READ_TEXTS)
        shown = (text for picture in self.pictures for text in texts_on(picture))
        return tuple(dict.fromkeys(filter(None, (*said, *shown))))

    @cached_property
    def words(self) -> frozenset[str]:
        return words_in(self.texts)

    @property
    def births(self) -> frozenset[dt.date]:
        days = (one.birth for one in self.people.values() if one.birth is not None)
        return frozenset(day.earliest for day in days if day.precision == "day" and day.earliest)

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """When what is told was, and when people were born."""
        births = (one.birth for one in self.people.values() if one.birth is not None)
        return (*(row.said.start for row in self.rows), *births)

    @property
    def avoided(self) -> frozenset[str]:
        """Words that are nobody's stand-in: what is written, and what anybody here is called."""
        called = [name.text for one in self.people.values() for name in one.names]
        return self.words | words_in((*called, *self.team))


def material_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> Material:
    """A child under a seal is not there for any such copy; nor is anybody else who is."""
    require(actor, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    family = family_to_take(actor, child_ref, now=now)
    sight = OpenToAll(actor, MAKE, now=now)
    closed = sight.closed_subjects([one.id for one in family.network.persons])
    if child_ref in closed:
        raise NothingHere
    people = {one.id: one for one in family.network.persons if one.id not in closed}
    network = open_network(family.network, people)
    taken = rows_to_take(actor, child_ref, called=first_name_of(family.child), now=now)
    rows = tuple(row for row in taken if not row.said.restriction)
    others = {other.ref for row in rows for other in row.said.others} - people.keys()
    return Material(
        child=family.child,
        network=network,
        rows=rows,
        pictures=open_pictures(actor, child_ref, people, now=now),
        people=people,
        others=others,
        names=Named(actor, sorted(people.keys() | others), now=now),
        kin=kin_words(network),
        kept_back=len(taken) - len(rows),
        team=tuple(sorted({member.name for member in team_around(actor, child_ref, now=now)})),
    )


def wanted_of(near: Material, *, style: str) -> Mapping[Wanted, str]:
    """Everybody and everything that needs a stand-in, with what it is for."""
    found = {_person(near, ref, style): "" for ref in (*near.people, *sorted(near.others))}
    labels = words_of("labels")
    found |= {Wanted(HOME, ref, labels["home"]): name for ref, name in near.names.homes.items()}
    found |= dict(_agencies(near))
    found |= dict(_workers(near))
    return found


def _person(near: Material, ref: str, style: str) -> Wanted:
    if style == NAMES:
        return Wanted(PERSON, ref)
    if ref == near.child.id:
        return Wanted(PERSON, ref, words_of("labels")["child"], is_alone=True)
    kin = near.kin.get(ref, "")
    label = f"{kin[:1].upper()}{kin[1:]}" or words_of("labels")["person"]
    return Wanted(PERSON, ref, label, is_alone=label in listed_in("alone", "words"))


def _agencies(near: Material) -> Iterator[tuple[Wanted, str]]:
    """Those that tell rows, and those that are named in them."""
    telling = {row.agency_ref for row in near.rows}
    named = dict(_standing_in(near.texts, names_of_agencies()))
    every = dict(names_of_agencies())
    for card in organisation_cards(every).values():
        if card.ref in telling or card.name in named.values():
            yield Wanted(AGENCY, card.ref, agency_label(card.kind)), card.name


def _workers(near: Material) -> Iterator[tuple[Wanted, str]]:
    """Those of the team of whose name a word is written somewhere, and whoever is named in full."""
    every = names_of_workers()
    on_team = [(key, name) for key, name in every if name in near.team and near.words & words_in((name,))]
    found = dict((*_standing_in(near.texts, every), *on_team))
    cards = worker_cards(found)
    posts = worker_posts([card.ref for card in cards.values()])
    for key, name in found.items():
        post = posts.get(cards[key].ref)
        label, ending = worker_label(post.agency_kind if post else "")
        yield Wanted(WORKER, cards[key].ref, label, ending), name


def _standing_in(texts: Sequence[str], names: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    whole = "\n".join(map(folded, texts))
    yield from ((key, name) for key, name in names if folded(name) in whole)
