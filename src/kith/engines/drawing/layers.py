"""Which layers of a picture are wanted beside people and family lines."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

ALL = ("all",)
NONE: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """What is drawn and told beside people and family lines.

    `feelings` are kinds ("close"), groups ("harm") or "all". All is the default: a picture that leaves out what was
    told looks like a picture of calm, and the list beside it would say more than it. What is switched off is neither
    drawn nor told. `birth_sex` is off unless somebody asks. `cultures` says for each person id the cultures that
    they come from, in their own words; each gets a colour and a letter.
    """

    feelings: Collection[str] = ALL
    homes: bool = True
    birth_sex: bool = False
    cultures: Mapping[str, Collection[str]] = field(default_factory=dict)


EVERYTHING_TOLD = Layers()
