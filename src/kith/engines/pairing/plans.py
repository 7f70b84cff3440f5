"""What comes back: for each request two facilitators or the reason why not, and how good the whole is."""

from dataclasses import dataclass

from kith.engines.pairing.independence import Why
from kith.engines.pairing.reasons import Reason


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not proposed for one request, and why."""

    facilitator: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Two facilitators by ref, or one where no second is independent; `points` as if nobody else changed."""

    facilitators: tuple[str, ...]
    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed for one request; `shortfall` says in a sentence what is missing, or nothing."""

    request: str
    choice: Choice | None
    shortfall: str
    left_out: tuple[LeftOut, ...]

    @property
    def facilitators(self) -> tuple[str, ...]:
        return self.choice.facilitators if self.choice else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All proposals, in the order of their refs, and the proof.

    First as few requests as can be are left `without_pair` although one would be independent, then `without_anybody`
    although one facilitator is free, then as few pairs as can be are of `one_agency`; then `points` are least.
    `bound` is what no such plan can fall below in points.
    """

    proposals: tuple[Proposal, ...]
    without_pair: int = 0
    without_anybody: int = 0
    one_agency: int = 0
    points: int = 0
    bound: int = 0
    is_first_proven: bool = True

    @property
    def is_proven(self) -> bool:
        """Whether no better plan exists."""
        return self.is_first_proven and self.points <= self.bound
