"""What is shared of a subject with other agencies, in words."""

import datetime as dt
from dataclasses import dataclass


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
    """What somebody said yes or no to, what stands beside it, and whether they took it back."""

    ref: str
    to_what: str
    is_yes: bool
    given_by: str
    is_childs_own: bool
    words: str
    competence: str
    reasoning: str
    given_on: dt.date
    look_again_on: dt.date | None
    is_to_look_at: bool
    withdrawn_on: dt.date | None
    withdrawn_words: str
    may_carry_a_share: bool


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
