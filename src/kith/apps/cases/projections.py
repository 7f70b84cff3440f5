"""What leaves cases: what somebody told, as each reader may see it, with its clock and what was decided."""

import datetime as dt
from dataclasses import dataclass

from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody tells, in their own words; whatever they do not know stays empty."""

    words: str
    child_name: str = ""
    child_age: str = ""
    child_where: str = ""
    others: str = ""
    family_knows: str = ""
    adult_name: str = ""
    adult_work: str = ""
    adult_how: str = ""
    unborn: bool = False
    expected: str = ""  # the code of a partial date
    mother: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who tells, outside any agency; with both empty nobody knows."""

    name: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCard:
    """One clock. Without a state no rule gives a date, and the warning says why."""

    rule: str
    name: str
    state: str
    due_on: dt.date | None
    variance_days: int | None
    warnings: tuple[str, ...] = ()
    delay: str = ""
    ended_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A contact in a queue."""

    ref: str
    reference: str
    about: str
    sender: str
    received_at: dt.datetime
    clock: ClockCard
    is_second_look: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of a queue, the longest waiting first."""

    lines: tuple[ContactLine, ...]
    number: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """What was decided, when, why, and by which version of the thresholds."""

    says: str
    told: str
    reason: str
    threshold: str
    decided_at: dt.datetime
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeCard:
    """Why a referrer asked for a second look."""

    why: str
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPerson:
    """Somebody known whom a contact is about."""

    ref: str
    name: str
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """One contact for whoever decides it."""

    line: ContactLine
    version: int
    told: Told
    sender_reach: str
    waits: bool
    people: tuple[LinkedPerson, ...] = ()
    suggested: tuple[LinkedPerson, ...] = ()
    decisions: tuple[DecisionCard, ...] = ()
    challenges: tuple[ChallengeCard, ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()
    is_unborn: bool = False
    expected: str = ""
    may_begin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdPage:
    """The children whom a contact may be about: those with the name that was told, and those who live with them."""

    contact: ContactPage
    named: tuple[LinkedPerson, ...]
    at_home: tuple[LinkedPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdTold:
    """Whom a contact is about: known children by their refs, and names of those who have no record yet."""

    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """What a professional told, in their own list; of an adult who works with children only that something came."""

    ref: str
    reference: str
    about: str
    sent_at: dt.datetime
    state: str
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """What came of one contact, for the professional who told us."""

    line: SentLine
    version: int
    words: str
    clock: ClockCard
    decisions: tuple[DecisionCard, ...]
    may_challenge: bool
    challenges: tuple[ChallengeCard, ...]
    front_door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The ref by which the sender comes back, and the reference that can be read aloud and tells nothing."""

    ref: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsNote:
    """What waits for a worker, in words, and which pages are theirs."""

    front_door: str
    closed_queue: str
    notices: str
    may_send: bool
    may_triage: bool
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step as somebody records it; the delay says why what it meets was late, and who agreed to that."""

    step: str
    on: dt.date
    words: str = ""
    delay: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BornTold:
    """A birth as somebody records it; the name and the sex only where they are known."""

    on: dt.date
    name: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedTold:
    """That a pregnancy ended, and how, as the family told it; a name where they gave one."""

    on: dt.date
    how: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyTold:
    """A baby for whom a record begins; the mother by the ref of her record or by her name."""

    expected: PartialDate | None
    mother_ref: str = ""
    mother_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestTold:
    """Somebody asked to a meeting, or left out: a worker, a group of agencies with nobody on the team, or somebody of
    the family. The key is the ref of the involvement or of the person, or the name of the group."""

    kind: str
    key: str
    presence: str
    why: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """The meeting of a step, as somebody records it: planned, or held."""

    kind: str
    on: dt.date
    at: str = ""
    place: str = ""
    guests: tuple[GuestTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestOffered:
    """Somebody who may be named in a meeting, with what is said of them already."""

    kind: str
    key: str
    says: str
    presence: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingForm:
    """What the form of a meeting begins with; without a ref it is a new one."""

    ref: str
    version: int
    told: MeetingTold
    kinds: tuple[tuple[str, str], ...]
    presences: tuple[tuple[str, str], ...]
    offered: tuple[GuestOffered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """The meeting of a step on its page: who came, and who was missing and why."""

    ref: str
    says: str
    on: dt.date
    at: str
    place: str
    stands: str
    came: tuple[str, ...]
    invited: tuple[str, ...]
    missing: tuple[tuple[str, str, str], ...]
    not_thought_of: tuple[str, ...]
    is_taken_out: bool
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """A step that was taken, as the path shows it."""

    ref: str
    says: str
    on: dt.date
    words: str
    by: str
    is_taken_out: bool
    may_take_out: bool
    more: str = ""
    may_meet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNote:
    """That something reached the front door about a child: when, from what kind of sender, and what came of it."""

    received_at: dt.datetime
    sender: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPage:
    """Where a child stands, which clocks run, and how they came there."""

    child_ref: str
    state: str
    version: int
    running: tuple[ClockCard, ...]
    ended: tuple[ClockCard, ...]
    steps: tuple[StepCard, ...]
    contacts: tuple[ContactNote, ...]
    next_steps: tuple[tuple[str, str], ...]
    may_tell: bool
    may_step: bool = False
    is_born_here: bool = False
    begun_beside: int = 0
    may_take_back: bool = False
    meetings: tuple[MeetingCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold:
    """What a school is told. Without a school the child is in none, and the front door is told instead."""

    child_name: str
    words: str
    happened_on: dt.date
    child_age: str = ""
    school_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCard:
    """A notice as the school reads it; without `read_by` nobody there has read it yet."""

    ref: str
    child_name: str
    child_age: str
    words: str
    happened_on: dt.date
    sent_at: dt.datetime
    sender: str
    read_by: str
    read_at: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtTold:
    """That a child was not brought, as somebody records it."""

    on: dt.date
    what: str
    cause: str
    carer: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtCard:
    """One appointment to which a child was not brought."""

    on: dt.date
    what: str
    cause: str
    carer: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBroughtPage:
    """Every such appointment, the latest first, and in a sentence what stood in the way how often."""

    cards: tuple[NotBroughtCard, ...]
    sentence: str
    causes: tuple[tuple[str, str], ...]
    may_add: bool
