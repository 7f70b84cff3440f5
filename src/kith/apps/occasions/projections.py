"""What goes into and leaves occasions: as it is told, and as cards for those who may see it."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.cases.projections import ClockCard
from kith.apps.occasions.relative_copies import RelativeCopy as RelativeCopy
from kith.apps.occasions.relative_copies import ToldLine as ToldLine
from kith.apps.occasions.rules import Gap as Gap
from kith.apps.occasions.rules import Question as Question


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionSaid:
    """Something of which a family may be told; `plain` is what it is called on a relative's page."""

    kind: str
    on: dt.date
    at: str = ""
    words: str = ""
    plain: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSaid:
    """What a child says to the family being told; `judged` is how it was seen that they can decide this, or cannot."""

    answer: str
    asked_on: dt.date
    asked_by: str
    words: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """Of one person: told, asked, invited, came, trusted to help with it; or why not, and what was tried."""

    told_on: dt.date | None = None
    told_by: str = ""
    told_words: str = ""
    asked_words: str = ""
    invited_on: dt.date | None = None
    invited_by: str = ""
    came: str = ""
    helps_words: str = ""
    why_not: str = ""
    why_words: str = ""
    tried: str = ""
    look_again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComingSaid:
    """Why somebody does not come, and what is done that fits."""

    kind: str
    response: str
    look_again_on: dt.date
    seen: str
    view: str = ""
    doing: str = ""
    together: str = ""
    adult_services: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCard:
    """One person in the ledger of an occasion, or one worker of the team; of whom nothing is said it is empty."""

    person_ref: str  # of a worker: what their team knows them by
    name: str
    post: str = ""
    said: RowSaid
    version: int = 0
    told: str = ""  # "yes", "no" or nothing
    invited: str = ""
    came: str = ""
    why: str = ""
    recorded_by: str = ""
    recorded_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildAnswerCard:
    """What the child said, how it was judged, and who asked."""

    says: str
    words: str
    judged: str
    asked_by: str
    asked_on: dt.date
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionCard:
    """An occasion with its ledger. The meeting of a step is kept on the path, and is only named here."""

    ref: str
    version: int
    kind: str
    says: str
    plain: str
    words: str
    on: dt.date
    at: str
    place: str
    is_of_path: bool
    is_taken_out: bool
    answer: ChildAnswerCard | None
    rows: tuple[RowCard, ...]
    team: tuple[RowCard, ...] = ()  # workers: never on a relative's page
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopLine:
    """One person of whom something is said, in short: "yes", "no" or nothing."""

    name: str
    told: str
    invited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopCard:
    """The nearest occasion with who was told and invited; without one it is empty."""

    ref: str = ""
    says: str = ""
    on: dt.date = dt.date.min
    lines: tuple[LoopLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationSaid:
    """Whether it is safe to invite somebody, and who could be hurt if they come, know of it, or learn an address."""

    safety: str
    hurt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationCard:
    """Somebody on the list of those who are to be invited; `waits` where contact with a parent has no answer yet."""

    ref: str
    version: int
    person_ref: str
    name: str
    said: InvitationSaid
    says: str
    waits: bool
    is_sent: bool
    recorded_by: str

    @property
    def is_answered(self) -> bool:
        return self.said.safety in ("safe", "unsafe") and bool(self.said.hurt)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationsPage:
    """The list of one occasion, and why it does not go out yet."""

    card: OccasionCard
    invitations: tuple[InvitationCard, ...]
    not_yet: str
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentLine:
    """A parent, or a partner of one, with what is still open about them, the first of it in words."""

    ref: str
    name: str
    how: str
    stands: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComingCard:
    """Why somebody does not come, and what is done, once it is known that contact is safe."""

    ref: str
    person_ref: str
    name: str
    is_safety_first: bool
    kind: str
    means: str
    never: str
    response: str
    seen: str
    view: str
    doing: str
    together: str
    adult_services: str
    look_again_on: dt.date
    is_due: bool
    is_taken_out: bool
    recorded_by: str
    recorded_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationSaid:
    """What a relative sends from their page, and how they may be answered."""

    kind: str
    words: str
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentWords:
    """What a relative sent through one link, for themselves: their own words, and the day that was promised."""

    kind: str
    words: str
    reach: str
    sent_on: dt.date
    due_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativePage:
    """The page of one relative: the snapshot, and the words that were sent through the same link."""

    copy: RelativeCopy
    sent: tuple[SentWords, ...]
    link_ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSaid:
    """What was done about a relative's words, and how and when they were told, by whom."""

    done: str
    way: str
    answered_on: dt.date
    answered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """One answer to a relative, and who recorded it."""

    done: str
    way: str
    answered_on: dt.date
    answered_by: str
    recorded_by: str
    recorded_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationCard:
    """What a relative sent from their page, where its clock stands, and what became of it, the last answer first."""

    ref: str
    version: int
    name: str
    kind: str
    says: str
    words: str
    reach: str
    sent_on: dt.date
    clock: ClockCard
    answers: tuple[AnswerCard, ...]
    may_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """Words of a relative that wait for an answer, on the first page of whoever keeps the ledger."""

    child_ref: str
    child: str
    ref: str
    name: str
    says: str
    clock: ClockCard


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopPage:
    """Who is in the loop: whom nobody asked yet, each occasion with its ledger, parents, and who does not come."""

    gaps: tuple[Gap, ...]
    occasions: tuple[OccasionCard, ...]
    parents: tuple[ParentLine, ...]
    not_coming: tuple[NotComingCard, ...]
    one_parent_only: bool
    may_keep: bool
    may_publish: bool
    sent: tuple[RepresentationCard, ...] = ()  # by relatives, from their pages
    others: tuple[tuple[str, str], ...] = ()  # adults who are no parents, and may be like one

    @property
    def latest(self) -> str:
        """Ref of the latest occasion that stands: where a question about somebody can be answered."""
        return next((card.ref for card in self.occasions if not card.is_taken_out), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionPage:
    """One occasion with everybody of the family who may be told, and everybody of the team."""

    card: OccasionCard
    everybody: tuple[RowCard, ...]
    team: tuple[RowCard, ...]
    earlier_answers: tuple[ChildAnswerCard, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """The form of one row: what stands, and what may be answered."""

    occasion: OccasionCard
    row: RowCard
    reasons: tuple[tuple[str, str], ...]
    is_team: bool = False
    of_path: bool = False  # who was invited and came is kept on the path


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentPage:
    """One father or second parent: what stands, part by part, and what is open."""

    ref: str
    name: str
    version: int
    said: dict[str, object]
    parts: tuple["ParentPart", ...]
    questions: tuple[Question, ...]
    is_safe: bool
    responsibility_on_record: bool
    may_keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentPart:
    """One part of what is known, in (term, words)."""

    name: str
    says: str
    lines: tuple[tuple[str, str], ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComingForm:
    """Whom it may be about, and the kinds with what fits each."""

    people: tuple[tuple[str, str], ...]
    kinds: tuple["KindOffered", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOffered:
    """One of the three kinds, with its responses."""

    name: str
    says: str
    means: str
    never: str
    responses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopChoices:
    """What a worker ticked for a relative's page: refs of occasions and of workers."""

    occasions: frozenset[str] = frozenset()
    workers: frozenset[str] = frozenset()
    child_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopWish:
    """A relative's page to make: for whom, with what, for how long, and how they are told the six digits."""

    child_ref: str
    reader_ref: str
    choices: LoopChoices
    days: int
    visits: int
    code_for: str
    is_easy_read: bool = False
    seen: str = ""  # the mark of the preview that the worker looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopPageForm:
    """Whom a page may be for, with what each was told, and which workers may be named."""

    readers: tuple[tuple[str, str], ...]
    occasions: tuple[tuple[str, str], ...]
    workers: tuple[tuple[str, str], ...]
