"""Names the relations that go through a couple: the partner, the in-laws, the other parent of one's child."""

from collections.abc import Iterator, Mapping, Sequence

from kith.engines.kinship.chains import plain_chain
from kith.engines.kinship.facts import PartnerFact
from kith.engines.kinship.graph import is_together, partner_step
from kith.engines.kinship.lines import Candidate, line_name, only_step, side_of
from kith.engines.kinship.paths import Reach, sweep
from kith.engines.kinship.relationship import Relationship, Step
from kith.engines.kinship.standpoint import Standpoint
from kith.engines.kinship.terms import marriage_term, partner_term

Named = tuple[str, Candidate]

_FARTHEST = 4
"""Beyond a cousin's husband or wife nobody counts relations by marriage."""

_MARRIED = {"married", "civil", "widowed"}
_PER_GENERATION = 10
_TOGETHER, _APART, _CO_PARENT, _BY_MARRIAGE, _BY_COUPLE = 0, 30, 35, 30, 40


def couple_candidates(view: Standpoint) -> Iterator[Named]:
    """Everybody asked for who is related by way of one couple, with what they are called."""
    yield from _partners(view)
    yield from _partners_family(view)
    yield from _partners_of_family(view)
    yield from _co_parents(view)


def _partners(view: Standpoint) -> Iterator[Named]:
    for person, fact in view.links.partners.get(view.start, {}).items():
        together = is_together(fact)
        weight = _TOGETHER if together else _APART
        rule = "a couple" if together else "once a couple"
        yield person, only_step(partner_step(person, fact), _partner_word(view, person, fact), rule=rule, weight=weight)


def _partner_word(view: Standpoint, person: str, fact: PartnerFact) -> str:
    return partner_term(fact.kind, view.sex(person), together=is_together(fact))


def _partners_family(view: Standpoint) -> Iterator[Named]:
    """The partner's relatives; children of theirs who are own or step-children are not told twice."""
    already = view.descendants | {view.start}
    for partner, fact in view.links.partners.get(view.start, {}).items():
        step, owner = partner_step(partner, fact), _partner_word(view, partner, fact)
        for reach in _near(sweep(view.links, partner)):
            is_new = reach.person not in already if reach.up == 0 else reach.person != view.start
            if is_new and view.is_asked(reach.person):
                possessive = f"{owner}’s {line_name(reach, view.sexes)}"
                yield reach.person, _through(view, reach, (step, *reach.path), possessive)


def _partners_of_family(view: Standpoint) -> Iterator[Named]:
    """Husbands, wives and partners of relatives; a parent's present partner is a step-parent instead."""
    forebears = view.forebears
    for reach in _near(view.found):
        for partner, fact in view.links.partners.get(reach.person, {}).items():
            is_new = partner != view.start and not (reach.down == 0 and partner in forebears)
            if is_new and view.is_asked(partner):
                possessive = f"{line_name(reach, view.sexes)}’s {_partner_word(view, partner, fact)}"
                yield partner, _through(view, reach, (*reach.path, partner_step(partner, fact)), possessive)


def _through(view: Standpoint, reach: Reach, path: tuple[Step, ...], possessive: str) -> Candidate:
    """An in-law or relation by marriage where the couple is married; else named by its own chain."""
    couple_first = path[0].link in ("partner", "ex-partner")
    couple = path[0] if couple_first else path[-1]
    is_marriage = couple.link == "partner" and couple.kind in _MARRIED and not reach.tone.is_social
    by_marriage = is_marriage and (reach.up if couple_first else reach.down) > 0
    relationship = Relationship(
        term=marriage_term(reach.up, reach.down, view.sex(path[-1].who)) if by_marriage else possessive,
        plain=plain_chain(path, view.sexes, half=reach.half),
        side="" if couple_first else side_of(reach, view.sexes),
        path=path,
        rule=f"{reach.up} up, {reach.down} down, by way of a {'marriage' if by_marriage else 'couple'}",
        up=reach.up,
        down=reach.down,
    )
    return Candidate((_BY_MARRIAGE if by_marriage else _BY_COUPLE) + _PER_GENERATION * reach.distance, relationship)


def _near(found: Mapping[str, Sequence[Reach]]) -> Iterator[Reach]:
    """The nearest ways to everybody who is near enough."""
    for reaches in found.values():
        nearest = min(_nearness(reach) for reach in reaches)
        if nearest[1] <= _FARTHEST:
            yield from (reach for reach in reaches if _nearness(reach) == nearest)


def _nearness(reach: Reach) -> tuple[bool, int, int]:
    return (reach.tone.is_social, reach.distance, reach.tone)


def _co_parents(view: Standpoint) -> Iterator[Named]:
    partners = view.links.partners.get(view.start, {})
    for child in _own_children(view):
        for link in view.links.up[child.person]:
            is_other = not link.tone.is_social and link.to != view.start and link.to not in partners
            if is_other and view.is_asked(link.to):
                path = (*child.path, *link.steps)
                plain = plain_chain(path, view.sexes)
                relationship = Relationship(term="co-parent", plain=plain, path=path, rule="both parents of one child")
                yield link.to, Candidate(_CO_PARENT, relationship)


def _own_children(view: Standpoint) -> Iterator[Reach]:
    for reaches in view.found.values():
        for reach in reaches:
            if (reach.up, reach.down) == (0, 1) and not reach.tone.is_social:
                yield reach
