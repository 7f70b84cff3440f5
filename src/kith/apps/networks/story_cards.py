"""What the pages need on which a worker gives somebody of the family what happened for a child."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.chronologies.projections import KnownRow, RowCard
from kith.apps.networks.copy_cards import NOT_SAID
from kith.apps.networks.faces import ChildFace, Choice
from kith.apps.networks.given_stories import GivenRow, GivenStory
from kith.apps.occasions.projections import InvitationSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReaders:
    """For whom a copy may be made."""

    child: ChildFace
    readers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowToChoose:
    """A row that may go to this reader; `why_left` says why it stays out until somebody ticks it, or is empty."""

    card: RowCard
    why_left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryForm:
    """What a worker may choose for one reader, and what goes no farther."""

    child: ChildFace
    reader: Choice
    reader_part: str
    rows: tuple[RowToChoose, ...]
    known: tuple[KnownRow, ...]
    kept: tuple[RowCard, ...]
    people: tuple[Choice, ...]
    no_pdf: str
    safety_answers: Mapping[str, str]

    @property
    def is_own(self) -> bool:
        return self.reader_part == "young_person"

    @property
    def has_childs_words(self) -> bool:
        return any(one.card.said.childs_words for one in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWish:
    """A copy to make: for whom, of which rows, for how long, and how they are told the six digits."""

    child_ref: str
    reader_ref: str
    rows: frozenset[str]
    named: frozenset[str] = frozenset()
    shows_childs_words: bool = False
    child_says: str = ""
    safety: InvitationSaid = NOT_SAID
    days: int = 7
    visits: int = 5
    code_for: str = ""
    is_easy_read: bool = False
    seen: str = ""  # the mark of the preview that the worker looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPreview:
    """The page as its reader will see it, words that may be names, and the mark of what was looked at."""

    given: GivenStory
    doubtful: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTogether:
    """A row that is read together, and which it is, for what the family says beside it."""

    ref: str
    row: GivenRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTogether:
    """What a worker and somebody of the family read together on a tablet."""

    given: GivenStory
    rows: tuple[RowTogether, ...]
    reader: str
