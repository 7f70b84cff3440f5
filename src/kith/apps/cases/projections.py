"""What leaves cases: what somebody told, as each reader may see it, with its clock and what was decided."""

import datetime as dt
from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord:
    """A contact from before, with what was decided and the first steps of the child it is about; keys, not refs.

    Without `decided_at` it waits; without a subject it is linked to nobody.
    """

    sender_kind: str
    words: str
    received_at: dt.datetime
    front_door_id: int
    front_door_agency_id: int
    sent_by_id: int | None = None
    organisation_id: int | None = None
    child_name: str = ""
    subject_id: int | None = None
    outcome: str = ""
    reason: str = ""
    decided_at: dt.datetime | None = None
    steps: tuple[tuple[str, dt.datetime], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who tells, outside any agency; with both empty nobody knows."""

    name: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayTold:
    """Why a clock is late or will be, as somebody records it."""

    reason: str
    agreed_by: str
    words: str = ""
    done: str = ""
    look_again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayCard:
    """One reason beside its clock; one that was taken out stays, struck through."""

    ref: str
    says: str
    words: str
    done: str
    agreed_by: str
    look_again_on: dt.date | None
    is_look_due: bool
    by: str
    at: dt.datetime
    is_taken_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCard:
    """One clock. Without a state no rule gives a date, and the warning says why.

    A clock of a path names the step that began it; a reason for delay stands beside the state and changes it never.
    """

    rule: str
    name: str
    state: str
    due_on: dt.date | None
    variance_days: int | None
    warnings: tuple[str, ...] = ()
    delay: str = ""
    is_unconfirmed: bool = False
    begun: str = ""
    reasons: tuple[DelayCard, ...] = ()
    may_explain: bool = False


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
class KeptOutOfficer:
    """A designated officer from whom one allegation is kept, why, and whether somebody has let them in since."""

    ref: str
    name: str
    agency: str
    because: str
    may_let_in: bool
    let_in_why: str = ""


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
    kept_out: tuple[KeptOutOfficer, ...] = ()


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
    may_see_rules: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step as somebody records it; the delay says why what it meets was late, and who agreed to that."""

    step: str
    on: dt.date
    words: str = ""
    delay: str = ""
    agreed_by: str = ""


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
    may_see_rules: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLatePage:
    """One clock with every reason so far, and the reasons that are offered."""

    clock: ClockCard
    offered: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One timescale in plain words: what has to be done how soon, who says so, and whether it holds here."""

    id: str
    group: str
    name: str
    says: str
    owner: str
    authority: str
    source: str
    note: str
    is_unconfirmed: bool
    is_own: bool
    is_checked: bool
    may_confirm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedCard:
    """What the county once said of a timescale; what was taken back stays, with the day and the reason."""

    ref: str
    rule: str
    name: str
    limit: str
    valid_from: dt.date
    valid_to: dt.date | None
    decided_by: str
    written_in: str
    by: str
    at: dt.datetime
    taken_back_why: str
    may_take_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNote:
    """Up to when bank holidays are on file, by which list, and whether that is over soon."""

    known_to: dt.date
    version: str
    source: str
    runs_out_soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """Every timescale: those that wait for the county, those it has confirmed, and those that hold everywhere."""

    unconfirmed: tuple[RuleLine, ...]
    own: tuple[RuleLine, ...]
    groups: tuple[tuple[str, tuple[RuleLine, ...]], ...]
    holidays: HolidayNote
    version: str
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """One timescale for whoever confirms it, with what the county said before."""

    line: RuleLine
    count: int | None
    unit: str
    units: tuple[str, ...]
    may_set_limit: bool
    said: tuple[ConfirmedCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """That a timescale holds, as somebody records it; without a count it holds as it stands on file."""

    valid_from: dt.date
    decided_by: str
    written_in: str
    count: int | None = None
    unit: str = ""


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
