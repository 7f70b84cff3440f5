"""Labels of risk and waiting. A rating cannot leave the app without its day, its maker and the young person's view."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.voices.projections.voices import Quote
from kith.kernel.days import day_words
from kith.kernel.errors import KithError


class BareLabel(KithError):
    """A rating without its day, its maker or the young person's view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewSaid:
    """What the young person says of a rating, as it is told."""

    stance: str
    words: str = ""
    heard_by: str = ""
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSaid:
    """What a label says, as it is told; with the view, or with who is to ask."""

    kind: str
    rating: str
    on: dt.date
    made_by: str
    reason: str
    look_again_on: dt.date | None = None
    view: ViewSaid | None = None
    who_asks: str = ""
    ask_by: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSaid:
    """For what a child waits, what it waits on, and who keeps in touch how until when."""

    what_for: str
    waits_on: str
    since: dt.date
    keeps_in_touch: str
    how: str
    next_on: dt.date
    words: str = ""
    ended_on: dt.date | None = None
    how_ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCard:
    """The young person's own view, or in so many words that nobody has asked yet and who will."""

    says: str
    words: Quote
    heard: str = ""
    is_asked: bool = True
    is_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingCard:
    """One rating of a label's history. There is none without a day, a maker and a view."""

    ref: str
    version: int
    says: str
    on: dt.date
    made_by: str
    recorded_by: str
    reason: str
    view: ViewCard
    look_again_on: dt.date | None = None
    is_late: bool = False
    is_taken_out: bool = False

    def __post_init__(self) -> None:
        if not (self.on and self.made_by and self.view and self.view.says):
            raise BareLabel("A rating is shown with its day, its maker and the young person’s view, or not at all.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelCard:
    """A label with its whole history, the newest first; `says` is the newest in one sentence, for other pages."""

    ref: str
    version: int
    kind: str
    means: str
    source: str
    ratings: tuple[RatingCard, ...]
    taken_out: tuple[RatingCard, ...] = ()

    @property
    def says(self) -> str:
        newest = self.ratings[0] if self.ratings else None
        if newest is None:
            return ""
        view = newest.view
        words = f" “{view.words.begin}{'…' if view.words.rest else ''}”" if view.words else ""
        day = day_words(newest.on)
        return f"{self.kind}: {newest.says}, on {day}, by {newest.made_by}. {view.says}{words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCard:
    """For what a child waits, and the plan of contact."""

    ref: str
    version: int
    what_for: str
    waits_on: str
    since: dt.date
    days: int
    keeps_in_touch: str
    how: str
    next_on: dt.date
    words: Quote
    by: str
    is_late: bool = False
    ended_on: dt.date | None = None
    how_ended: str = ""
    is_taken_out: bool = False

    @property
    def says(self) -> str:
        """For other pages, in one sentence."""
        since = day_words(self.since)
        next_on = day_words(self.next_on)
        return (
            f"Waiting for {self.what_for} since {since}. {self.waits_on}. "
            f"In touch meanwhile: {self.keeps_in_touch}, next by {next_on}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsPage:
    """The labels that agencies put on a child, with the child's view of each, and what the child waits for."""

    labels: tuple[LabelCard, ...]
    waiting: tuple[WaitingCard, ...]
    past: tuple[WaitingCard, ...]
    may_label: bool
    may_write: bool
    may_take: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelForm:
    """What the form about a label offers: kinds to choose from until one is chosen, then its ratings."""

    kinds: tuple[tuple[str, str, str], ...]  # name, what it is called, what it means
    ratings: tuple[tuple[str, str], ...]
    stances: tuple[tuple[str, str], ...]
    label: LabelCard | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingForm:
    """What the form about waiting offers, and what stands in it."""

    waits: tuple[tuple[str, str], ...]
    said: WaitingSaid | None = None
    version: int = 0
