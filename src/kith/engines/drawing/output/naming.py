"""What everybody is called in sentences: "Mum" where the child says so, else the name, and whose relative they are."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kith.engines.drawing.network import Network, Person, Union
from kith.engines.drawing.output.phrases import has, kept_apart, listed, say, whose, words
from kith.engines.drawing.symbols.facts import name_of, year_of
from kith.engines.drawing.symbols.shapes import STILLBIRTH


class Naming:
    """Names for one family as seen from the person at its centre, if there is one."""

    def __init__(self, network: Network, kin: Mapping[str, str] | None = None) -> None:
        self._people: Mapping[str, Person] = {person.id: person for person in network.persons}
        self._kin = dict(kin or {})
        self._shared = {name for name, count in Counter(map(name_of, network.persons)).items() if count > 1}
        self.centre = network.about if network.about in self._people else ""

    def person(self, person_id: str) -> Person:
        """The person of an id."""
        return self._people[person_id]

    def is_here(self, person_id: str) -> bool:
        """Whether the id belongs to somebody in this network."""
        return person_id in self._people

    def known(self, people: Iterable[str]) -> list[str]:
        """Those of the ids who are in this network, once each."""
        return [person_id for person_id in dict.fromkeys(people) if person_id in self._people]

    def partners_we_know(self, union: Union) -> list[str]:
        """The partners of a union without the places kept open."""
        return [partner for partner in self.known(union.partners) if not self._people[partner].unknown]

    def name(self, person_id: str) -> str:
        """The full name; where several share it, with the year of birth."""
        person = self._people[person_id]
        if person.unknown:
            return say("list.somebody")
        if person.loss and not person.names:
            return say("list.baby" if person.loss == STILLBIRTH else "list.loss")
        shown = name_of(person)
        told = kept_apart(shown)
        return f"{told} (born {year_of(person.birth)})" if shown in self._shared and person.birth else told

    def calls(self, person_id: str) -> str:
        """The short way to speak of somebody: "Mum", else the name."""
        return self.title(person_id) or self.name(person_id)

    def all(self, people: Iterable[str]) -> str:
        """Several people in one run."""
        return listed([self.calls(person_id) for person_id in people])

    def title(self, person_id: str) -> str:
        """The word for a relative that stands for the name ("Mum"), or nothing."""
        word = self._kin.get(person_id, "")
        return word if word in words("titles.words") else ""

    def kin(self, person_id: str) -> str:
        """Who this is to the child: "Noor's aunt", "Mum's mother"; empty where it was not told."""
        word = self._kin.get(person_id, "")
        if not word or person_id == self.centre:
            return ""
        return word if "'s " in word or "’s " in word or not self.centre else f"{whose(self.name(self.centre))} {word}"

    def of_the_child(self, person_id: str) -> str:
        """A relative in the child's company: "her mum Safiya", or the name alone."""
        word = self._kin.get(person_id, "")
        if not word or not self.centre:
            return self.name(person_id)
        first_word, space, rest = word.partition(" ")
        is_title = first_word.removesuffix("'s") in words("titles.words")
        lowered = (first_word.lower() if is_title else first_word) + space + rest
        return f"{self._possessive()} {lowered} {self._given_name(person_id)}"

    def _possessive(self) -> str:
        person = self._people[self.centre]
        for told in (person.pronouns.casefold().partition("/")[0].strip(), person.gender.casefold().strip()):
            if told:
                return say(f"possessive.{told}" if has(f"possessive.{told}") else "possessive.otherwise")
        return say("possessive.otherwise")

    def _given_name(self, person_id: str) -> str:
        person = self._people[person_id]
        given = next((name.given for name in person.names if name.given), "")
        return kept_apart(given) if given and not person.provisional else self.name(person_id)
