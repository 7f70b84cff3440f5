"""The three questions about permission: may this actor (`decide`), which rows (`visible`), and who may (`who_can`)."""

import datetime as dt

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action, require_installed
from kith.apps.access.models import Circle, Involvement, Subject
from kith.apps.access.reach import (
    agency_involvements,
    current_on,
    day_of,
    own_involvements,
    published,
    reached,
    subjects_matching,
)
from kith.apps.access.roles import all_roles, role_of
from kith.apps.access.rules import NOTHING_HERE, Facts, decision_on
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_user_ids, actors_by_id
from kith.kernel.decisions import Decision, refused


def decide(actor: Actor, action: Action, subject_ref: str, *, now: dt.datetime, purpose: str | None = None) -> Decision:
    """One record. Anything unknown, absent or failing is refused by R0 with the same words."""
    require_installed(action)
    subject = Subject.objects.filter(ref=subject_ref).first()
    if subject is None or actor.is_nobody:
        return refused("R0", NOTHING_HERE)
    return decision_on(action, _facts(actor, subject, day_of(now)))


def _facts(actor: Actor, subject: Subject, day: dt.date) -> Facts:
    centres = _centres_of(subject)
    return Facts(
        role=role_of(actor.role),
        is_active=actor.is_active,
        clearance=actor.clearance,
        sensitivity=subject.sensitivity,
        is_published=Subject.objects.filter(published(), pk=subject.pk).exists(),
        is_on_case_team=own_involvements(actor, day).filter(subject_id__in=centres).exists(),
        is_of_involved_agency=agency_involvements(actor, day).filter(subject_id__in=centres).exists(),
    )


def _centres_of(subject: Subject) -> list[int]:
    """The subject itself and everybody in whose circle it stands."""
    return [subject.pk, *Circle.objects.filter(member_id=subject.pk).values_list("centre_id", flat=True)]


def visible(actor: Actor, action: Action, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """The rows (with a `subject` key) that `decide` would allow, as one query."""
    require_installed(action)
    condition = _condition(actor, action, day_of(now))
    if condition is None:
        return rows.none()
    return rows.filter(subject_id__in=subjects_matching(condition, clearance=actor.clearance).values("pk"))


def _condition(actor: Actor, action: Action, day: dt.date) -> Q | None:
    """Which relations are enough for the action; None where none is, an empty filter where no relation is needed."""
    role = role_of(actor.role)
    if actor.is_nobody or not actor.is_active or action.name not in role.actions:
        return None
    if role.partnership >= action.needs:
        return Q()
    condition: Q | None = None
    if role.case_team >= action.needs:
        condition = reached(own_involvements(actor, day))
    if role.agency >= action.needs:
        by_agency = reached(agency_involvements(actor, day))
        condition = by_agency if condition is None else condition | by_agency
    return condition


def who_can(action: Action, subject_ref: str, *, now: dt.datetime) -> list[Actor]:
    """Everybody whom `decide` would allow: candidates by relation first, then each is asked."""
    require_installed(action)
    subject = Subject.objects.filter(ref=subject_ref).first()
    if subject is None:
        return []
    day = day_of(now)
    involved = list(Involvement.objects.filter(current_on(day), subject_id__in=_centres_of(subject)))
    wide = [name for name, role in all_roles().items() if role.partnership >= action.needs]
    candidates = active_user_ids(
        roles=wide,
        team_ids={i.team_id for i in involved if i.team_id},
        agency_ids={i.organisation_id for i in involved},
    ) | {i.user_id for i in involved if i.user_id}
    actors = actors_by_id(candidates, on=day)
    return [actor for actor in actors if decision_on(action, _facts(actor, subject, day)).allowed]
