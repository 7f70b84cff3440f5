"""Recording something of which a family may be told, taking it out, putting it back, and asking the child first."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import ANSWER_TEXTS, OCCASION_TEXTS
from kith.apps.occasions.models import ChildAnswer, Occasion
from kith.apps.occasions.projections import ChildSaid, OccasionSaid
from kith.apps.occasions.saying import CannotKeep, sound_child, sound_occasion
from kith.apps.occasions.sight import require_to_keep
from kith.apps.occasions.standing import require_standing
from kith.apps.people.queries import Texts, as_stands, write_texts
from kith.apps.records.base import require_version

TWICE = "This is on record already, with the same words on the same day. Look at it below, then change it there."


def keep_occasion(
    *,
    by: Actor,
    child_ref: str,
    said: OccasionSaid,
    occasion_ref: str = "",
    expected_version: int = 0,
    now: dt.datetime,
) -> str:
    """A new one, or what changed of one; its ref."""
    decision, texts = require_to_keep(by, child_ref, now=now), Texts(by, [child_ref], now=now)
    with deed(events.OCCASION_KEPT, by=by, now=now, decision=decision) as act:
        row = _held(child_ref, occasion_ref, expected_version) if occasion_ref else Occasion()
        sent = {name: getattr(said, name) for name in OCCASION_TEXTS}
        sound = sound_occasion(replace(said, **as_stands(row, sent, texts)), day_of(now))
        if not occasion_ref:
            row.subject_id = _subject_of_new(child_ref, sound)
        before = {"kind": row.kind, "on": str(row.on_day or "")} if occasion_ref else {}
        row.kind, row.on_day, row.at = sound.kind, sound.on, sound.at
        before |= write_texts(row, sent, {name: getattr(sound, name) for name in OCCASION_TEXTS}, texts)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        after = {"kind": row.kind, "on": str(row.on_day), "at": row.at}
        act.changed(child_ref, before=before, after=after | {name: getattr(row, name) for name in OCCASION_TEXTS})
        act.notes(occasion=row.ref)
    return str(row.ref)


def _subject_of_new(child_ref: str, said: OccasionSaid) -> int:
    subject_id = target_of(child_ref).id
    same = Occasion.objects.filter(subject_id=subject_id, kind=said.kind, on_day=said.on, withdrawn_at=None)
    if same.filter(words=said.words, at=said.at).exists():
        raise CannotKeep(TWICE)
    return subject_id


def _held(child_ref: str, occasion_ref: str, version: int, *, is_out: bool = False) -> Occasion:
    rows = Occasion.objects.select_for_update(of=("self",)).filter(ref=occasion_ref, subject__ref=child_ref)
    row = rows.filter(withdrawn_at__isnull=not is_out).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    row.version += 1
    return row


def take_out_occasion(*, by: Actor, child_ref: str, occasion_ref: str, expected_version: int, now: dt.datetime) -> None:
    """It was wrong. It stays, struck through, with whoever was written down for it."""
    decision = require_to_keep(by, child_ref, now=now)
    with deed(events.OCCASION_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        row = _held(child_ref, occasion_ref, expected_version)
        row.withdrawn_at, row.withdrawn_by_id = now, by.id
        row.save()
        act.changed(child_ref, before={"occasion": row.kind, "on": str(row.on_day)})
        act.notes(occasion=occasion_ref)


def put_back_occasion(*, by: Actor, child_ref: str, occasion_ref: str, expected_version: int, now: dt.datetime) -> None:
    decision = require_to_keep(by, child_ref, now=now)
    with deed(events.OCCASION_PUT_BACK, by=by, now=now, decision=decision) as act:
        row = _held(child_ref, occasion_ref, expected_version, is_out=True)
        row.withdrawn_at, row.withdrawn_by_id = None, None
        row.save()
        act.changed(child_ref, after={"occasion": row.kind, "on": str(row.on_day)})
        act.notes(occasion=occasion_ref)


def ask_child(*, by: Actor, child_ref: str, occasion_ref: str, said: ChildSaid, now: dt.datetime) -> None:
    """What the child says to their family being told. What they said before stays."""
    decision, sound = require_to_keep(by, child_ref, now=now), sound_child(said, day_of(now))
    with deed(events.CHILD_ASKED, by=by, now=now, decision=decision) as act:
        occasion = require_standing(by, child_ref, occasion_ref, now=now)
        row = ChildAnswer(occasion_ref=occasion.ref, answer=sound.answer, asked_on=sound.asked_on)
        row.subject_id, row.recorded_by_id, row.recorded_at = target_of(child_ref).id, by.id, now
        for name in ANSWER_TEXTS:
            setattr(row, name, getattr(sound, name))
        row.authors = dict.fromkeys(ANSWER_TEXTS, by.id)
        row.save(force_insert=True)
        said_now = {name: getattr(sound, name) for name in ANSWER_TEXTS}
        act.changed(child_ref, after={"answer": sound.answer, "asked_on": str(sound.asked_on)} | said_now)
        act.notes(occasion=occasion.ref)
