"""Says a path as a chain a child can follow: "Mum’s sister’s son"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kith.engines.kinship.relationship import Step
from kith.engines.kinship.terms import partner_term
from kith.engines.kinship.words import prefixed, word

_PREFIXES = {"adoptive": "adoptive ", "foster": "foster ", "step": "step-", "half": "half-"}
_BY_BLOOD_OR_LAW = {"birth", "adoptive"}
_ROLES = {"kinship", "guardian", "donor"}


def plain_chain(
    path: Sequence[Step], sexes: Mapping[str, str], *, half: bool = False, birth_family: bool = False
) -> str:
    """The chain of a path; a parent's other child inside a longer chain is said as brother or sister.

    `birth_family` marks the first parent as the birth parent of somebody who was adopted.

    >>> sexes = {"m": "female", "s": "female", "c": "male"}
    >>> steps = [Step("m", "parent", "birth"), Step("g", "parent", "birth"), Step("s", "child", "birth")]
    >>> plain_chain([*steps, Step("c", "child", "birth")], sexes)
    'Mum’s sister’s son'
    """
    links = [_said(step, sexes.get(step.who, ""), first=place == 0) for place, step in enumerate(path)]
    if birth_family and path[0].link == "parent":
        links[0] = f"birth {links[0][:1].lower()}{links[0][1:]}"
    if (turn := _turn(path)) is not None:
        sibling = word("line", "sibling", sexes.get(path[turn + 1].who, ""))
        links[turn : turn + 2] = [prefixed("half-", sibling) if half else sibling]
    return "’s ".join(links)


def _turn(path: Sequence[Step]) -> int | None:
    """Where a path of more than two steps goes from a parent to another child."""
    if len(path) < 3:
        return None
    for place, (one, other) in enumerate(pairwise(path)):
        if (one.link, other.link) == ("parent", "child") and {one.kind, other.kind} <= _BY_BLOOD_OR_LAW:
            return place
    return None


def _said(step: Step, sex: str, *, first: bool) -> str:
    if step.link in ("partner", "ex-partner"):
        return partner_term(step.kind, sex, together=step.link == "partner")
    if step.kind in _ROLES:
        return word("carer" if step.link == "parent" else "cared_for", step.kind, sex)
    prefix = _PREFIXES.get(step.kind, "")
    if step.link == "parent" and (first or prefix):
        name = word("home", "parent", sex)
        return prefix + name.lower() if prefix else name
    return prefixed(prefix, word("line", step.link, sex))
