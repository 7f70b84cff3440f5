"""Reads of workers and teams. These are people at work, not cases: shown to signed-in colleagues."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from kith.apps.agencies.models import Organisation, Team, TeamMembership, User
from kith.apps.agencies.projections import NOBODY, Actor, TeamCard, WorkerCard


def actor_for(user: object, *, on: dt.date) -> Actor:
    """The principal for a signed-in user on a day; anybody else is nobody."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    return _actor(user, _teams_of([user.pk], on)[user.pk])


def _teams_of(user_ids: Iterable[int], on: dt.date) -> dict[int, list[int]]:
    """The teams of each of these users on a day."""
    memberships = TeamMembership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), since_on__lte=on)
    teams: dict[int, list[int]] = defaultdict(list)
    for user_id, team_id in memberships.filter(user_id__in=list(user_ids)).values_list("user_id", "team_id"):
        teams[user_id].append(team_id)
    return teams


def _actor(user: User, team_ids: Iterable[int]) -> Actor:
    organisation = user.organisation
    return Actor(
        id=user.pk,
        ref=user.ref,
        name=f"{user.given} {user.family}",
        agency_id=organisation.pk,
        agency_ref=organisation.ref,
        agency_name=organisation.name,
        role=user.role,
        clearance=user.clearance,
        team_ids=tuple(sorted(team_ids)),
    )


def actor_by_email(email: str, *, on: dt.date) -> Actor:
    return actor_for(User.objects.filter(email__iexact=email).select_related("organisation").first(), on=on)


def active_user_ids(
    *, roles: Iterable[str] = (), team_ids: Iterable[int] = (), agency_ids: Iterable[int] = ()
) -> set[int]:
    """Keys of active users with one of the roles, or now in one of the teams or agencies."""
    wanted = Q(role__in=list(roles)) | Q(organisation_id__in=list(agency_ids))
    wanted |= Q(pk__in=TeamMembership.objects.filter(team_id__in=list(team_ids)).values("user_id"))
    return set(User.objects.filter(wanted, is_active=True).values_list("pk", flat=True))


def actors_by_id(user_ids: Iterable[int], *, on: dt.date) -> list[Actor]:
    users = list(
        User.objects.filter(pk__in=list(user_ids), is_active=True).select_related("organisation").order_by("pk")
    )
    teams = _teams_of([user.pk for user in users], on)
    return [_actor(user, teams[user.pk]) for user in users]


def worker_cards(user_ids: Iterable[int]) -> dict[int, WorkerCard]:
    users = User.objects.filter(pk__in=list(user_ids)).select_related("organisation")
    return {
        u.pk: WorkerCard(ref=u.ref, name=f"{u.given} {u.family}", job_title=u.job_title, agency=u.organisation.name)
        for u in users
    }


def worker_by_ref(ref: str) -> WorkerCard | None:
    """The worker behind a ref of the audit record; None for a command of the machine and for nobody."""
    user = User.objects.filter(ref=ref).first() if ref else None
    return worker_cards([user.pk])[user.pk] if user else None


def team_cards(team_ids: Iterable[int]) -> dict[int, TeamCard]:
    teams = Team.objects.filter(pk__in=list(team_ids)).select_related("organisation")
    return {t.pk: TeamCard(ref=t.ref, name=t.name, agency=t.organisation.name, phone=t.phone) for t in teams}


def organisation_names(ids: Iterable[int]) -> dict[int, str]:
    return dict(Organisation.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def front_door_phone() -> str:
    """The number of the front door, to be shown wherever somebody may need it."""
    team = Team.objects.filter(key="front-door").first()
    return team.phone if team else ""
