"""Which two facilitators could lead each group supervision: all open requests weighed at once, to a proven optimum.

Independence from the case is never given up, and every proposal explains itself; a person decides, not this.
"""

from kith.engines.pairing.independence import Why, tie
from kith.engines.pairing.plans import Choice, LeftOut, Plan, Proposal
from kith.engines.pairing.pool import CannotPair, Facilitator, Request
from kith.engines.pairing.proposing import alternatives, propose
from kith.engines.pairing.reasons import Reason
from kith.engines.pairing.weights import Weights, shipped_weights

__all__ = [
    "CannotPair",
    "Choice",
    "Facilitator",
    "LeftOut",
    "Plan",
    "Proposal",
    "Reason",
    "Request",
    "Weights",
    "Why",
    "alternatives",
    "propose",
    "shipped_weights",
    "tie",
]
