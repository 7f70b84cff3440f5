"""Emergency looks: taken with a reason, ended early, reviewed by somebody else; and the right to them, lost and given
back. A look ends by its time alone, so nothing has to run for it to end.
"""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.actions import GIVE_LOOKS_BACK, LOOK
from kith.apps.access.decisions import decide
from kith.apps.access.gathering import subject_for
from kith.apps.access.models import EmergencyLook, Subject, Suspension
from kith.apps.access.queries.looks import is_suspended, live_look, require_reviewer, suspension_to_end
from kith.apps.access.queries.reviewers import owning_agency, reviewer_for, working_day_after
from kith.apps.access.requiring import NothingHere, require, require_by_role
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.vocabulary import UnknownWord, emergency_limits
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.services import lock_worker
from kith.apps.audit.services import deed, refuse
from kith.kernel.decisions import Decision, Level, granted, refused
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

RIGHT, NOT_RIGHT = "right", "not_right"
TOO_MANY, REFUSED_REVIEW = "too_many", "refused_review"
LOST = "Your emergency looks are suspended. Ring the duty desk; a reviewer of your agency can give the right back."


class CannotLook(KithError):
    """No emergency look is taken like this, or by this person now."""


class CannotReview(KithError):
    """A look is reviewed once, with a sentence."""


class CannotGiveBack(KithError):
    """The right is given back with a reason."""


