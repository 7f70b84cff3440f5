"""How somebody new belongs to somebody known, in the words of a form, and the ties that makes."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.apps.people.unions import TieFact
from kith.engines.drawing.network import Account
from kith.kernel.errors import KithError

NEW = "new"
NOBODY_YET = "nobody_yet"


class UnknownRelation(KithError):
    """A relation that is not on the list."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One way to belong: the tie's kind, and which end of it the new person is."""

    says: str
    kind: str
    new_is_first: bool = True


UNCLE = "uncle_or_aunt"
RELATIONS: dict[str, Relation] = {
    "parent": Relation("parent of", "birth"),
    "child": Relation("child of", "birth", new_is_first=False),
    "sibling": Relation("brother or sister of", "sibling"),
    UNCLE: Relation("uncle or aunt of", "sibling"),
    "partner": Relation("partner of", "together"),
    "husband_or_wife": Relation("husband or wife of", "married"),
    "former_partner": Relation("former partner of", "separated"),
    "step_parent": Relation("step-parent of", "step"),
    "adoptive_parent": Relation("adoptive parent of", "adopted"),
    "adopted_child": Relation("adopted child of", "adopted", new_is_first=False),
    "foster_carer": Relation("foster carer of", "foster"),
    "kinship_carer": Relation("kinship carer of", "kinship"),
    "special_guardian": Relation("special guardian of", "guardian"),
    "friend": Relation("friend of", "friend"),
    "supporter": Relation("somebody who helps", "supports"),
    "worker": Relation("worker for", "professional"),
}


def parent_between(relation: str, also: str, parents: Sequence[str]) -> str:
    """By which parent an uncle or an aunt belongs, among those on record; `NOBODY_YET` where nobody knows that parent.

    >>> parent_between("uncle_or_aunt", "", []), parent_between("uncle_or_aunt", "nan", ["nan"])
    ('nobody_yet', 'nan')
    """
    if relation != UNCLE:
        return ""
    if also and also not in (*parents, NOBODY_YET):
        raise UnknownRelation("That is not a parent of theirs on record. Choose another, or one whom nobody knows yet.")
    if not also and parents:
        raise UnknownRelation("Say by which of their parents: one on record, or one whom nobody knows yet.")
    return also or NOBODY_YET


def ties_for(
    relation: str, to: str, *, also: str = "", parents_of_to: Sequence[str] = (), account: Account | None = None
) -> tuple[TieFact, ...]:
    """The ties of a new person to `to`; a brother or sister shares the parents we know of, a child may have two."""
    known = RELATIONS.get(relation)
    if known is None:
        raise UnknownRelation("Choose how they belong from the list.")
    if relation == "sibling" and parents_of_to:
        return tuple(TieFact(kind="birth", a=parent, b=NEW, account=account) for parent in parents_of_to)
    ends = (NEW, to) if known.new_is_first else (to, NEW)
    ties = [TieFact(kind=known.kind, a=ends[0], b=ends[1], account=account)]
    if also and relation in ("child", "adopted_child"):
        ties.append(TieFact(kind=known.kind, a=also, b=NEW, account=account))
    return tuple(ties)
