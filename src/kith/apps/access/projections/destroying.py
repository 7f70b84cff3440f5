"""A record that is gone, as the row that two people made tells of it: nothing of whose it was."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedCard:
    """Who proposed it and who agreed, when, on what ground and why."""

    ground: str
    why: str
    proposed_by: str
    proposed_at: dt.datetime
    agreed_by: str
    destroyed_at: dt.datetime
    agreed_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedPage:
    """The last ones first; where there are more, the list says so."""

    records: tuple[DestroyedCard, ...]
    has_more: bool
