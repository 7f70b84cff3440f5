"""The labels that agencies put on a child, what the child says of each, and what the child waits for."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import Cut, NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.voices.actions import EXPORT, READ, WRITE
from kith.apps.voices.actions import LABEL as MAY_LABEL
from kith.apps.voices.label_cards import Reader, label_cards, waiting_cards
from kith.apps.voices.models import Label, Rating, Waiting
from kith.apps.voices.projections import LabelCard, LabelForm, LabelsPage, RatingCard, WaitingForm, WaitingSaid
from kith.apps.voices.sight import LABEL, may_write, open_rows
from kith.apps.voices.vocabulary import label_kinds, stances, waits


def labels_page(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> LabelsPage:
    decision = require(actor, READ, child_ref, now=now, kind=LABEL)
    note_opened(child_ref, decision=decision)
    reader = Reader(actor, child_ref, called, now, day_of(now))
    waiting = waiting_cards(_waiting(actor, child_ref, now=now), reader)
    is_past = {one.ref for one in waiting if one.ended_on or one.is_taken_out}
    return LabelsPage(
        labels=label_cards(open_rows(actor, Label, child_ref, now=now), reader),
        waiting=tuple(one for one in waiting if one.ref not in is_past),
        past=tuple(one for one in waiting if one.ref in is_past),
        may_label=may_write(actor, MAY_LABEL, child_ref, now=now),
        may_write=may_write(actor, WRITE, child_ref, now=now),
        may_take=may_write(actor, EXPORT, child_ref, now=now),
    )


def _waiting(actor: Actor, child_ref: str, *, now: dt.datetime) -> list[Waiting]:
    return sorted(open_rows(actor, Waiting, child_ref, now=now), key=lambda row: row.since_on)


def label_form(
    actor: Actor, child_ref: str, label_ref: str = "", *, kind: str = "", called: str, now: dt.datetime
) -> LabelForm:
    """For a new label, of the kinds that nothing open to the writer says already; or for one more rating."""
    require(actor, MAY_LABEL, child_ref, now=now, kind=LABEL)
    rows = open_rows(actor, Label, child_ref, now=now)
    if not label_ref:
        return _new_label({row.kind for row in rows}, kind)
    row = next((row for row in rows if row.ref == label_ref), None)
    if row is None:
        raise NothingHere
    (label,) = label_cards([row], Reader(actor, child_ref, called, now, day_of(now)))
    return LabelForm(
        kinds=((row.kind, label.kind, label.means),),
        ratings=tuple(label_kinds()[row.kind].ratings.items()),
        stances=_stances(),
        label=label,
        version=row.version,
    )


def _new_label(there: Collection[str], chosen: str) -> LabelForm:
    """The kinds to choose from, or the ratings of the one that was chosen: also of one that has come there meanwhile,
    so that whoever was second keeps their words."""
    found = label_kinds().get(chosen)
    free = [found] if found else [kind for kind in label_kinds().values() if kind.name not in there]
    return LabelForm(
        kinds=tuple((kind.name, kind.says, kind.means) for kind in free),
        ratings=tuple(found.ratings.items()) if found else (),
        stances=_stances(),
    )


def rating_to_ask_about(
    actor: Actor, child_ref: str, rating_ref: str, *, called: str, now: dt.datetime
) -> tuple[LabelCard, RatingCard, tuple[tuple[str, str], ...]]:
    """The rating of which the young person says what they think, and how they may see it; for whoever writes down
    what children say."""
    require(actor, WRITE, child_ref, now=now, kind=LABEL)
    rows = Cut(actor, READ, now=now).open_rows(Label.objects.filter(subject__ref=child_ref))
    found = Rating.objects.filter(ref=rating_ref, label__in=rows.values("pk"), withdrawn_at=None)
    rating = found.select_related("label").first()
    if rating is None:
        raise NothingHere
    (label,) = label_cards([rating.label], Reader(actor, child_ref, called, now, day_of(now)))
    return label, next(one for one in label.ratings if one.ref == rating_ref), _stances()


def waiting_form(actor: Actor, child_ref: str, waiting_ref: str = "", *, now: dt.datetime) -> WaitingForm:
    require(actor, WRITE, child_ref, now=now, kind=LABEL)
    if not waiting_ref:
        return WaitingForm(waits=tuple(waits().items()))
    rows = [row for row in open_rows(actor, Waiting, child_ref, now=now) if row.ref == waiting_ref]
    cards = waiting_cards(rows, Reader(actor, child_ref, "", now, day_of(now)))
    if not cards or cards[0].is_taken_out:
        raise NothingHere
    card, row = cards[0], rows[0]
    said = WaitingSaid(
        what_for=card.what_for,
        waits_on=row.waits_on,
        since=card.since,
        keeps_in_touch=card.keeps_in_touch,
        how=card.how,
        next_on=card.next_on,
        words=card.words.whole,
        ended_on=card.ended_on,
        how_ended=card.how_ended,
    )
    return WaitingForm(waits=tuple(waits().items()), said=said, version=row.version)


def _stances() -> tuple[tuple[str, str], ...]:
    return tuple((name, says[:1].upper() + says[1:]) for name, says in stances().items())
