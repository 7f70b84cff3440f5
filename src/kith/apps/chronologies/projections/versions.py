"""Versions of a chronology for professionals: editions, and what a review makes of the rows."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.chronologies.projections.rows import RowCard


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCard:
    """An edition by the name it is called, mostly its number: what it was for, and who published it when."""

    ref: str
    called: str
    what_for: str
    published_by: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsPage:
    """All editions of a child, the newest first."""

    editions: tuple[EditionCard, ...]
    may_publish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage:
    """One edition as its reader may see it: rows as they stood on its day, oldest first."""

    edition: EditionCard
    rows: tuple[RowCard, ...]
    may_take: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisCard:
    """The three columns of a review beside one row; `version` is 0 while nothing was written."""

    comment: str = ""
    expected: str = ""
    actual: str = ""
    by: str = ""
    at: dt.datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A row with what the review makes of it."""

    row: RowCard
    analysis: AnalysisCard
