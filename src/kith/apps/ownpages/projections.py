"""A young person's own page: as it is told, and as it leaves the app for one viewer."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.ownpages.copies import OWN_PAGE, CopiedPart, OwnPageCopy, read_own_page

__all__ = [
    "OWN_PAGE",
    "CopiedPart",
    "Field",
    "GivePreview",
    "GiveWish",
    "OwnPage",
    "OwnPageCard",
    "OwnPageCopy",
    "OwnPageForm",
    "PageSaid",
    "PartCard",
    "PartSaid",
    "SectionCard",
    "Sheet",
    "SheetPart",
    "StoodBefore",
    "TellingCard",
    "read_own_page",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSaid:
    """The words of one section, and who may read them. `key` is the one that the form had for it."""

    key: str
    text: str
    readers: str
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSaid:
    """One time that the young person told us. `seen` is the mark of what the form began with."""

    on: dt.date
    way: str
    chose: str
    parts: tuple[PartSaid, ...]
    heard_by: str = ""
    chose_words: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoodBefore:
    """An earlier version of a part."""

    text: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCard:
    """A part as one viewer sees it: whole, with who may read it and when it was last said to be right."""

    ref: str
    section: str
    text: str
    readers: str
    shown: str
    when: str
    right: str = ""  # when they last said that it still is, where that was later
    names: tuple[str, ...] = ()  # of the named readers, for whoever wrote the part down
    earlier: tuple[StoodBefore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingCard:
    """One time that the young person told us something that stands: when, to whom, and who chose its readers."""

    when: str
    heard: str
    chose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCard:
    """One section with what of it this viewer may read."""

    name: str
    title: str
    parts: tuple[PartCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """The whole page for one viewer. A section of which they may read nothing is not in it."""

    sections: tuple[SectionCard, ...]
    tellings: tuple[TellingCard, ...]
    look_again: str
    seen: str
    may_write: bool
    may_print: bool
    may_give: bool

    @property
    def is_empty(self) -> bool:
        return not self.sections


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageCard:
    """For the child's page: how to talk with them, or that nobody has asked yet."""

    says: str
    look_again: str
    is_empty: bool
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One section of the form, with what stands in it."""

    key: str
    title: str
    asks: str
    ideas: tuple[str, ...]
    text: str = ""
    readers: str = ""
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageForm:
    """What the form offers: its fields, who may be named, and the words of its choices."""

    fields: tuple[Field, ...]
    workers: tuple[tuple[str, str], ...]
    readers: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    choosers: tuple[tuple[str, str], ...]
    seen: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One section on paper, one thought a line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What may stand on paper: only what everybody may read. `card` is the part of it that fits into a pocket."""

    parts: tuple[SheetPart, ...]
    card: tuple[SheetPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveWish:
    """The page as a link for the young person themselves; `seen` is the mark of what was looked at."""

    child_ref: str
    days: int
    visits: int
    code_for: str
    is_easy_read: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePreview:
    """The page exactly as the young person will see it, and its mark."""

    copy: OwnPageCopy
    mark: str
