"""Standing checks: what is worth asking about a child again and again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.cases.projections.standing import ChildStatus
from kith.engines.drawing.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSeen:
    """What one viewer may see of a child; a check rests on this and on nothing else."""

    ref: str
    name: str
    network: Network
    on: dt.date
    team_agencies: frozenset[str]
    status: ChildStatus | None


@dataclass(frozen=True, slots=True)
class Gap:
    """That a check finds something: which of the checks on file, and what stands in the places of its words."""

    check: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCard:
    """What a check found, in words: what, why it shows, what to do, and which page answers it."""

    says: str
    why: str
    do: str
    leads_to: str
    is_urgent: bool = False
