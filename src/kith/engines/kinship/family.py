"""A family as a whole, ready to be asked what its people are to each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from kith.engines.kinship.couples import couple_candidates
from kith.engines.kinship.facts import PARENT_KINDS, PARTNER_KINDS, SIBLING_KINDS, ParentFact, PartnerFact, SiblingFact
from kith.engines.kinship.graph import Links, build_links
from kith.engines.kinship.lines import Candidate, line_candidates, only_step
from kith.engines.kinship.paths import sweep
from kith.engines.kinship.relationship import Relationship
from kith.engines.kinship.standpoint import Standpoint
from kith.engines.kinship.words import word
from kith.kernel.errors import KithError

_ROLE_WEIGHT = 45
"""A kinship carer who is an aunt is the aunt; a carer no nearer than a second cousin is the carer."""

SAME_PERSON = Relationship(term="same person", plain="same person", rule="the same person")
NOT_RELATED = Relationship(term="not related", plain="not related", rule="no path in this family")


class CannotTellKinship(KithError):
    """The question or the facts do not fit the family."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """Who is what to whom.

    Birth and adoption are both real: the nearer relation is named first and, at the same distance, the
    one by birth; `all_between` tells every one. Step and foster relations, roles (kinship carer,
    special guardian, donor) and relations by marriage come after nearer kin: a foster carer who is an
    aunt is the aunt.

    >>> family = Kinship.build(
    ...     parents=[ParentFact("rose", "ann"), ParentFact("rose", "beth"), ParentFact("ann", "noor")],
    ...     sexes_or_words={"rose": "female", "ann": "female", "beth": "female"},
    ... )
    >>> found = family.between(of="noor", to="beth")
    >>> found.term, found.plain, found.side
    ('aunt', 'Mum’s sister', 'mother')
    """

    people: frozenset[str]
    links: Links
    sexes: Mapping[str, str]

    @classmethod
    def build(
        cls,
        *,
        parents: Iterable[ParentFact] = (),
        partners: Iterable[PartnerFact] = (),
        siblings: Iterable[SiblingFact] = (),
        sexes_or_words: Mapping[str, str] | None = None,
    ) -> "Kinship":
        """Take in the facts; the mapping gives "female", "male" or "" for the words to use of a person."""
        parent_facts, partner_facts, sibling_facts = list(parents), list(partners), list(siblings)
        _check((fact.kind for fact in parent_facts), PARENT_KINDS, "parent")
        _check((fact.kind for fact in partner_facts), PARTNER_KINDS, "couple")
        _check((fact.kind for fact in sibling_facts), SIBLING_KINDS, "sibling")
        sexes = dict(sexes_or_words or {})
        people = frozenset(sexes).union(
            *((fact.parent, fact.child) for fact in parent_facts),
            *((fact.a, fact.b) for fact in partner_facts),
            *((fact.a, fact.b) for fact in sibling_facts),
        )
        return cls(people, build_links(parent_facts, partner_facts, sibling_facts, sexes), sexes)

    def between(self, *, of: str, to: str) -> Relationship:
        """What `to` is to `of`; raises CannotTellKinship for people who are not in the family."""
        return self.all_between(of=of, to=to)[0]

    def all_between(self, *, of: str, to: str) -> tuple[Relationship, ...]:
        """Everything that `to` is to `of`, the first being the one to call them by."""
        self._require(to)
        if of == to:
            return (SAME_PERSON,)
        return _named(self._candidates(of, asked=to).get(to, []))

    def from_(self, of: str) -> dict[str, Relationship]:
        """What everybody else in the family is to one person, in one walk over the family."""
        found = self._candidates(of)
        return {
            person: min(found[person], key=_preference).relationship if person in found else NOT_RELATED
            for person in sorted(self.people - {of})
        }

    def _candidates(self, of: str, asked: str | None = None) -> dict[str, list[Candidate]]:
        self._require(of)
        view = Standpoint(of, self.links, self.sexes, sweep(self.links, of), asked)
        candidates: dict[str, list[Candidate]] = defaultdict(list)
        for person, reaches in view.found.items():
            if view.is_asked(person):
                candidates[person] += line_candidates(reaches, self.sexes)
        for person, candidate in chain(couple_candidates(view), self._roles(of)):
            candidates[person].append(candidate)
        return candidates

    def _roles(self, of: str) -> Iterator[tuple[str, Candidate]]:
        for step in self.links.roles.get(of, ()):
            table = "carer" if step.link == "parent" else "cared_for"
            term = word(table, step.kind, self.sexes.get(step.who, ""))
            yield step.who, only_step(step, term, rule="a role, as recorded", weight=_ROLE_WEIGHT)

    def _require(self, person: str) -> None:
        if person not in self.people:
            raise CannotTellKinship(f'There is nobody recorded as "{person}" in this family.')


def _preference(candidate: Candidate) -> tuple[int, int, int, str]:
    relationship = candidate.relationship
    return (candidate.weight, min(relationship.up, relationship.down), relationship.up, relationship.term)


def _named(candidates: list[Candidate]) -> tuple[Relationship, ...]:
    """The relations by preference, each term once."""
    by_term: dict[str, Relationship] = {}
    for candidate in sorted(candidates, key=_preference):
        by_term.setdefault(candidate.relationship.term, candidate.relationship)
    return tuple(by_term.values()) or (NOT_RELATED,)


def _check(kinds: Iterable[str], known: frozenset[str], noun: str) -> None:
    for kind in kinds:
        if kind not in known:
            raise CannotTellKinship(f'There is no {noun} kind "{kind}"; use {", ".join(sorted(known))}.')
