"""What leaves the app: sets in a list, the page of one, and who is meant by the stand-ins of a copy that came back."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSaid:
    """A set as it is begun: what for, by the ids of the words, and the day on which its list is destroyed."""

    purpose: str
    what_for: str
    people: str
    dates: str
    ends_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCard:
    """One set, in a list; `is_ending` in the last days before its list is destroyed."""

    ref: str
    version: int
    code: str
    purpose: str
    what_for: str
    people: str
    dates: str
    ends_on: dt.date
    made_by: str
    made_at: dt.datetime
    is_ended: bool
    is_ending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsPage:
    """The sets of one child, the newest first, and what this viewer may do with them."""

    sets: tuple[SetCard, ...]
    may_make: bool
    may_turn_back: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that may still lead to somebody, by its code."""

    code: str
    says: str


@dataclass(frozen=True, slots=True)
class UnsureWord:
    """A word that may be a name: whether anybody said what becomes of it, and what; with a sentence it stands in."""

    word: str
    stands_in: str
    is_left: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """A picture that may be copied."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """One set before a copy is made of it."""

    card: SetCard
    words: tuple[UnsureWord, ...]
    warnings: tuple[Warned, ...]
    pictures: tuple[PictureChoice, ...]
    row_count: int
    kept_back: int
    no_pdf: str
    may_turn_back: bool

    @property
    def new_words(self) -> tuple[UnsureWord, ...]:
        return tuple(one for one in self.words if one.is_new)


@dataclass(frozen=True, slots=True)
class Meant:
    """A stand-in and what it is for."""

    word: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentBack:
    """What somebody wrote beside one row of a copy, with names again, and the row as it stands here."""

    row_ref: str
    when: str
    fact: str
    comment: str = ""
    expected: str = ""
    actual: str = ""


@dataclass(frozen=True, slots=True)
class LostComment:
    """What stood beside a row that could not be found here, as it was written."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedBack:
    """One look-up: who is meant, as far as this viewer may read them now, and what came back beside which rows."""

    meant: tuple[Meant, ...] = ()
    comments: tuple[CommentBack, ...] = ()
    lost: tuple[LostComment, ...] = ()
    may_place: bool = False
