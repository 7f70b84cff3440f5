"""Names the relations found by walking up and down: by birth, by adoption, by a step link, by fostering."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kith.engines.kinship.chains import plain_chain
from kith.engines.kinship.links import Tone
from kith.engines.kinship.paths import Reach
from kith.engines.kinship.relationship import Relationship, Step
from kith.engines.kinship.terms import line_term, toned_term

_PER_GENERATION = 10
_WEIGHTS = {Tone.PLAIN: 0, Tone.BIRTH: 1, Tone.ADOPTIVE: 2, Tone.STEP: 25, Tone.FOSTER: 25}
_BECAUSE = {
    Tone.PLAIN: "",
    Tone.BIRTH: ", by birth, before an adoption",
    Tone.ADOPTIVE: ", by adoption",
    Tone.STEP: ", by a step link",
    Tone.FOSTER: ", by fostering",
}
_SIDES = {frozenset({"female"}): "mother", frozenset({"male"}): "father", frozenset({"female", "male"}): "both"}


class Candidate(NamedTuple):
    """One thing somebody may be called; the lightest wins."""

    weight: int
    relationship: Relationship


def line_candidates(reaches: Sequence[Reach], sexes: Mapping[str, str]) -> list[Candidate]:
    """What one person's reaches are called; a step or foster relation is left out beside the real thing."""
    kin = [reach for reach in reaches if not reach.tone.is_social]
    shapes = {(reach.up, reach.down) for reach in kin}
    social = [reach for reach in reaches if reach.tone.is_social and (reach.up, reach.down) not in shapes]
    return [_candidate(reach, sexes) for reach in [*_both_born_and_adopted(kin), *social]]


def _both_born_and_adopted(kin: list[Reach]) -> list[Reach]:
    """People wholly related in the same way by birth and by adoption need no word for either."""
    adopted = {(reach.up, reach.down) for reach in kin if reach.tone is Tone.ADOPTIVE}
    born = {(reach.up, reach.down) for reach in kin if reach.tone < Tone.ADOPTIVE and not reach.half}
    twice = adopted & born
    return [
        replace(reach, tone=Tone.PLAIN) if (reach.up, reach.down) in twice else reach
        for reach in kin
        if reach.tone is not Tone.ADOPTIVE or (reach.up, reach.down) not in twice
    ]


def line_name(reach: Reach, sexes: Mapping[str, str]) -> str:
    """The term for a reach."""
    term = line_term(reach.up, reach.down, sexes.get(reach.person, ""))
    return toned_term(term, tone=reach.tone, half=reach.half, distance=reach.distance)


def side_of(reach: Reach, sexes: Mapping[str, str]) -> str:
    """Whether the path begins with the mother, the father or both; "" when that is not known or not so."""
    first = frozenset(
        sexes.get(step.who, "") if step.link == "parent" and step.kind in ("birth", "adoptive") else ""
        for step in reach.first
    )
    return _SIDES.get(first, "") if reach.up else ""


def _candidate(reach: Reach, sexes: Mapping[str, str]) -> Candidate:
    side = side_of(reach, sexes)
    relationship = Relationship(
        term=line_name(reach, sexes),
        plain=_plain(reach, sexes, side),
        side=side,
        path=reach.path,
        rule=_rule(reach),
        up=reach.up,
        down=reach.down,
    )
    return Candidate(_PER_GENERATION * reach.distance + _WEIGHTS[reach.tone], relationship)


def _plain(reach: Reach, sexes: Mapping[str, str], side: str) -> str:
    chain = plain_chain(reach.path, sexes, half=reach.half, birth_family=reach.tone is Tone.BIRTH)
    is_full_sibling = reach.up == reach.down == 1 and side == "both" and not reach.tone.is_social
    if is_full_sibling and len(reach.path) > 1:
        child = plain_chain(reach.path[-1:], sexes)
        return f"birth parents’ {child}" if reach.tone is Tone.BIRTH else f"Mum and Dad’s {child}"
    return chain


def _rule(reach: Reach) -> str:
    half = ", one of two parents shared" if reach.half else ""
    return f"{reach.up} up, {reach.down} down{half}{_BECAUSE[reach.tone]}"


def only_step(step: Step, term: str, *, rule: str, weight: int, plain: str = "") -> Candidate:
    """A relation of a single step that is called by its own name."""
    return Candidate(weight, Relationship(term=term, plain=plain or term, path=(step,), rule=rule))
