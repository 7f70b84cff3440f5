"""What goes into drawn pictures and what leaves them, as frozen records."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.occasions.projections import Gap, OccasionCard
from kith.engines.drawing.scenes.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStart:
    """How a picture is begun; `follows` is the ref of the version that it goes on from, whose rest it keeps.

    `put_in` is who stands on it from the beginning, where it follows none.
    """

    kind: str
    whose: str = "child"
    view_of: str = ""
    look: str = ""
    present: str = ""
    follows: str = ""
    put_in: "PutIn | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Somebody or something on a picture, as it is to stand. Without a `spot` their mark on a photograph stays where it
    is; with one it is in thousandths of the width and height."""

    kind: str = "person"
    person: str = ""
    name: str = ""
    words: str = ""
    why: str = ""
    workers_why: str = ""
    part: str = ""
    workers_part: str = ""
    farness: int = 50
    turn: int | None = None
    state: str = "sure"
    at: str = ""
    period: str = ""
    again: str = ""
    spot: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSaid:
    """A line as it is to be drawn; from the centre where `a` is empty."""

    b: str
    a: str = ""
    kinds: tuple[str, ...]
    towards: str = ""


@dataclass(frozen=True, slots=True)
class PutIn:
    """Who stands on a picture from its beginning, and lines between them: here their ends are refs of people."""

    placed: tuple[Placing, ...]
    lines: tuple[LineSaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCard:
    """One version of a picture, in a list."""

    ref: str
    version: int
    kind: str
    title: str
    title_for_child: str
    whose: str
    whose_code: str
    drawn_on: dt.date
    present: str
    by: str
    is_finished: bool
    is_taken_out: bool
    may_draw: bool
    who_may_see: str = ""
    seen_by: str = ""  # by name, whose view it is


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCard:
    """One kind of picture on the page of all of them, with its versions, the newest first."""

    name: str
    title: str
    for_child: str
    about: str
    minutes: int
    looks: tuple[tuple[str, str], ...]
    from_network: bool
    pictures: tuple[PictureCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesPage:
    """All pictures of one child that this viewer may see."""

    kinds: tuple[KindCard, ...]
    taken_out: tuple[PictureCard, ...]
    may_draw: bool
    people: tuple[tuple[str, str], ...]
    kin: frozenset[str] = frozenset()  # of these people, whom the family lines join to the child


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSaid:
    """What a round picture of somebody is and where it may go (`basis`), and who said so or drew it."""

    basis: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceCut:
    """Which part of a photograph is shown: its middle in thousandths of the width and height, its size in thousandths
    of the shorter side."""

    across: int
    down: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFace:
    """A photograph or a drawing of somebody, as it was chosen."""

    said: FaceSaid
    data: bytes
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceCard:
    """The round picture of somebody: its bytes as a `data:` address, and all that is said of it."""

    ref: str
    version: int
    image: str
    what: str  # a photograph, a drawing
    said: FaceSaid
    may_leave: bool
    cut: FaceCut
    can_be_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCard:
    """Somebody or something that stands on a picture, as the list beside it says it."""

    ref: str
    key: str
    version: int
    kind: str
    person: str
    name: str
    says: str
    placing: Placing
    part_title: str
    is_provisional: bool
    face: FaceCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """A line on a picture, in words."""

    ref: str
    key: str
    version: int
    says: str
    line: LineSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOutCard:
    """A picture on somebody's tablet: "On a tablet of Rowan Achterberg's until 10:04 tomorrow"."""

    ref: str
    whose: str
    until: dt.datetime
    is_over: bool
    is_mine: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTablet:
    """A check-out of the reader's own, by refs alone."""

    child: str
    picture: str
    check_out: str
    until: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one check-out hands to the tablet, once: one picture as this worker may take it, and nothing else.

    `queue_key` is base64 of the 32 bytes under which the tablet keeps what it has not sent. `to_place` are people of
    the network who may be put on it: what this tablet calls each, and their name.
    """

    check_out: str
    until: dt.datetime
    queue_key: str
    scene: Scene
    placed: tuple[PlacedCard, ...]
    lines: tuple[LineCard, ...]
    to_place: tuple[tuple[str, str], ...]
    made: "tuple[MadeCard, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack:
    """One act that a tablet sends. `key` is that of what it is about, or the name of the act that placed it.

    Of a line it is the key of the one that stood there when the tablet was handed it; its ends are called as above.
    A person who is placed is called as the tablet calls them.

    `choice` is empty, or after a clash one of "tablet", "both", "here"; `version` is what was looked at.
    """

    name: str
    what: str
    placing: Placing
    key: str = ""
    version: int = 0
    choice: str = ""
    line: LineSaid | None = None
    made: "MadeSaid | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSaid:
    """A stroke of a pen, a ring or a sticker as it is to be drawn: `what` is the pen or the sticker. A ring goes around
    those whose keys are in `around`."""

    kind: str
    what: str
    points: tuple[int, ...] = ()
    width: str = ""
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCard:
    """What was made by hand on a picture, in words: "A drawing in green, by Noor", "A ring around Nan and Uncle"."""

    ref: str
    key: str
    version: int
    says: str
    made: MadeSaid

    @property
    def is_sticker(self) -> bool:
        return self.made.kind == "sticker"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotographCard:
    """The photograph of a paper map for whoever sees everybody on it; `marks` by the key of whom they stand for.

    `is_mine` tells its keeper, who alone sees it until everybody is entered.
    """

    width: int
    height: int
    marks: Mapping[str, tuple[int, int]]
    is_mine: bool
    is_entered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """One picture for one viewer: what may be seen of it and nothing that tells of the rest."""

    picture: PictureCard
    scene: Scene
    placed: tuple[PlacedCard, ...]
    lines: tuple[LineCard, ...]
    to_place: tuple[tuple[str, str], ...]
    undo: str
    redo: str
    others: tuple[PictureCard, ...]
    may_write: bool
    may_export: bool
    band: str
    tablets: tuple[CheckOutCard, ...]
    is_shared: bool
    photograph: PhotographCard | None = None
    made: tuple[MadeCard, ...] = ()

    @property
    def names_alone(self) -> tuple[PlacedCard, ...]:
        """People with a name on it of whom nobody has said who of the network they are."""
        named = (card for card in self.placed if card.kind == "person" and card.placing.name and not card.person)
        return tuple(card for card in named if card.placing.state != "blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSide:
    """One of two pictures beside each other."""

    picture: PictureCard
    scene: Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Two pictures of one kind, the earlier first, and in words what differs; one side where there is no second.

    `is_over_time` tells two versions of one person's view from the views of two.
    """

    choices: tuple[PictureCard, ...]
    sides: tuple[ComparedSide, ...]
    words: tuple[str, ...]
    is_over_time: bool
    may_draw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesPage:
    """What may be taken or given away of one picture.

    `held_back` names what stands on the picture and stays behind in a copy, and `sealed` who on it is kept from others.
    `has_photograph` says that the paper map it was made from is in a PDF too.
    """

    picture: PictureCard
    described: str
    held_back: tuple[str, ...]
    sealed: tuple[str, ...]
    no_pdf: str
    may_publish: bool
    has_photograph: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureToGive:
    """One picture as it may be given to somebody, before anybody on it is named or left out.

    Ids of the scene are keys of the placed; `view_of` is the ref of the relative whose view it is. `who_may_see` is for
    the worker's eyes alone.
    """

    ref: str
    whose: str
    view_of: str
    who_may_see: str
    scene: Scene
    placed: tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """Somebody or something on a picture that could help, and with what."""

    name: str
    ways: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody on a picture who may be put on a list to invite, or why not yet."""

    ref: str
    name: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """What is to be done after a picture was drawn, for workers: whom nobody reached, what is blank, who could help."""

    drawn: DrawnPage
    to_contact: tuple[Gap, ...]
    blanks: tuple[str, ...]
    helpers: tuple[HelpLine, ...]
    to_invite: tuple[Invitee, ...]
    occasions: tuple[OccasionCard, ...]
    may_invite: bool
