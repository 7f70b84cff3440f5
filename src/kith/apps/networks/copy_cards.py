"""What the pages on which a worker makes a family copy need."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.access.projections import EndedLinkCard, LinkCard
from kith.apps.networks.faces import ChildFace, Choice
from kith.apps.networks.family_copies import FamilyCopy
from kith.apps.networks.given_pictures import GivenPicture
from kith.apps.occasions.projections import InvitationSaid

NOT_SAID = InvitationSaid(safety="", hurt="")


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
    is_easy_read: bool = False
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
class ThingToGive:
    """One thing on a picture: what it is called there, and in what ways it may stand on the page, by code and words."""

    key: str
    name: str
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveChoices:
    """How each thing stands on the page, by its key: in a role word, by name, with its words, or not at all.

    What nobody chose for stands in a role word. Lines tell what somebody feels, and stay behind until they are
    ticked; and so do faces, and what was drawn by hand, in which nobody can be left out. Nobody who stands in a role
    word has a face.
    """

    stands: Mapping[str, str]
    shows_lines: bool = False
    shows_made: bool = False
    shows_faces: bool = False
    child_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveForm:
    """Whom and what a worker may choose of one picture."""

    child: ChildFace
    title: str
    readers: tuple[Choice, ...]
    things: tuple[ThingToGive, ...]
    has_lines: bool
    has_made: bool
    has_faces: bool
    no_pdf: str
    who_may_see: str  # in the words of whoever drew it, as this worker may read them
    safety_answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveWish:
    """A picture to give: for whom, with what, for how long, and how they are told the six digits."""

    child_ref: str
    picture_ref: str
    reader_ref: str
    choices: GiveChoices
    days: int
    visits: int
    code_for: str
    is_easy_read: bool = False
    safety: InvitationSaid = NOT_SAID
    has_read: bool = False  # what whoever drew it says about who may see it
    seen: str = ""  # the mark of the preview that the worker looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePreview:
    """The picture as the reader will see it, and the mark by which publishing knows that this is what was looked at."""

    given: GivenPicture
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
