"""Services as they leave the directory: one entry, one finding, one page."""

import datetime as dt
from dataclasses import dataclass

from kith.engines.referral_feeds import ProviderEntry, ServiceEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """One entry, who gives it, and what this worker may do with it."""

    ref: str
    version: int
    entry: ServiceEntry
    provider: ProviderEntry
    is_agency: bool
    ages: str
    assured: str
    is_stale: bool
    is_taken_out: bool
    earlier: tuple[tuple[int, dt.datetime], ...]
    may_assure: bool
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One service that fits what somebody asked, and why."""

    ref: str
    name: str
    provider: str
    says: str
    ages: str
    where: str
    waiting: str
    phone: str
    is_stale: bool
    is_closed_for_now: bool
    fits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFinding:
    """A team that fits, by role and number: never by who is in it."""

    name: str
    agency: str
    roles: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerFinding:
    """Somebody at work who fits, with the number of their team."""

    name: str
    job_title: str
    agency: str
    team: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was understood of the question, and what fits it."""

    asked: str
    understood: tuple[str, ...]
    found: tuple[Finding, ...]
    is_capped: bool
    teams: tuple[TeamFinding, ...]
    workers: tuple[WorkerFinding, ...]
    browse: tuple[tuple[str, str], ...]
    how_many: int
    may_keep: bool
    may_load: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPlan:
    """What bringing a feed in would do."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    new_providers: int
    staying: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryWord:
    """A word of the field, how it is shortened, and what it means."""

    word: str
    short: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdNews:
    """Whether somebody follows the thresholds, and which changes they have not read."""

    is_following: bool
    unread: tuple[str, ...] = ()
