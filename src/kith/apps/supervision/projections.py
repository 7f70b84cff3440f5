"""What goes into supervision and what leaves it, as frozen records. None holds a child's name."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.drafts.projections import DraftCard
from kith.apps.supervision.vocabulary import Offer, Tool

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody writes who asks for a group supervision; `network` holds refs of workers."""

    why_now: str
    stuck: str
    concerns: str
    around: tuple[str, ...]
    network: tuple[str, ...]
    age_band: str
    is_transition: bool
    locality: str
    consent: str
    consent_words: str = ""
    outside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForm:
    """What the form offers; `network` are those round the child whom the requester may see.

    `draft` is what they wrote before and did not send.
    """

    age_bands: Choices
    localities: Choices
    kinds: Choices
    consents: Choices
    network: Choices
    consent_guide: tuple[str, ...]
    offers: tuple[Offer, ...]
    draft: DraftCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What somebody who asked takes away: the number, what happens next and by when, whom to ring."""

    ref: str
    number: int
    asked_on: dt.date
    due_on: dt.date
    of_days: int
    state: str
    front_door: str
    business_unit: tuple[tuple[str, str], ...]  # name of a team and its number


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """One request, for whoever asked and whoever triages. `state` is in words; `day` counts towards the limit."""

    ref: str
    version: int
    number: int
    asked_on: dt.date
    from_whom: str
    state: str
    missing: str  # how many are still to be found who lead, in words
    day: int
    of_days: int
    is_late: bool
    why_now: str
    stuck: str
    concerns: str
    around: tuple[str, ...]
    age: str
    is_transition: bool
    locality: str
    consent: str
    consent_words: str
    outside: str
    outcome: str
    outcome_words: str
    meets_on: dt.date | None
    meets_at: str
    happened_on: dt.date | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCard:
    """Somebody who was asked to lead, and what they said."""

    ref: str
    name: str
    agency: str
    says: str
    is_live: bool
    has_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCard:
    """Two facilitators who would fit; `good` and `other` say why in sentences."""

    refs: tuple[str, ...]
    people: tuple[tuple[str, str, str], ...]  # name, agency with place, how many led
    good: tuple[str, ...]
    other: tuple[str, ...]
    to_ask: tuple[str, ...]  # names of those who were not asked yet
    shortfall: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCard:
    """A day in the poll: who can come, by name for those who settle it."""

    ref: str
    on_day: dt.date
    can: int
    of: int
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """A request before whoever triages it."""

    card: RequestCard
    leads: tuple[LeadCard, ...]
    proposed: PairCard | None
    shortfall: str
    others: tuple[PairCard, ...]
    left_out: tuple[tuple[str, str], ...]
    also_about: tuple[int, ...]  # numbers of open requests about the same child
    outcomes: tuple[tuple[str, str, str], ...]
    days: tuple[DayCard, ...]
    offers: tuple[Offer, ...]
    invited: tuple[tuple[str, str], ...] = ()  # who was asked to come from outside, and what they said
    tied: tuple[str, ...] = ()  # who leads and is tied to the network now
    draft: DraftCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All requests, the open ones first, and what was decided so far."""

    open: tuple[RequestCard, ...]
    decided: tuple[RequestCard, ...]
    went_ahead: int
    went_elsewhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorCard:
    """Somebody in the pool, for whoever keeps it, and for themselves."""

    ref: str
    version: int
    name: str
    agency: str
    trained_on: dt.date
    led: int
    holds: int
    most_at_once: int
    locality: str
    locality_code: str
    needs: str
    away: tuple[tuple[dt.date, dt.date], ...]
    networks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorTold:
    """What is said of a facilitator."""

    trained_on: dt.date
    led_before: int
    most_at_once: int
    locality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToLead:
    """A meeting that somebody is asked to lead: enough to know whether one knows the network, and no more."""

    ref: str
    number: int
    age: str
    locality: str
    around: tuple[str, ...]
    says: str
    waits: bool
    may_withdraw: bool
    meeting_ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToCome:
    """A meeting to which somebody outside the network is asked: no child's name, and no word of what is stuck."""

    ref: str
    number: int
    age: str
    locality: str
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationCard:
    """How a meeting was led, as somebody saw it who watched: for those who lead and whoever observed."""

    number: int
    on_day: dt.date
    by_whom: str
    seen: tuple[tuple[str, str], ...]  # what good looks like, and whether it was seen
    strengths: str
    to_try: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandledCard:
    """How one request was handled: days until it was triaged, and what is on the register of it. Names nobody."""

    ref: str
    number: int
    asked_on: dt.date
    state: str
    days: int | None
    is_late: bool
    consent_is_written: bool
    independent: int | None  # how many of the two who lead said that they do not know the network
    two_agencies: bool | None
    is_observed: bool
    may_observe: bool


