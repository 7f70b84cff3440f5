"""What the engine is told: who is whose parent, partner, brother or sister."""

from dataclasses import dataclass

PARENT_KINDS = frozenset({"birth", "adoptive", "step", "foster", "kinship", "guardian", "donor"})
PARTNER_KINDS = frozenset({"married", "civil", "partners", "widowed"})
SIBLING_KINDS = frozenset({"full", "half", "adoptive", "step", "foster"})


@dataclass(frozen=True, slots=True)
class ParentFact:
    """`parent` is or was the child's parent or carer; "guardian" is a special guardian."""

    parent: str
    child: str
    kind: str = "birth"


@dataclass(frozen=True, slots=True)
class PartnerFact:
    """Two people are a couple, or were; a marriage that ended by a death is "widowed", not over."""

    a: str
    b: str
    kind: str = "partners"
    current: bool = True


@dataclass(frozen=True, slots=True)
class SiblingFact:
    """Two people are brothers or sisters although the parents may not be known."""

    a: str
    b: str
    kind: str = "full"
