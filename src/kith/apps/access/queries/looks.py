"""Emergency looks as they are read: one's own while it lasts, those that wait for a review, and who may take none."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from kith.apps.access.actions import GIVE_LOOKS_BACK, LOOK, REVIEW_ANY_LOOK, REVIEW_LOOKS
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import EmergencyLook, Suspension
from kith.apps.access.moments import day_of, not_ended
from kith.apps.access.projections import LiveLook, LookCard, LookOffer, SuspensionCard
from kith.apps.access.queries.reviewers import are_close
from kith.apps.access.questions import live_looks
from kith.apps.access.requiring import NothingHere, require, require_by_role
from kith.apps.access.roles import role_of
from kith.apps.access.seconds import NOBODYS, is_close_to
from kith.apps.access.vocabulary import emergency_limits
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id, worker_cards
from kith.apps.audit.services import refuse
from kith.apps.records.base import prepared
from kith.kernel.decisions import Decision

MOST_SHOWN = 200
SUSPENDED_FOR = {
    "too_many": "A fourth look was asked for within a week",
    "refused_review": "A review found that a look was not right",
}


def live_look(actor: Actor, subject_ref: str, *, now: dt.datetime) -> LiveLook | None:
    """The actor's own look at this subject while it lasts."""
    row = next(iter(_own_looks_at(user_id=actor.id, subject_ref=subject_ref, now=now)), None)
    return LiveLook(row.ref, row.until_at) if row else None


@prepared
def _own_looks_at(*, user_id: int, subject_ref: str, now: dt.datetime) -> QuerySet[EmergencyLook]:
    """The one that lasts longest first."""
    return live_looks(now).filter(user_id=user_id, subject__ref=subject_ref).order_by("-until_at", "pk")


def is_suspended(user_id: int, *, now: dt.datetime) -> bool:
    return Suspension.objects.filter(not_ended(now), since_at__lte=now, user_id=user_id).exists()


def look_offer(actor: Actor, subject_ref: str, *, now: dt.datetime) -> LookOffer:
    """For a caller that has decided that the actor may know of the subject."""
    return LookOffer(
        may_look=LOOK.name in role_of(actor.role).actions,
        is_suspended=is_suspended(actor.id, now=now),
        live=live_look(actor, subject_ref, now=now),
    )


def require_to_look(actor: Actor, subject_ref: str, *, now: dt.datetime) -> Decision:
    return require(actor, LOOK, subject_ref, now=now)


def review_decision(actor: Actor, look: EmergencyLook, *, now: dt.datetime) -> Decision:
    """The named reviewer, or once it has waited too long (or nobody was named) whoever reviews every look.

    Never whoever looked, nobody of their teams, and nobody close to the subject in their own life.
    """
    named = decide_by_role(actor, REVIEW_LOOKS)
    anyone = decide_by_role(actor, REVIEW_ANY_LOOK)
    is_named = named.allowed and look.reviewer_id == actor.id
    is_escalated = anyone.allowed and (look.reviewer_id is None or look.escalates_on <= day_of(now))
    if not (is_named or is_escalated) or _is_close(actor, look, now):
        return NOBODYS
    return named if is_named else anyone


def _is_close(actor: Actor, look: EmergencyLook, now: dt.datetime) -> bool:
    lookers = actors_by_id([look.user_id], on=day_of(now))
    if actor.id == look.user_id or any(are_close(actor, looker) for looker in lookers):
        return True
    return is_close_to(actor, look.subject, now=now)


def require_reviewer(actor: Actor, look_ref: str, *, now: dt.datetime) -> tuple[EmergencyLook, Decision]:
    """A look, reviewed or not, and the decision; for everybody else there is no such look."""
    row = EmergencyLook.objects.filter(ref=look_ref).select_related("subject").first()
    decision = review_decision(actor, row, now=now) if row else NOBODYS
    if row is None or not decision.allowed:
        refuse(REVIEW_LOOKS.name, by=actor, now=now, decision=decision, subject=row.subject.ref if row else "")
        raise NothingHere
    return row, decision


def looks_to_review(actor: Actor, *, now: dt.datetime) -> tuple[LookCard, ...]:
    """Those that wait for the actor, the oldest first."""
    return tuple(_card(row, now) for row in _for(actor, now))


def look_to_review(actor: Actor, look_ref: str, *, now: dt.datetime) -> LookCard:
    """One that still waits; it is decided once."""
    row, _ = require_reviewer(actor, look_ref, now=now)
    if row.reviewed_at is not None:
        raise NothingHere
    return _card(row, now)


def reviews_wait(actor: Actor, *, now: dt.datetime) -> bool:
    """Whether the first page should lead there."""
    return next(_for(actor, now), None) is not None


def require_review_queue(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, REVIEW_LOOKS, now=now)


def may_review_looks(actor: Actor) -> bool:
    return decide_by_role(actor, REVIEW_LOOKS).allowed


def _for(actor: Actor, now: dt.datetime) -> Iterator[EmergencyLook]:
    """Most roles review nothing, and then nothing is looked up."""
    if not decide_by_role(actor, REVIEW_LOOKS).allowed:
        return
    wanted = Q(reviewer_id=actor.id)
    if decide_by_role(actor, REVIEW_ANY_LOOK).allowed:
        wanted |= Q(reviewer=None) | Q(escalates_on__lte=day_of(now))
    for row in _waiting().filter(wanted)[:MOST_SHOWN]:
        if review_decision(actor, row, now=now).allowed:
            yield row


def _waiting() -> QuerySet[EmergencyLook]:
    return EmergencyLook.objects.filter(reviewed_at=None).select_related("subject").order_by("opened_at", "pk")


def _card(row: EmergencyLook, now: dt.datetime) -> LookCard:
    worker, day = worker_cards([row.user_id])[row.user_id], day_of(now)
    return LookCard(
        ref=row.ref,
        looker=worker.name,
        looker_agency=worker.agency,
        looker_ref=worker.ref,
        subject_ref=row.subject.ref,
        opened_at=row.opened_at,
        until_at=row.until_at,
        reason=emergency_limits().reasons.get(row.reason, row.reason),
        words=row.words,
        call_reference=row.call_reference,
        due_on=row.review_due_on,
        is_overdue=day > row.review_due_on,
        is_escalated=day >= row.escalates_on,
    )


def suspended_colleagues(actor: Actor, *, now: dt.datetime) -> tuple[SuspensionCard, ...]:
    """Whose right the actor could give back: of the own agency, and never the own."""
    if not decide_by_role(actor, GIVE_LOOKS_BACK).allowed:
        return ()
    live = Suspension.objects.filter(not_ended(now), since_at__lte=now, user__organisation_id=actor.agency_id)
    rows = live.exclude(user_id=actor.id).order_by("since_at", "pk")[:MOST_SHOWN]
    names = worker_cards({row.user_id for row in rows})
    return tuple(
        SuspensionCard(ref=row.ref, worker=names[row.user_id].name, why=SUSPENDED_FOR[row.why], since_at=row.since_at)
        for row in rows
    )


def suspension_to_end(actor: Actor, suspension_ref: str, *, now: dt.datetime) -> SuspensionCard:
    require_by_role(actor, GIVE_LOOKS_BACK, now=now)
    found = next((one for one in suspended_colleagues(actor, now=now) if one.ref == suspension_ref), None)
    if found is None:
        refuse(GIVE_LOOKS_BACK.name, by=actor, now=now, decision=NOBODYS)
        raise NothingHere
    return found
