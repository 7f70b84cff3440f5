"""What is told, and what becomes of it: contacts, queues, decisions, households."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.cases.projections.clocks import ClockCard
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
class ContactLine:
    """A contact in a queue."""

    ref: str
    reference: str
    about: str
    sender: str
    received_at: dt.datetime
    clock: ClockCard
    is_second_look: bool


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
    """Somebody known whom a contact is about; of a baby not born yet it says so in the place of an age."""

    ref: str
    name: str
    age: str
    is_expected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOutOfficer:
    """A designated officer from whom one allegation is kept, why, and whether somebody has let them in since."""

    ref: str
    name: str
    agency: str
    because: str
    may_let_in: bool
    let_in_why: str = ""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of a queue, the longest waiting first."""

    lines: tuple[ContactLine, ...]
    number: int
    has_more: bool


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
    """Whom a contact is about: known children by their refs, and names of those who have no record yet.

    Of those without a record it says which parents they share with each other and the known ones, and whether they
    live in one home.
    """

    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    share: str = ""
    is_one_home: bool = False


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
class ContactNote:
    """That something reached the front door about a child: when, from what kind of sender, and what came of it."""

    received_at: dt.datetime
    sender: str
    outcome: str
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyTold:
    """A baby for whom a record begins; the mother by the ref of her record or by her name."""

    expected: PartialDate | None
    mother_ref: str = ""
    mother_name: str = ""
