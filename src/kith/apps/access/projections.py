"""What leaves access: targets of decisions, and who is involved."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access.link_cards import LinkCard as LinkCard
from kith.apps.access.link_cards import NewLink as NewLink
from kith.apps.access.link_cards import PublishedLink as PublishedLink
from kith.apps.access.link_cards import ShownCopy as ShownCopy
from kith.apps.access.look_cards import LiveLook as LiveLook
from kith.apps.access.look_cards import LookCard as LookCard
from kith.apps.access.look_cards import SuspensionCard as SuspensionCard
from kith.apps.access.sealing_cards import ProposalCard as ProposalCard
from kith.apps.access.sealing_cards import ReaderCard as ReaderCard
from kith.apps.access.sealing_cards import SealKindCard as SealKindCard
from kith.apps.access.sealing_cards import SealView as SealView


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
    ref: str = ""  # of the involvement
    team: str = ""


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed something last, and when; no name where the record names no worker."""

    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of why somebody may see something: the rule, what it is (said first), and the rest of the sentence."""

    rule: str
    says: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Somebody who can see a subject, and by which rule."""

    name: str
    agency: str
    role: str
    rule: str
    is_you: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """A share in words."""

    ref: str
    giver: str
    receiver: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    may: str
    basis: str
    purpose: str
    since_on: dt.date
    until_on: dt.date | None
    is_live: bool
    has_begun: bool
    ended_on: dt.date | None
    ended_why: str
    rests_on_consent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentCard:
    """Somebody's agreement, and whether they took it back."""

    ref: str
    given_by: str
    words: str
    given_on: dt.date
    withdrawn_on: dt.date | None
    withdrawn_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A decision to share or not to, with everything that was weighed as (what, words)."""

    ref: str
    is_shared: bool
    what: str
    recipient: str
    decided_by: str
    agency: str
    decided_at: dt.datetime
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingView:
    """What is shared of a subject, as one viewer may know it."""

    shares: tuple[ShareCard, ...]
    past: tuple[ShareCard, ...]
    consents: tuple[ConsentCard, ...]
    decisions: tuple[DecisionCard, ...]
    may_share: bool
