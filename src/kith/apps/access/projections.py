"""What leaves access: targets of decisions, and who is involved."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A subject as others name it; `id` stays inside."""

    id: int
    ref: str
    has_case: bool
    sensitivity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """Somebody on the team around a child, or a whole team."""

    name: str
    part: str
    agency: str
    job_title: str = ""
    phone: str = ""
    since_on: dt.date | None = None
    is_you: bool = False


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed something last, and when; no name where the record names no worker."""

    by: str
    at: dt.datetime
