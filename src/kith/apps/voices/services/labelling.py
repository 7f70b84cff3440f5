"""Setting a label, rating it again, and writing down what the young person says of a rating. None stands alone."""

import datetime as dt

from kith.apps.access.queries import Cut, NothingHere, day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.voices import events
from kith.apps.voices.actions import LABEL as MAY_LABEL
from kith.apps.voices.actions import READ, WRITE
from kith.apps.voices.models import Label, Rating, View
from kith.apps.voices.projections import RatingSaid, ViewSaid
from kith.apps.voices.rules import CannotRecord, sound_rating, sound_view
from kith.apps.voices.sight import LABEL, held, open_rows

THERE = "This label is there already. Rate it again, so that its history stays in one place."
ALREADY = "You have recorded this rating already, of the same day."


def set_label(*, by: Actor, child_ref: str, said: RatingSaid, now: dt.datetime) -> str:
    """A first rating. A label that is closed to the writer is not in the way: a refusal would tell of it."""
    decision = require(by, MAY_LABEL, child_ref, now=now, kind=LABEL)
    sound = sound_rating(said, day_of(now))
    label = Label(kind=sound.kind, recorded_by_id=by.id, recorded_at=now)
    label.subject_id = target_of(child_ref).id
    with deed(events.LABELLED, by=by, now=now, decision=decision) as act:
        if any(row.kind == sound.kind for row in open_rows(by, Label, child_ref, now=now)):
            raise CannotRecord(THERE)
        label.save(force_insert=True)
        _rate(by, label, sound, act, child_ref, now)
    return label.ref


def rate_again(
    *, by: Actor, child_ref: str, label_ref: str, said: RatingSaid, expected_version: int, now: dt.datetime
) -> None:
    """One more row of its history; what it said before stays."""
    decision = require(by, MAY_LABEL, child_ref, now=now, kind=LABEL)
    with deed(events.RATED, by=by, now=now, decision=decision) as act:
        label = held(by, Label, child_ref, label_ref, version=expected_version, now=now)
        sound = sound_rating(_of_kind(said, label.kind), day_of(now))
        label.version += 1
        label.save()
        _rate(by, label, sound, act, child_ref, now)


def _of_kind(said: RatingSaid, kind: str) -> RatingSaid:
    if said.kind != kind:
        raise CannotRecord("This rating belongs to another label.")
    return said


def _rate(by: Actor, label: Label, sound: RatingSaid, act: Deed, child_ref: str, now: dt.datetime) -> None:
    row = Rating(label=label, rating=sound.rating, on_day=sound.on, made_by=sound.made_by, reason=sound.reason)
    row.look_again_on, row.who_asks, row.ask_by = sound.look_again_on, sound.who_asks, sound.ask_by
    row.subject_id, row.recorded_by_id, row.recorded_at = label.subject_id, by.id, now
    same = {name: getattr(row, name) for name in ("label", "rating", "on_day", "reason", "recorded_by_id")}
    if Rating.objects.filter(withdrawn_at=None, **same).exists():
        raise CannotRecord(ALREADY)
    row.save(force_insert=True)
    if sound.view:
        _keep_view(by, row, sound.view, now)
    plain = {name: getattr(sound, name) for name in ("kind", "rating", "made_by", "reason", "who_asks")}
    days = {name: str(getattr(sound, name) or "") for name in ("on", "look_again_on", "ask_by")}
    view = {"stance": sound.view.stance, "view": sound.view.words} if sound.view else {}
    act.changed(child_ref, after={"label": label.ref, "row": row.ref, **plain, **days, **view})


def tell_view(*, by: Actor, child_ref: str, rating_ref: str, said: ViewSaid, now: dt.datetime) -> None:
    """What the young person says of it now; what they said before stays on record."""
    decision = require(by, WRITE, child_ref, now=now, kind=LABEL)
    with deed(events.VIEW_TOLD, by=by, now=now, decision=decision) as act:
        rating = _standing(by, child_ref, rating_ref, now)
        sound = sound_view(said, rating.on_day, day_of(now))
        same = View.objects.filter(rating=rating, words=sound.words, stance=sound.stance, withdrawn_at=None)
        if same.filter(recorded_by_id=by.id).exists():
            raise CannotRecord("You have written down these words already.")
        _keep_view(by, rating, sound, now)
        act.changed(child_ref, after={"rating": rating.ref, "stance": sound.stance, "view": sound.words})


def _standing(by: Actor, child_ref: str, rating_ref: str, now: dt.datetime) -> Rating:
    labels = Cut(by, READ, now=now).open_rows(Label.objects.filter(subject__ref=child_ref))
    row = Rating.objects.filter(ref=rating_ref, label__in=labels.values("pk"), withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    return row


def _keep_view(by: Actor, rating: Rating, sound: ViewSaid, now: dt.datetime) -> None:
    row = View(
        rating=rating, stance=sound.stance, words=sound.words, heard_by=sound.heard_by, on_day=sound.on or day_of(now)
    )
    row.subject_id, row.recorded_by_id, row.recorded_at = rating.subject_id, by.id, now
    row.save(force_insert=True)
