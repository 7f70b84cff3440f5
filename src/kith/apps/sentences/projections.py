"""What leaves sentences: the whole of one for whoever supervises, and for a child's workers what keeps it safe."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step as it is told: what, on which day, and who said so."""

    step: str
    on: dt.date
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionSaid:
    """A condition as it is told; without an age it covers the children it names and nobody else."""

    kind: str
    since: dt.date
    said_by: str
    basis: str
    until: dt.date | None = None
    under: int | None = None
    why_age: str = ""
    words: str = ""
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySaid:
    """What the sentence plan says of children."""

    victim_safety: str = ""
    safeguarding: str = ""
    contingency: str = ""
    risk_named: str = ""
    risk_general: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntelligenceSaid:
    """Intelligence, where it came from, and the refs of those who may read it beside whoever writes it."""

    words: str
    source: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervised:
    """An adult in the list of whoever supervises them."""

    ref: str
    name: str
    stage: str
    is_to_tell: bool
    is_near_a_child: bool = False
    overdue: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overseen:
    """An adult whom the own agency supervises, for whoever manages that: never whom their conditions name."""

    ref: str
    name: str
    stage: str
    officers: tuple[str, ...]
    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverseenPage:
    """One of them: what stands, in (what, when), and to whom of the agency they can be given."""

    adult: Overseen
    conditions: tuple[tuple[str, str], ...]
    colleagues: tuple[tuple[str, str], ...]
    may_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCard:
    """That an adult and a child are on record at one address: a pointer, with no name in it."""

    ref: str
    found_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCard:
    """A step that was taken."""

    ref: str
    says: str
    on: dt.date
    said_by: str
    by: str
    is_taken_out: bool
    may_take_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionCard:
    """A condition in words: what it is, whom it covers, from when to when, and why it may be shared."""

    ref: str
    version: int
    kind: str
    says: str
    means: str
    covers: str
    when: str
    words: str
    said_by: str
    basis: str
    why_age: str = ""
    is_over: bool = False
    is_taken_out: bool = False
    recorded_by: str = ""
    recorded_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafeCard:
    """An adult on record where a child lives with whom a condition forbids them to live."""

    adult: str
    child: str
    place: str
    condition: str
    adult_ref: str = ""
    child_ref: str = ""  # empty for a child who is pointed at and not named, and for one who is not on record yet

    @property
    def says(self) -> str:
        return f"{self.adult} and {self.child} at one address: {self.place}. A condition forbids it: {self.condition}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """What somebody has to hear of one condition, or heard: when, and from whom."""

    ref: str
    children: tuple[str, ...]
    condition: str
    what: str
    changed_at: dt.datetime
    told_at: dt.datetime | None
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellCard:
    """Somebody to tell of conditions, or who was told."""

    name: str
    reach: str
    conditions: tuple[ToldOf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCard:
    """What the sentence plan says of children, in (heading, words), with who wrote it and when."""

    parts: tuple[tuple[str, str], ...]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePage:
    """An adult's whole sentence, for whoever supervises them; never intelligence."""

    ref: str
    name: str
    stage: str
    version: int
    steps: tuple[StageCard, ...]
    next_steps: tuple[tuple[str, str], ...]
    conditions: tuple[ConditionCard, ...]
    past: tuple[ConditionCard, ...]
    unsafe: tuple[UnsafeCard, ...]
    to_tell: tuple[TellCard, ...]
    told: tuple[TellCard, ...]
    summary: SummaryCard | None
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionForm:
    """What a form about a condition offers, and what stands in it."""

    ref: str
    name: str
    kinds: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    children: tuple[tuple[str, str], ...]
    said: ConditionSaid | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardCard:
    """One adult, for the workers of a child: stage, conditions that touch the child, whom to ring. Nothing else."""

    ref: str
    name: str
    stage: str
    conditions: tuple[ConditionCard, ...]
    workers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardsPage:
    """The adults round a child whose conditions keep the child safe."""

    adults: tuple[SafeguardCard, ...]
    unsafe: tuple[UnsafeCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One address at which an adult and a child were found, for the front door: whom it is about and whom to ring."""

    ref: str
    found_at: dt.datetime
    unsafe: UnsafeCard
    adult: SafeguardCard
    child_name: str
    workers: tuple[tuple[str, str], ...]
    came_of: str = ""
    looked_by: str = ""
    looked_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntelligenceCard:
    """One piece of intelligence, for somebody on its list."""

    ref: str
    seal_ref: str
    words: str
    source: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IntelligencePage:
    """What a reader may read, and whether they may add to it; `workers` are those to choose from."""

    ref: str
    name: str
    cards: tuple[IntelligenceCard, ...]
    may_add: bool
    workers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencesNote:
    """For the first page: what the reader may do with sentences, and whether something waits for them."""

    may_supervise: bool = False
    is_to_tell: bool = False
    may_oversee: bool = False
    is_to_look_at: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLinks:
    """For the page of one person: what of a sentence it may lead this viewer to."""

    may_supervise: bool = False
    is_bound: bool = False
    has_intelligence: bool = False
