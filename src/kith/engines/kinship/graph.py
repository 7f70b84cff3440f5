"""The family as links that can be walked: up to parents, down to children, across to siblings and partners."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kith.engines.kinship.facts import ParentFact, PartnerFact, SiblingFact
from kith.engines.kinship.links import Link, Tone
from kith.engines.kinship.relationship import Step
from kith.engines.kinship.sibships import Trail, sibling_links, trails

_TONES = {"birth": Tone.PLAIN, "adoptive": Tone.ADOPTIVE, "step": Tone.STEP, "foster": Tone.FOSTER}


@dataclass(slots=True)
class Links:
    """All links by the person they start from; the order of the facts is kept, so answers are stable."""

    up: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    down: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    across: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    partners: dict[str, dict[str, PartnerFact]] = field(default_factory=lambda: defaultdict(dict))
    roles: dict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))
    birth: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    legal: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def is_half(self, one: str, other: str, *, by_birth: bool) -> bool:
        """Whether two people who share a parent are known to have other parents whom they do not share.

        Where a second parent is not recorded nobody can know, and they are called brother and sister;
        but a step-parent is known not to be a parent.
        """
        parents = self.birth if by_birth else self.legal
        ones, others = parents.get(one, set()), parents.get(other, set())
        if len(ones & others) != 1:
            return False
        both_known = len(ones) > 1 and len(others) > 1
        return both_known or bool(ones & self._step_parents(other)) or bool(others & self._step_parents(one))

    def _step_parents(self, child: str) -> set[str]:
        return {link.to for link in self.up.get(child, ()) if link.tone is Tone.STEP}


def build_links(
    parents: Iterable[ParentFact],
    partners: Iterable[PartnerFact],
    siblings: Iterable[SiblingFact],
    sexes: Mapping[str, str],
) -> Links:
    """Turn facts into links; people who are their own parent, partner or sibling are passed over."""
    links = Links()
    bonds = [bond for bond in dict.fromkeys(siblings) if bond.a != bond.b]
    _add_couples(links, partners)
    _add_parents(links, [fact for fact in dict.fromkeys(parents) if fact.parent != fact.child], sexes)
    sibships = trails(bonds)
    _lend_parents(links, sibships)
    for child in [*links.legal]:
        for step in [*_step_parents(links, child)]:
            _add_link(links, child, step)
    for start, link in sibling_links(bonds, sibships):
        links.across[start].append(link)
    return links


def _add_parents(links: Links, facts: Sequence[ParentFact], sexes: Mapping[str, str]) -> None:
    adopters = _adopters(facts)
    for fact in facts:
        is_replaced = _is_replaced(links, fact, adopters.get(fact.child, set()), sexes)
        _add_parent(links, fact, Tone.BIRTH if is_replaced else _TONES.get(fact.kind))


def _adopters(facts: Iterable[ParentFact]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.kind == "adoptive":
            found[fact.child].add(fact.parent)
    return found


def _is_replaced(links: Links, fact: ParentFact, adopters: set[str], sexes: Mapping[str, str]) -> bool:
    """Whether adoption took this birth parent's place.

    Two adopters take the place of both birth parents; one takes the place of the birth parent of the
    same sex, but never of the partner beside whom they adopted.
    """
    if fact.kind != "birth" or not adopters or fact.parent in adopters:
        return False
    if len(adopters) > 1:
        return True
    (adopter,) = adopters
    sex = sexes.get(fact.parent, "")
    return sex != "" and sex == sexes.get(adopter, "") and adopter not in links.partners.get(fact.parent, {})


def _add_parent(links: Links, fact: ParentFact, tone: Tone | None) -> None:
    if tone is None:
        links.roles[fact.child].append(Step(fact.parent, "parent", fact.kind))
        links.roles[fact.parent].append(Step(fact.child, "child", fact.kind))
        return
    if fact.kind == "birth":
        links.birth[fact.child].add(fact.parent)
    if tone in (Tone.PLAIN, Tone.ADOPTIVE):
        links.legal[fact.child].add(fact.parent)
    _add_link(links, fact.child, Link(fact.parent, tone, (Step(fact.parent, "parent", fact.kind),)))


def _add_link(links: Links, child: str, up: Link) -> None:
    links.up[child].append(up)
    links.down[up.to].append(Link(child, up.tone, _backwards(up.steps, child)))


def _backwards(steps: tuple[Step, ...], start: str) -> tuple[Step, ...]:
    """The same steps walked from the other end."""
    opposite = {"parent": "child", "child": "parent"}
    people = [start, *(step.who for step in steps)]
    return tuple(
        Step(people[place], opposite.get(step.link, step.link), step.kind)
        for place, step in reversed(list(enumerate(steps)))
    )


def _step_parents(links: Links, child: str) -> Iterator[Link]:
    """The partners of a child's parents who are nothing else to the child."""
    known = links.birth[child] | links.legal[child] | {child} | {link.to for link in links.up[child]}
    for parent in [link for link in links.up[child] if link.to in links.legal[child]]:
        for partner, fact in links.partners.get(parent.to, {}).items():
            if partner not in known and is_together(fact):
                known.add(partner)
                yield Link(partner, Tone.STEP, (*parent.steps, partner_step(partner, fact)))


def is_together(fact: PartnerFact) -> bool:
    """Whether the couple was not parted, except by a death."""
    return fact.current or fact.kind == "widowed"


def partner_step(to: str, fact: PartnerFact) -> Step:
    """The step from one of a couple to the other."""
    return Step(to, "partner" if is_together(fact) else "ex-partner", fact.kind)


def _add_couples(links: Links, facts: Iterable[PartnerFact]) -> None:
    """Keep one fact for a couple: what they are now, else what they were."""
    for fact in facts:
        for one, other in ((fact.a, fact.b), (fact.b, fact.a)):
            known = links.partners[one].get(other)
            if one != other and (known is None or (is_together(fact) and not is_together(known))):
                links.partners[one][other] = fact


def _lend_parents(links: Links, sibships: Mapping[str, Trail]) -> None:
    """Full siblings have the same parents: whoever has none recorded is linked to those of the nearest who has."""
    recorded = {child: frozenset(named) for child, named in links.birth.items()}
    for person, trail in sibships.items():
        lender = next((other for other in trail if other in recorded), person)
        if lender != person:
            lent = [link for link in links.up[lender] if link.to in recorded[lender] and link.to != person]
            _borrow(links, person, lent, trail[lender])


def _borrow(links: Links, person: str, lent: Sequence[Link], steps: tuple[Step, ...]) -> None:
    tone = Tone.BIRTH if links.legal.get(person) else Tone.PLAIN
    for link in lent:
        links.birth[person].add(link.to)
        if tone is Tone.PLAIN:
            links.legal[person].add(link.to)
        _add_link(links, person, Link(link.to, tone, (*steps, *link.steps)))
