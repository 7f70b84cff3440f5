"""Saying why somebody does not come and what is done about it, and taking a wrong answer out."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import NOT_COMING_TEXTS
from kith.apps.occasions.models import NotComing
from kith.apps.occasions.projections import NotComingSaid
from kith.apps.occasions.saying import CannotKeep, sound_not_coming
from kith.apps.occasions.sight import require_to_keep

TWICE = "This is on record already, in the same words. Look at it below."


def keep_not_coming(*, by: Actor, child_ref: str, person_ref: str, said: NotComingSaid, now: dt.datetime) -> None:
    """One more answer; earlier ones stay as they were."""
    decision = require_to_keep(by, child_ref, person_ref, now=now)
    sound = sound_not_coming(said, day_of(now))
    texts = {name: getattr(sound, name) for name in NOT_COMING_TEXTS}
    with deed(events.NOT_COMING_KEPT, by=by, now=now, decision=decision) as act:
        row = NotComing(kind=sound.kind, response=sound.response, look_again_on=sound.look_again_on, **texts)
        row.subject_id, row.person_id = target_of(child_ref).id, target_of(person_ref).id
        standing = NotComing.objects.filter(subject_id=row.subject_id, person_id=row.person_id, withdrawn_at=None)
        if standing.filter(kind=row.kind, response=row.response, seen=row.seen, recorded_by_id=by.id).exists():
            raise CannotKeep(TWICE)
        row.authors = dict.fromkeys(NOT_COMING_TEXTS, by.id)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save(force_insert=True)
        after = {"kind": row.kind, "response": row.response, "look_again_on": str(row.look_again_on)}
        act.changed(person_ref, after=after | texts)
        act.touches(child_ref)


def take_out_not_coming(*, by: Actor, child_ref: str, row_ref: str, now: dt.datetime) -> None:
    """It was wrong, or it is no longer so. It stays, struck through."""
    row = NotComing.objects.filter(ref=row_ref, subject__ref=child_ref).select_related("person").first()
    if row is None:
        raise NothingHere
    decision = require_to_keep(by, child_ref, row.person.ref, now=now)
    with deed(events.NOT_COMING_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        standing = NotComing.objects.filter(pk=row.pk, withdrawn_at=None)
        if not standing.update(withdrawn_at=now, withdrawn_by_id=by.id):
            raise CannotKeep("That was taken out already.")
        act.changed(row.person.ref, before={"kind": row.kind, "response": row.response})
        act.touches(child_ref)
