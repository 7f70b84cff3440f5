"""The rules as SQL sets: which subjects an actor's involvement reaches on a day."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from kith.apps.access.models import Batch, Circle, Involvement, Subject
from kith.apps.agencies.projections import Actor

LONDON = ZoneInfo("Europe/London")


def day_of(now: dt.datetime) -> dt.date:
    """Rule dates turn at London midnight."""
    return now.astimezone(LONDON).date()


def current_on(day: dt.date) -> Q:
    return Q(since_on__lte=day) & (Q(until_on=None) | Q(until_on__gt=day))


def own_involvements(actor: Actor, day: dt.date) -> QuerySet[Involvement]:
    return Involvement.objects.filter(Q(user_id=actor.id) | Q(team_id__in=actor.team_ids)).filter(current_on(day))


def agency_involvements(actor: Actor, day: dt.date) -> QuerySet[Involvement]:
    return Involvement.objects.filter(organisation_id=actor.agency_id).filter(current_on(day))


def reached(involvements: QuerySet[Involvement]) -> Q:
    """Subjects involved directly, and everybody in their circles; a filter on `Subject`."""
    centres = involvements.values("subject_id")
    return Q(pk__in=centres) | Q(pk__in=Circle.objects.filter(centre_id__in=centres).values("member_id"))


def published() -> Q:
    """Staged loads are there for nobody. Nearly always there is no such batch, and then it costs nothing."""
    waiting = list(Batch.objects.filter(published_at=None).values_list("pk", flat=True))
    return ~Q(batch_id__in=waiting) if waiting else Q()


def subjects_matching(condition: Q, *, clearance: int) -> QuerySet[Subject]:
    return Subject.objects.filter(condition, published(), sensitivity__lte=clearance)