class _TooMany(Exception):
    """One look more than the right allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLook:
    """Why somebody has to look now: one of the reasons, what is happening, and the reference of a call."""

    reason: str
    words: str
    call_reference: str = ""


def take_look(*, by: Actor, subject_ref: str, why: WhyLook, now: dt.datetime) -> str:
    """Look at this one person for a few hours; the look's ref. Some seals stay shut: the look counts all the same.

    Whoever is looking already goes on with that look. The caller has seen to it that it is truly them.
    """
    decision = require(by, LOOK, subject_ref, now=now)
    said = _checked(why)
    if decision.level >= Level.READ:
        standing = live_look(by, subject_ref, now=now)
        if standing is None:
            raise CannotLook("This opens to you without an emergency look.")
        return standing.ref
    if standing := live_look(by, subject_ref, now=now):
        return standing.ref
    if is_suspended(by.id, now=now):
        refuse(LOOK.name, by=by, now=now, decision=refused("R6", LOST, decision.level), subject=subject_ref)
        raise CannotLook(LOST)
    try:
        return _take(by, subject_ref, said, granted(decision.level, "R6", decision.because), now)
    except _TooMany:
        _suspend_for_too_many(by, subject_ref, now)
        raise CannotLook(LOST) from None


def _checked(why: WhyLook) -> WhyLook:
    limits = emergency_limits()
    if why.reason not in limits.reasons:
        raise UnknownWord("That is not a reason Kith knows. Choose one from the list.")
    words = cleaned(why.words, limit=LIMITS["line"])
    if len(words) < limits.shortest_words:
        raise CannotLook("Say in a sentence or two what is happening. The reviewer reads this first.")
    reference = cleaned(why.call_reference, limit=LIMITS["identifier"])
    return WhyLook(reason=why.reason, words=words, call_reference=reference)


def _take(by: Actor, subject_ref: str, why: WhyLook, decision: Decision, now: dt.datetime) -> str:
    with deed(events.LOOK_TAKEN, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        lock_worker(by.id)
        if _looks_lately(by, now) >= emergency_limits().most_in_days:
            raise _TooMany
        row = _new_look(by, subject_for(subject_ref), why, now)
        row.save(force_insert=True)
        act.notes(look=row.ref, reason=row.reason, is_reviewer_named=row.reviewer_id is not None)
        act.changed(subject_ref, after={"words": row.words, "call_reference": row.call_reference})
    return str(row.ref)


def _new_look(by: Actor, subject: Subject | None, why: WhyLook, now: dt.datetime) -> EmergencyLook:
    if subject is None:
        raise NothingHere
    limits, agency_id = emergency_limits(), owning_agency(subject, by, now=now)
    return EmergencyLook(
        user_id=by.id,
        subject=subject,
        reason=why.reason,
        words=why.words,
        call_reference=why.call_reference,
        opened_at=now,
        until_at=now + dt.timedelta(hours=limits.hours),
        organisation_id=agency_id,
        reviewer_id=reviewer_for(subject, agency_id, by, now=now),
        review_due_on=working_day_after(now, limits.review_within_working_days),
        escalates_on=working_day_after(now, limits.escalates_after_working_days),
    )


def _looks_lately(by: Actor, now: dt.datetime) -> int:
    """In the last days, and after the right was last given back."""
    given_back = Suspension.objects.filter(user_id=by.id, ended_at__lte=now).order_by("-ended_at").first()
    since = now - dt.timedelta(days=emergency_limits().days)
    rows = EmergencyLook.objects.filter(user_id=by.id, opened_at__gt=since)
    if given_back and given_back.ended_at:
        rows = rows.filter(opened_at__gte=given_back.ended_at)
    return rows.count()


def _suspend_for_too_many(by: Actor, subject_ref: str, now: dt.datetime) -> None:
    decision = granted(Level.POINTER, "R6", LOST)
    with deed(events.LOOKS_SUSPENDED, by=by, now=now, decision=decision) as act:
        act.subjects[subject_ref] = "refused"
        act.notes(why=TOO_MANY)
        _suspend(by.id, TOO_MANY, now)


def _suspend(user_id: int, why: str, now: dt.datetime) -> None:
    """Once: what stands already stays as it is."""
    if not is_suspended(user_id, now=now):
        Suspension(user_id=user_id, why=why, since_at=now).save(force_insert=True)


def end_look(*, by: Actor, look_ref: str, now: dt.datetime) -> str:
    """Whoever looks has seen enough; from their next request on, the person is closed to them. The subject's ref."""
    row = EmergencyLook.objects.filter(ref=look_ref, user_id=by.id).select_related("subject").first()
    if row is None:
        refuse("access.end_look", by=by, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    subject_ref = str(row.subject.ref)
    if row.until_at > now:
        reach = decide(by, LOOK, subject_ref, now=now).level
        decision = granted(max(reach, Level.POINTER), "R6", "It is your own emergency look.")
        with deed(events.LOOK_ENDED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
            EmergencyLook.objects.filter(pk=row.pk, until_at__gt=now).update(until_at=now)
            act.notes(look=row.ref)
    return subject_ref


def review_look(*, by: Actor, look_ref: str, is_right: bool, words: str, now: dt.datetime) -> None:
    """Decided once. A look that was not right ends at once if it still lasts, and suspends the right."""
    _, decision = require_reviewer(by, look_ref, now=now)
    said = cleaned(words, limit=LIMITS["line"])
    if not said:
        raise CannotReview("Say in a sentence what you found.")
    with deed(events.LOOK_REVIEWED, by=by, now=now, decision=decision) as act:
        row = EmergencyLook.objects.select_for_update(of=("self",)).select_related("subject").get(ref=look_ref)
        if row.reviewed_at is not None:
            raise CannotReview("That has been reviewed already.")
        row.outcome, row.review_words = RIGHT if is_right else NOT_RIGHT, said
        row.reviewed_by_id, row.reviewed_at = by.id, now
        if not is_right:
            row.until_at = min(row.until_at, now)
            _suspend(row.user_id, REFUSED_REVIEW, now)
        row.version += 1
        row.save()
        act.touches(row.subject.ref)
        act.notes(look=row.ref, outcome=row.outcome)


def give_looks_back(*, by: Actor, suspension_ref: str, why: str, now: dt.datetime) -> None:
    """A reviewer of the worker's own agency, never the worker, gives the right back."""
    suspension_to_end(by, suspension_ref, now=now)
    decision = require_by_role(by, GIVE_LOOKS_BACK, now=now)
    said = cleaned(why, limit=LIMITS["line"])
    if not said:
        raise CannotGiveBack("Say in a sentence why the right is given back.")
    with deed(events.LOOKS_GIVEN_BACK, by=by, now=now, decision=decision) as act:
        row = Suspension.objects.select_for_update().get(ref=suspension_ref)
        row.ended_at, row.ended_by_id, row.ended_words = now, by.id, said
        row.save(update_fields=["ended_at", "ended_by", "ended_words"])
        act.notes(suspension=row.ref)
