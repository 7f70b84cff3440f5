"""What the pages on which a worker makes a family copy need."""

from dataclasses import dataclass

from kith.apps.access.projections import EndedLinkCard, LinkCard
from kith.apps.networks.faces import ChildFace, Choice
from kith.apps.networks.family_copies import FamilyCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyChoices:
    """What a worker ticked: refs of people to leave out or to name, and of workers to show or to name."""

    left_out: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    helpers_named: frozenset[str] = frozenset()
    child_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWish:
    """A copy to make: for whom, with what, for how long, and how they are told the six digits."""

    child_ref: str
    reader_ref: str
    choices: CopyChoices
    days: int
    visits: int
    code_for: str
    seen: str = ""  # the mark of the preview that the worker looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyForm:
    """Whom and what a worker may choose."""

    child: ChildFace
    readers: tuple[Choice, ...]
    people: tuple[Choice, ...]
    helpers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPreview:
    """The copy as the reader will see it, and the mark by which publishing knows that this is what was looked at."""

    copy: FamilyCopy
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLink:
    """A live link, with its reader's name."""

    link: LinkCard
    reader: str
    kin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedLink:
    """A link that opens no more, with its reader's name."""

    link: EndedLinkCard
    reader: str
    kin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksPage:
    """The links about a child whose readers this viewer may see: those that are open, and those that were."""

    child: ChildFace
    links: tuple[FamilyLink, ...]
    ended: tuple[EndedLink, ...]
    may_publish: bool
