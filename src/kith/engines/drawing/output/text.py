"""A family in plain sentences: the picture's equal for screen readers, telephones and reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kith.engines.drawing.network import Network, Union
from kith.engines.drawing.output.children_sentences import children_sentences, their_children
from kith.engines.drawing.output.couple_sentences import couple_sentences
from kith.engines.drawing.output.home_sentences import opening_sentences, other_homes
from kith.engines.drawing.output.kinship_walk import Family, families
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.person_sentences import person_sentences
from kith.engines.drawing.output.phrases import has, say, whose
from kith.engines.drawing.output.tie_sentences import tie_sentences

ALONE_IN_A_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that belong together under one heading."""

    heading: str
    sentences: tuple[str, ...]


def to_text(network: Network, *, on: date | None = None, kin: Mapping[str, str] | None = None) -> str:
    """The family as headings and sentences, one sentence a line, a blank line between passages.

    >>> from kith.engines.drawing.network import Name, Person
    >>> print(to_text(Network(about="n", persons=(Person(id="n", names=(Name(text="Noor"),)),))), end="")
    Noor
    This is Noor’s family.
    """
    passages = story(network, on=on, kin=kin)
    return "\n\n".join("\n".join((passage.heading, *passage.sentences)) for passage in passages) + "\n"


def sentences(network: Network, *, on: date | None = None, kin: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The same sentences without headings.

    >>> from kith.engines.drawing.network import Person
    >>> sentences(Network(persons=(Person(id="Ann"), Person(id="Bo")), unions=(Union(id="u", partners=("Ann", "Bo")),)))
    ('This picture shows 2 people.', 'Ann and Bo are or were a couple.')
    """
    return tuple(sentence for passage in story(network, on=on, kin=kin) for sentence in passage.sentences)


def story(network: Network, *, on: date | None = None, kin: Mapping[str, str] | None = None) -> tuple[Passage, ...]:
    """The whole family as passages, beginning with the child at the centre where there is one.

    `on` is the day on which ages are told; `kin` says who somebody is to the child ("Mum", "aunt").
    Work grows in step with the number of people and links.

    >>> [passage.heading for passage in story(Network(name="The Brooks"))]
    ['The Brooks']
    """
    return tuple(passage for passage in _Teller(network, on, kin).passages() if passage.sentences)


class _Teller:
    """Tells one network, and remembers who was introduced already."""

    def __init__(self, network: Network, on: date | None, kin: Mapping[str, str] | None) -> None:
        self._network, self._on = network, on
        self._naming = Naming(network, kin)
        self._families = families(network)
        self._introduced: set[str] = set()
        self._met: set[str] = set()  # their place in the family was said in the opening

    def passages(self) -> Iterator[Passage]:
        joined = [family for family in self._families if not _is_alone(family)]
        yield self._opening(len(joined))
        for number, family in enumerate(joined):
            if number == 0:
                yield from self._by_generation(family)
            else:
                every_union = (union for _, unions in _outwards(family, False) for union in unions)
                yield Passage(say("heading.another"), tuple(self._unions(every_union)))
        yield Passage(say("heading.ties"), tuple(tie_sentences(self._network.relations, self._naming, self._on)))
        yield Passage(say("heading.homes"), tuple(other_homes(self._network.households, self._naming, self._on)))
        yield Passage(say("heading.alone"), tuple(self._alone()))

    def _opening(self, joined: int) -> Passage:
        naming, count = self._naming, len(self._network.persons)
        told: list[str] = []
        if naming.centre:
            heading = naming.name(naming.centre)
            for sentence, people in opening_sentences(self._network.households, naming, self._on):
                told.append(sentence)
                self._met.update(people)
            told += self._introduction(naming.centre, age_was_said=naming.centre in self._met)
        else:
            heading = self._network.name or say("heading.family")
            told += [
                say("opening.people_one" if count == 1 else "opening.people", count=count)
                if count
                else say("opening.nobody")
            ]
        return Passage(heading, (*told, *self._apart(joined)))

    def _apart(self, joined: int) -> Iterator[str]:
        """How many families are not joined to the first."""
        if joined < 2:
            return
        if not self._naming.centre:
            yield say("apart.no_centre", count=joined)
            return
        place = "apart.one" if joined == 2 else "apart.many"
        yield say(place, count=joined - 1, whose=whose(self._naming.name(self._naming.centre)))

    def _by_generation(self, family: Family) -> Iterator[Passage]:
        from_centre = self._naming.centre in family.people
        oldest = min(family.generations, default=0)
        for generation, unions in _outwards(family, from_centre):
            heading = (
                self._heading(generation) if from_centre else say("heading.generation", count=generation - oldest + 1)
            )
            yield Passage(heading, tuple(self._unions(unions)))

    def _heading(self, generation: int) -> str:
        if generation == 0:
            return say("heading.same", whose=whose(self._naming.name(self._naming.centre)))
        side = "before" if generation < 0 else "after"
        place = f"heading.{side}_{abs(generation)}"
        return say(place if has(place) else f"heading.{side}")

    def _unions(self, unions: Iterable[Union]) -> Iterator[str]:
        for union in unions:
            yield from couple_sentences(union, self._naming)
            yield from children_sentences(union, self._naming, self._on, self._introduced)
            theirs = their_children(union, self._naming)
            for person_id in self._naming.known((*union.partners, *(link.child for link in union.children))):
                yield from self._introduction(person_id, age_was_said=person_id in theirs)

    def _introduction(self, person_id: str, *, age_was_said: bool = False) -> Iterator[str]:
        if person_id not in self._introduced:
            self._introduced.add(person_id)
            is_met = person_id in self._met
            yield from person_sentences(
                person_id, self._naming, self._on, age_was_said=age_was_said, kin_was_said=is_met
            )

    def _alone(self) -> Iterator[str]:
        alone = [family.people[0] for family in self._families if _is_alone(family)]
        others = [person_id for person_id in alone if person_id != self._naming.centre]
        for first in range(0, len(others), ALONE_IN_A_SENTENCE):
            run = others[first : first + ALONE_IN_A_SENTENCE]
            yield say("apart.alone_one" if len(run) == 1 else "apart.alone", names=self._naming.all(run))
        for person_id in others:
            yield from self._introduction(person_id)


def _is_alone(family: Family) -> bool:
    """Nobody else, and no parents of whom it is worth saying that we do not know them."""
    unions = [union for row in family.generations.values() for union in row]
    return len(family.people) == 1 and not any(union.children for union in unions)


def _outwards(family: Family, from_centre: bool) -> list[tuple[int, tuple[Union, ...]]]:
    """Generations in the order they are told: parents first and back in time, then the child's own and onwards."""
    rows = sorted(family.generations.items(), key=lambda row: row[0])
    if not from_centre:
        return rows
    return [row for row in reversed(rows) if row[0] < 0] + [row for row in rows if row[0] >= 0]
