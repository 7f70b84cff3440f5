"""The answer: what somebody is to somebody, in words and with the proof."""

from dataclasses import dataclass
from typing import NamedTuple


class Step(NamedTuple):
    """One step of the proof: `who` is the `link` of the one before.

    Links are parent, child, sibling, partner and ex-partner; the kind is that of the fact.
    """

    who: str
    link: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What one person is to another.

    `term` is the English word; `plain` the same as a chain a child can follow; `side` is "mother",
    "father", "both" or ""; `path` is the proof, from the first person to the second; `rule` says how
    the term follows from the path. `up` and `down` count generations to the common forebears and back.
    """

    term: str
    plain: str
    side: str = ""
    path: tuple[Step, ...] = ()
    rule: str
    up: int = 0
    down: int = 0
