"""A child's voice: as it is told, and as it leaves the app with what came of it."""

import datetime as dt
from dataclasses import dataclass, field

from kith.apps.voices.quoting import SHOWN, parted
from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSaid:
    """What a child said or showed, as it is told. Who heard it stands by the ref of their account or by their name;
    with neither it is whoever writes it."""

    on: PartialDate
    way: str
    words: str = ""
    drew: str = ""
    did: str = ""
    meaning: str = ""
    language: str = ""
    heard_by: str = ""
    hearer: str = ""
    is_about_me: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSaid:
    """What came of a voice, as it is told."""

    kind: str
    what: str
    words: str
    on: PartialDate
    by_whom: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they were said, whole; a page shows how they begin and brings the rest when asked."""

    whole: str
    most: int = SHOWN

    def __bool__(self) -> bool:
        return bool(self.whole)

    @property
    def begin(self) -> str:
        return parted(self.whole, most=self.most)[0]

    @property
    def rest(self) -> str:
        return parted(self.whole, most=self.most)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """One thing that came of a voice."""

    ref: str
    version: int
    kind: str
    what: str
    words: str
    when: str
    by: str
    reply: Quote = field(default_factory=lambda: Quote(""))
    last_by: str = ""
    earlier: tuple["EarlierCard", ...] = ()
    is_taken_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingCard:
    """A picture beside a voice."""

    ref: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCard:
    """A passage as it was written before."""

    words: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceCard:
    """A voice with who heard it and when, and what came of it."""

    ref: str
    version: int
    when: str
    way: str
    heard_by: str
    recorded_by: str
    recorded_at: dt.datetime
    last_by: str
    words: Quote
    drew: Quote
    did: Quote
    meaning: Quote
    is_about_me: bool = False
    is_taken_out: bool = False
    answers: tuple[AnswerCard, ...] = ()
    answers_out: tuple[AnswerCard, ...] = ()
    drawings: tuple[DrawingCard, ...] = ()
    earlier: tuple[EarlierCard, ...] = ()

    def came(self, kind: str) -> tuple[AnswerCard, ...]:
        return tuple(one for one in self.answers if one.kind == kind)

    @property
    def is_used(self) -> bool:
        return any(one.kind != "told" for one in self.answers)

    @property
    def is_fed_back(self) -> bool:
        return any(one.kind == "told" for one in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesPage:
    """All that a child says and shows, the newest first, and what of the rows may be put back."""

    voices: tuple[VoiceCard, ...]
    taken_out: tuple[VoiceCard, ...]
    may_write: bool
    may_see_labels: bool
    has_more: bool = False
    may_take: bool = False
    answers: tuple[tuple[str, str, str], ...] = ()  # what may come of it: its kind, its heading, the words of its act


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceForm:
    """What the form about a voice offers, and what stands in it."""

    ways: tuple[tuple[str, str], ...]
    hearers: tuple[tuple[str, str], ...] = ()
    said: VoiceSaid | None = None
    version: int = 0
    standing: VoiceCard | None = None  # as it stands now, for whoever was second


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """What the form about what came of a voice offers, with the voice it is about."""

    kind: str
    asks: str
    words: str
    who: str
    what: tuple[tuple[str, str], ...]
    has_reply: bool
    voice: VoiceCard
    said: AnswerSaid | None = None  # what stands, where it is to be corrected
    version: int = 0
    standing: AnswerCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesHead:
    """For the head of the child's page: who they are in their own words, each label whole, and whether they wait."""

    words: Quote
    is_quoted: bool
    heard: str
    labels: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    may_write: bool = False
    may_see_voices: bool = False
    may_see_labels: bool = False
    is_empty: bool = False
