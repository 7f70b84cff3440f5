"""Stored labels, their ratings and views, and waiting as cards: never a rating without its maker and its view."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import worker_cards
from kith.apps.people.queries import Says
from kith.apps.records.base import prepared
from kith.apps.voices.models import About, Label, Rating, View, Waiting
from kith.apps.voices.passages import Texts, read_texts
from kith.apps.voices.projections import LabelCard, Quote, RatingCard, ViewCard, WaitingCard
from kith.apps.voices.sight import sieve_of
from kith.apps.voices.vocabulary import label_kinds, stances, waits
from kith.kernel.days import day_words

WAITING_PARTS = ("what_for", "keeps_in_touch", "how", "words", "how_ended")


@dataclass(frozen=True)
class Reader:
    """Who reads, on which day, and what the child is called there."""

    actor: Actor
    child_ref: str
    child: str
    now: dt.datetime
    today: dt.date
    is_copy: bool = False


@dataclass(frozen=True)
class _Read:
    """What stands beside some labels, and who wrote any of it."""

    reader: Reader
    ratings: Mapping[int, Sequence[Rating]]
    views: Mapping[int, View]  # by the key of the rating: what was said of it last
    workers: Mapping[int, WorkerCard]
    says: Says

    def by(self, row: About) -> str:
        return self.workers[row.recorded_by_id].at_agency


def label_cards(rows: Sequence[Label], reader: Reader) -> tuple[LabelCard, ...]:
    """Each with its history, the newest rating first; one whose ratings were all taken out has only these."""
    if not rows:
        return ()
    read = _read(rows, reader)
    return tuple(_label_card(row, read) for row in rows)


def _read(rows: Sequence[Label], reader: Reader) -> _Read:
    ratings = _ratings_of(label_ids=[row.pk for row in rows])
    views = _views_of(rating_ids=[row.pk for row in ratings])
    by_label: dict[int, list[Rating]] = defaultdict(list)
    for one in ratings:
        by_label[one.label_id].append(one)
    return _Read(
        reader=reader,
        ratings=by_label,
        views={view.rating_id: view for view in views},
        workers=worker_cards({one.recorded_by_id for one in (*ratings, *views)}),
        says=sieve_of(reader.actor, reader.child_ref, now=reader.now, is_copy=reader.is_copy),
    )


@prepared
def _ratings_of(*, label_ids: Collection[int]) -> QuerySet[Rating]:
    return Rating.objects.filter(label_id__in=label_ids).order_by("-on_day", "-pk")


@prepared
def _views_of(*, rating_ids: Collection[int]) -> QuerySet[View]:
    return View.objects.filter(rating_id__in=rating_ids, withdrawn_at=None).order_by("on_day", "pk")


def _label_card(row: Label, read: _Read) -> LabelCard:
    kind = label_kinds()[row.kind]
    ratings = read.ratings.get(row.pk, ())
    standing = [one for one in ratings if one.withdrawn_at is None]
    out = [one for one in ratings if one.withdrawn_at is not None]
    return LabelCard(
        ref=row.ref,
        version=row.version,
        kind=kind.says,
        means=kind.means,
        source=kind.source,
        ratings=tuple(_rating_card(one, row, read, is_newest=one is standing[0]) for one in standing),
        taken_out=tuple(_rating_card(one, row, read) for one in out),
    )


def _rating_card(row: Rating, label: Label, read: _Read, *, is_newest: bool = False) -> RatingCard:
    """Where the maker's name is closed to the viewer, whoever wrote the rating down answers for it."""
    look_again, today = row.look_again_on, read.reader.today
    return RatingCard(
        ref=row.ref,
        version=row.version,
        says=label_kinds()[label.kind].ratings[row.rating],
        on=row.on_day,
        made_by=read.says(row.made_by, by=row.recorded_by_id) or read.by(row),
        recorded_by=read.by(row),
        reason=read.says(row.reason, by=row.recorded_by_id),
        view=_view_card(row, read),
        look_again_on=look_again,
        is_late=is_newest and look_again is not None and look_again < today,
        is_taken_out=row.withdrawn_at is not None,
    )


def _view_card(row: Rating, read: _Read) -> ViewCard:
    """The stance stands also where the words are closed to the viewer, so that no label is ever bare."""
    view, child = read.views.get(row.pk), read.reader.child
    if view is None:
        return _not_asked(row, read)
    words = read.says(view.words, by=view.recorded_by_id)
    heard = read.says(view.heard_by, by=view.recorded_by_id) or read.by(view)
    on = day_words(view.on_day)
    return ViewCard(says=f"{child} {stances()[view.stance]}.", words=Quote(words), heard=f"To {heard}, {on}")


def _not_asked(row: Rating, read: _Read) -> ViewCard:
    asks = read.says(row.who_asks, by=row.recorded_by_id) or read.by(row)
    is_late = row.ask_by is not None and row.ask_by < read.reader.today
    when = f", by {day_words(row.ask_by)}" if row.ask_by else ""
    says = f"{read.reader.child} has not been asked yet. Who will ask: {asks}{when}."
    return ViewCard(says=says, words=Quote(""), is_asked=False, is_late=is_late)


def waiting_cards(rows: Sequence[Waiting], reader: Reader) -> tuple[WaitingCard, ...]:
    """One of which what it waits for is closed to the viewer is not there."""
    if not rows:
        return ()
    texts = read_texts(reader.actor, reader.child_ref, rows, now=reader.now)
    workers = worker_cards({row.recorded_by_id for row in rows})
    cards = (_waiting_card(row, texts, workers[row.recorded_by_id].at_agency, reader.today) for row in rows)
    return tuple(card for card in cards if card.what_for)


def _waiting_card(row: Waiting, texts: Texts, by: str, today: dt.date) -> WaitingCard:
    says = {part: texts.of(row, part) for part in WAITING_PARTS}
    is_over = row.ended_on is not None or row.withdrawn_at is not None
    return WaitingCard(
        ref=row.ref,
        version=row.version,
        what_for=says["what_for"],
        waits_on=waits()[row.waits_on],
        since=row.since_on,
        days=((row.ended_on or today) - row.since_on).days,
        keeps_in_touch=says["keeps_in_touch"] or by,
        how=says["how"],
        next_on=row.next_on,
        words=Quote(says["words"]),
        by=by,
        is_late=not is_over and row.next_on < today,
        ended_on=row.ended_on,
        how_ended=says["how_ended"],
        is_taken_out=row.withdrawn_at is not None,
    )