@dataclass(frozen=True, slots=True)
class NetworkMeetingCard:
    """That those who lead met, and who came."""

    on_day: dt.date
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerTalkCard:
    """That one thought together with peers; `how` is what the reader said of it."""

    ref: str
    on_day: dt.date
    with_whom: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """A meeting before those who are in it."""

    ref: str
    version: int
    number: int
    meets_on: dt.date | None
    meets_at: str
    happened_on: dt.date | None
    leads: tuple[str, ...]
    days: tuple[DayCard, ...]
    people: Choices
    themes: Choices
    noted: tuple[str, ...]
    may_lead: bool
    stop_cards: int
    toolbox: tuple[Tool, ...]
    stop_card: Tool
    asked_now: Choices  # forms that wait for the reader: key and heading
    observed: tuple[ObservationCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What one worker has to do with group supervision."""

    asked: tuple[RequestCard, ...]
    leads: tuple[AskedToLead, ...]
    meetings: tuple[RequestCard, ...]
    asked_now: tuple[tuple[str, int, str, str], ...]  # forms that wait: ref and number of the meeting, key, heading
    polls: tuple[tuple[str, int], ...]  # meetings whose days wait for the reader: ref and number
    to_come: tuple[AskedToCome, ...]
    in_pool: FacilitatorCard | None
    answers: tuple[str, ...]  # what others said, once enough have
    waits_for: int  # how many more are needed before they are shown
    support: tuple["SupportCard", ...]
    talks: tuple[PeerTalkCard, ...] = ()
    may_offer_support: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCard:
    """An offer of support, for whom it is and whoever made it."""

    ref: str
    kind: str
    whom: str
    offered_by: str
    offered_on: dt.date
    on_day: dt.date | None
    says: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsCard:
    """Words of an answer that nobody has read yet: does somebody stand in them?"""

    ref: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Happened:
    """That a group supervision about a child happened, and which agencies came."""

    on_day: dt.date
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One count; hidden where it is small and could make somebody known."""

    says: str
    count: int | None

    @property
    def shown(self) -> str:
        return "not shown" if self.count is None else str(self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """How requests of a window were handled, and how meetings were seen to be led: totals alone."""

    triaged: int
    in_time: int
    consent_is_written: int
    went_ahead: int
    independent: int
    two_agencies: int
    observed: int
    seen: tuple[Figure, ...]  # what good looks like, and in how many observed meetings it was seen whole
    observed_from: int  # how many have to be observed before that is shown
    network_meetings: int
    came_to_network: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A window of days and an age group, in figures. Totals and agencies are always shown, cross-tables are cut."""

    since: dt.date
    until: dt.date
    ages: str
    requests: int
    proceeded: int
    elsewhere: tuple[tuple[str, int], ...]
    not_yet: int
    happened: int
    agencies: tuple[str, ...]
    facilitators_from: tuple[str, ...]
    days_to_meeting: int | None
    stop_cards: int
    by_agency: tuple[Figure, ...]
    by_locality: tuple[Figure, ...]
    by_age: tuple[Figure, ...]
    themes: tuple[Figure, ...]
    changed: tuple[Figure, ...]
    asked_for_answers: int
    answered: int
    answered_later: int
    handled: Handled
