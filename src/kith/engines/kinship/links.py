"""One way from one person to another, and what it does to the word for whoever stands behind it."""

from dataclasses import dataclass
from enum import IntEnum

from kith.engines.kinship.relationship import Step


class Tone(IntEnum):
    """What a link does to the word for everybody behind it; the strongest on the way decides.

    PLAIN needs no word. BIRTH is a birth parent whose place an adoption took. The last two are social
    links: a path holds at most one of them.
    """

    PLAIN = 0
    BIRTH = 1
    ADOPTIVE = 2
    STEP = 3
    FOSTER = 4

    @property
    def is_social(self) -> bool:
        """Whether it comes from living together and not from birth or adoption."""
        return self >= Tone.STEP


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a person to `to`; a step-parent is reached by way of the partner, in two steps."""

    to: str
    tone: Tone
    steps: tuple[Step, ...]
    half: bool = False
