"""A worker is close to a child in their own life: said by them, noted by a manager, or found. It closes at once."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from kith.apps.access import events
from kith.apps.access.actions import DECLARE_CONFLICT, END_ANY_CONFLICT, END_CONFLICT, NOTE_CONFLICT
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Conflict, Subject
from kith.apps.access.moments import day_of, not_ended
from kith.apps.access.requiring import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load, refuse
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError

DECLARED, NOTED, DETECTED = "declared", "noted", "detected"


class CannotNoteConflict(KithError):
    """The conflict cannot be noted like this."""


class CannotEndConflict(KithError):
    """A conflict is ended once."""


def declare_conflict(*, by: Actor, subject_ref: str, now: dt.datetime) -> None:
    """Nobody has to say why. From their next request on, nothing of this child opens to them."""
    decision = require(by, DECLARE_CONFLICT, subject_ref, now=now)
    with deed(events.CONFLICT_DECLARED, by=by, now=now, decision=decision, subjects=[subject_ref]):
        _note(by.id, subject_ref, DECLARED, now)


def note_conflict(*, by: Actor, user_ref: str, subject_ref: str, now: dt.datetime) -> None:
    """A manager notes it for somebody of their own agency."""
    decision = require(by, NOTE_CONFLICT, subject_ref, now=now)
    worker = actor_by_ref(user_ref, on=day_of(now))
    if worker.is_nobody or worker.agency_id != by.agency_id:
        raise CannotNoteConflict("Choose somebody who works in your agency now.")
    if worker.id == by.id:
        raise CannotNoteConflict("For yourself, say it on the child’s page.")
    with deed(events.CONFLICT_NOTED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        _note(worker.id, subject_ref, NOTED, now)
        act.notes(worker=user_ref)


def load_detected_conflicts(*, by: Doer, pairs: Iterable[tuple[int, str]], now: dt.datetime) -> int:
    """(user's key, subject's ref) as a higher app found them; how many were new.

    What stands already is left, and so is what was found before and lifted: it would close the child again each night.
    """
    wanted = set(pairs)
    subjects = dict(Subject.objects.filter(ref__in={ref for _, ref in wanted}).values_list("ref", "pk"))
    known = Conflict.objects.filter(not_ended(now) | Q(how=DETECTED), subject_id__in=subjects.values())
    there = set(known.values_list("user_id", "subject_id"))
    new = sorted({(user, subjects[ref]) for user, ref in wanted if ref in subjects} - there)
    if not new:
        return 0
    with load(events.CONFLICTS_DETECTED, by=by, now=now, payload={"conflicts": len(new)}):
        Conflict.objects.bulk_create(
            Conflict(user_id=user, subject_id=subject, how=DETECTED, noted_at=now) for user, subject in new
        )
    return len(new)


def end_conflict(*, by: Actor, conflict_ref: str, now: dt.datetime) -> None:
    """It is over, or it was a mistake: for a manager of the worker's agency or a data protection lead to say."""
    decision = require_ender(by, conflict_ref, now=now)
    with deed(events.CONFLICT_ENDED, by=by, now=now, decision=decision) as act:
        row = Conflict.objects.select_for_update(of=("self",)).select_related("subject").get(ref=conflict_ref)
        if row.ended_at is not None:
            raise CannotEndConflict("That has been ended already.")
        Conflict.objects.filter(_of_one_person(row.subject), not_ended(now), user_id=row.user_id).update(ended_at=now)
        act.touches(row.subject.ref)
        act.notes(conflict=row.ref)


def require_ender(actor: Actor, conflict_ref: str, *, now: dt.datetime) -> Decision:
    """The decision; nobody ends their own, and for whoever may not there is no such conflict."""
    row = Conflict.objects.filter(ref=conflict_ref).select_related("user").first()
    decision = decide_by_role(actor, END_ANY_CONFLICT)
    if row and not decision.allowed and row.user.organisation_id == actor.agency_id:
        decision = decide_by_role(actor, END_CONFLICT)
    if row is None or row.user_id == actor.id or not decision.allowed:
        refuse(END_CONFLICT.name, by=actor, now=now, decision=decision)
        raise NothingHere
    return decision


def _of_one_person(subject: Subject) -> Q:
    """A conflict stands on both records of somebody whose records were made one."""
    same = Q(subject=subject) | Q(subject__merged_into=subject)
    return same | Q(subject_id=subject.merged_into_id) if subject.merged_into_id else same


def _note(user_id: int, subject_ref: str, how: str, now: dt.datetime) -> None:
    """Once: what stands already stays as it is."""
    subject = Subject.objects.get(ref=subject_ref)
    if not Conflict.objects.filter(not_ended(now), user_id=user_id, subject=subject).exists():
        Conflict(user_id=user_id, subject=subject, how=how, noted_at=now).save(force_insert=True)
