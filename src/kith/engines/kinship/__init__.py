"""What one person is to another: from parent links and partnerships to "great-aunt on the mother's side".

Words are standard British English; every answer carries the path that proves it.
"""

from kith.engines.kinship.facts import ParentFact, PartnerFact, SiblingFact
from kith.engines.kinship.family import CannotTellKinship, Kinship
from kith.engines.kinship.relationship import Relationship, Step

__all__ = ["CannotTellKinship", "Kinship", "ParentFact", "PartnerFact", "Relationship", "SiblingFact", "Step"]
