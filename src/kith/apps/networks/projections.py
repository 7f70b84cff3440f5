"""What a page of a child's network is made of: plain words and numbers, already cut for one viewer."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.access.projections import Reason, Watcher
from kith.apps.cases.projections import CheckCard, ChildStatus, OwnDay
from kith.apps.networks.copy_cards import CopyChoices as CopyChoices
from kith.apps.networks.copy_cards import CopyForm as CopyForm
from kith.apps.networks.copy_cards import CopyPreview as CopyPreview
from kith.apps.networks.copy_cards import CopyWish as CopyWish
from kith.apps.networks.copy_cards import GiveChoices as GiveChoices
from kith.apps.networks.copy_cards import GiveForm as GiveForm
from kith.apps.networks.copy_cards import GivePreview as GivePreview
from kith.apps.networks.copy_cards import GiveWish as GiveWish
from kith.apps.networks.copy_cards import LinksPage as LinksPage
from kith.apps.networks.faces import ChildFace as ChildFace
from kith.apps.networks.faces import Choice as Choice
from kith.apps.networks.family_copies import FamilyCopy as FamilyCopy
from kith.apps.networks.family_copies import read_copy as read_copy
from kith.apps.networks.given_pictures import DRAWN_PICTURE as DRAWN_PICTURE
from kith.apps.networks.given_pictures import GivenPicture as GivenPicture
from kith.apps.networks.given_pictures import read_given as read_given
from kith.apps.networks.given_stories import GivenRow as GivenRow
from kith.apps.networks.given_stories import GivenStory as GivenStory
from kith.apps.networks.given_stories import read_story as read_story
from kith.apps.networks.merge_cards import DestroyingPage as DestroyingPage
from kith.apps.networks.merge_cards import MergeChoices as MergeChoices
from kith.apps.networks.merge_cards import MergePage as MergePage
from kith.apps.networks.merge_cards import PartingPage as PartingPage
from kith.apps.networks.merge_cards import RecordSide as RecordSide
from kith.apps.networks.merge_cards import TwoSides as TwoSides
from kith.apps.networks.story_cards import RowToChoose as RowToChoose
from kith.apps.networks.story_cards import StoryForm as StoryForm
from kith.apps.networks.story_cards import StoryPreview as StoryPreview
from kith.apps.networks.story_cards import StoryReaders as StoryReaders
from kith.apps.networks.story_cards import StoryTogether as StoryTogether
from kith.apps.networks.story_cards import StoryWish as StoryWish
from kith.apps.people.projections import FactCard, OnlyPointed, SealableRecord, TakenOut, TakenOutNote


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person in a list."""

    ref: str
    name: str
    initials: str
    age: str
    kin: str
    fact: str
    certainty: str
    told_by: str
    told_on: str
    is_child: bool


@dataclass(frozen=True, slots=True)
class Generation:
    """A row of the picture as a list."""

    name: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """A tie in words."""

    ref: str
    version: int
    says: str
    certainty: str
    told_by: str
    told_on: str = ""
    agency: str = ""
    view_of: str = ""
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeMember:
    """Somebody who lives in a home."""

    ref: str
    name: str
    kin: str
    stays: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCard:
    """A home and who lives there."""

    ref: str
    name: str
    address: str
    since: str
    members: tuple[HomeMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """Somebody on the team around the child."""

    name: str
    initials: str
    role: str
    agency: str
    since: str
    phone: str
    is_you: bool
    is_lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that was added lately."""

    when: str
    says: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """Everything on the child's page."""

    child: ChildFace
    thumbnail: str
    described: str
    generations: tuple[Generation, ...]
    households: tuple[HomeCard, ...]
    responsibilities: tuple[str, ...]
    lately: tuple[Change, ...]
    may_edit: bool
    because: str
    status: ChildStatus | None
    checks: tuple[CheckCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSwitch:
    """One layer of a picture; `turned` are the numbers of the layers that are off once it is pressed ("2.5")."""

    says: str
    is_on: bool
    turned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePage:
    """The picture with its list and sentences."""

    child: ChildFace
    svg: str
    described: str
    generations: tuple[Generation, ...]
    lines: tuple[LineCard, ...]
    lines_off: int  # how many more there are in layers that are switched off
    lines_taken_out: tuple[LineCard, ...]
    people_taken_out: tuple[TakenOut, ...]
    sentences: tuple[str, ...]
    switches: tuple[LayerSwitch, ...]
    people_count: int
    may_edit: bool
    may_load: bool
    no_pdf: str  # why none can be made on this computer


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A picture to take away; its name says nothing about anybody."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """What a form about a family needs: the child, and the people to choose from."""

    child: ChildFace
    people: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealingPage:
    """Somebody in a child's family: what of them may be sealed on its own, and who else is in the family."""

    child: ChildFace
    name: str
    is_child: bool
    records: tuple[SealableRecord, ...]
    others: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLine:
    """A child in a list."""

    ref: str
    name: str
    initials: str
    age: str
    born: str = ""
    expected: str = ""
    mother: str = ""
    role: str = ""
    since: str = ""
    may_open: bool = True
    asks: tuple[TeamLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPage:
    """What was asked for and what was found; or, while nothing is asked, the viewer's own children."""

    asked: str
    is_whole_county: bool
    found: tuple[ChildLine, ...]
    pointed: OnlyPointed | None
    is_capped: bool
    how_many: str
    children: tuple[ChildLine, ...]
    front_door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayChange:
    """Something new for one of the viewer's children."""

    child: ChildLine
    says: str
    by: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """The viewer's day."""

    on: dt.date
    sentence: str
    children: tuple[ChildLine, ...]
    lately: tuple[TodayChange, ...]
    day: OwnDay
    called: Mapping[str, str]  # the names of children on this page, by ref


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is known of somebody: its name and the words."""

    term: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A date in somebody's life, and how we know."""

    what: str
    when: str
    told_by: str
    told_on: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTie:
    """A tie seen from one of its people."""

    ref: str
    tie_ref: str
    version: int
    name: str
    says: str
    when: str
    told_by: str
    told_on: str
    certainty: str
    agency: str = ""
    view_of: str = ""
    words: str = ""
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """What one source says."""

    says: str
    told_by: str
    told_on: str = ""
    agency: str = ""
    certainty: str = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Accounts that differ, side by side."""

    about: str
    accounts: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFace:
    """The person a page is about."""

    ref: str
    version: int
    name: str
    initials: str
    kin: str
    fact: str
    age: str
    pronouns: str
    is_child: bool
    has_case: bool
    certainty: str
    is_withdrawn: bool
    was_lost: bool  # a pregnancy that ended, or a stillborn baby
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityLine:
    """Parental responsibility seen from one of its people; it is changed on the page of the child."""

    ref: str
    says: str
    about: str
    is_open: bool
    is_for_them: bool
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One person in a child's family."""

    child: ChildFace
    person: PersonFace
    names: tuple[FactCard, ...]
    dates: tuple[DateLine, ...]
    facts: tuple[Said, ...]
    languages: tuple[str, ...]
    ties: tuple[PersonTie, ...]
    homes: tuple[FactCard, ...]
    addresses: tuple[FactCard, ...]
    numbers: tuple[FactCard, ...]
    responsibilities: tuple[ResponsibilityLine, ...]
    disputes: tuple[Dispute, ...]
    contradictions: tuple[str, ...]
    may_edit: bool
    may_take_out: bool
    may_put_back: bool


@dataclass(frozen=True, slots=True)
class WatcherGroup:
    """People who can see a page by the same kind of rule."""

    says: str
    watchers: tuple[Watcher, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeingPage:
    """Why this viewer can see a child's page, and who else can."""

    child: ChildFace
    reasons: tuple[Reason, ...]
    watchers: tuple[WatcherGroup, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """That a child is known, whom to ring, and whether an emergency look could be taken."""

    child_ref: str
    may_open: bool
    is_own_agency: bool
    asks: tuple[TeamLine, ...]
    may_look: bool
    is_suspended: bool
    is_looking: bool
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyPage:
    """The form of an emergency look; not needed where the child opens, a look lasts, or the right is suspended."""

    child_ref: str
    is_needed: bool
    reasons: tuple[tuple[str, str], ...]
    hours: int
    review_within: int  # working days
    phone: str
