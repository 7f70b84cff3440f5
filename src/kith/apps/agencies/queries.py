"""Reads of workers and teams. These are people at work, not cases: shown to signed-in colleagues."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from django.db.models import Q, QuerySet

from kith.apps.agencies.accounts import MOST_WORKERS, users_called
from kith.apps.agencies.accounts import account_by_ref as account_by_ref
from kith.apps.agencies.accounts import accounts_called as accounts_called
from kith.apps.agencies.models import Organisation, Team, TeamMembership, User
from kith.apps.agencies.projections import (
    NOBODY,
    Actor,
    AgencyCard,
    TeamAtWork,
    TeamCard,
    WorkerAtWork,
    WorkerCard,
    WorkerPost,
)
from kith.apps.records.base import each_remembered, prepared
from kith.kernel.data_files import toml_of


def actor_for(user: object, *, on: dt.date) -> Actor:
    """The principal for a signed-in user on a day; anybody else is nobody."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    return _actor(user, _teams_of([user.pk], on)[user.pk])


def _teams_of(user_ids: Iterable[int], on: dt.date) -> dict[int, list[int]]:
    """The teams of each of these users on a day."""
    teams: dict[int, list[int]] = defaultdict(list)
    for user_id, team_id in _memberships_of(user_ids=list(user_ids), on=on):
        teams[user_id].append(team_id)
    return teams


@prepared
def _memberships_of(*, user_ids: Collection[int], on: dt.date) -> QuerySet[TeamMembership, tuple[int, int]]:
    live = TeamMembership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), since_on__lte=on)
    return live.filter(user_id__in=user_ids).values_list("user_id", "team_id")


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


def active_colleague_ids(agency_id: int, *, roles: Iterable[str]) -> set[int]:
    """Keys of active users of one agency with one of the roles."""
    rows = User.objects.filter(organisation_id=agency_id, role__in=list(roles), is_active=True)
    return set(rows.values_list("pk", flat=True))


def colleagues_in_teams(team_ids: Iterable[int], *, on: dt.date) -> set[int]:
    """Keys of active users who are in one of these teams on a day."""
    live = TeamMembership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), since_on__lte=on)
    rows = live.filter(team_id__in=list(team_ids), user__is_active=True)
    return set(rows.values_list("user_id", flat=True))


def ids_of_workers(refs: Iterable[str]) -> dict[str, int]:
    """Keys of active users by ref; whoever is not there or has left is left out."""
    return dict(User.objects.filter(ref__in=list(refs), is_active=True).values_list("ref", "pk"))


def mail_addresses(user_ids: Iterable[int]) -> dict[int, str]:
    """Of active users, by key."""
    return dict(User.objects.filter(pk__in=list(user_ids), is_active=True).values_list("pk", "email"))


def workers_by_email(emails: Iterable[str]) -> dict[str, tuple[int, str]]:
    """(key, ref) of active users by their address in small letters; whoever is not there is left out."""
    wanted = {email.casefold() for email in emails}
    rows = User.objects.filter(is_active=True).values_list("email", "pk", "ref")
    return {email.casefold(): (key, ref) for email, key, ref in rows if email.casefold() in wanted}


def actor_by_ref(ref: str, *, on: dt.date) -> Actor:
    return actor_for(User.objects.filter(ref=ref).select_related("organisation").first(), on=on)


def find_workers(words: str) -> list[WorkerCard]:
    """Active workers of every agency whose given or family name begins with each of the words, by name."""
    ids = list(users_called(words).filter(is_active=True).values_list("pk", flat=True)[:MOST_WORKERS])
    cards = worker_cards(ids)
    return [cards[key] for key in ids]


def actors_by_id(user_ids: Iterable[int], *, on: dt.date) -> list[Actor]:
    users = list(
        User.objects.filter(pk__in=list(user_ids), is_active=True).select_related("organisation").order_by("pk")
    )
    teams = _teams_of([user.pk for user in users], on)
    return [_actor(user, teams[user.pk]) for user in users]


def worker_cards(user_ids: Iterable[int]) -> dict[int, WorkerCard]:
    return each_remembered("workers", set(user_ids), _worker_cards)


def _worker_cards(keys: Collection[int]) -> dict[int, WorkerCard]:
    return {
        u.pk: WorkerCard(ref=u.ref, name=f"{u.given} {u.family}", job_title=u.job_title, agency=u.organisation.name)
        for u in users_with(keys=keys)
    }


@prepared
def users_with(*, keys: Collection[int]) -> QuerySet[User]:
    """With their agencies."""
    return User.objects.filter(pk__in=keys).select_related("organisation")


def worker_by_ref(ref: str) -> WorkerCard | None:
    """The worker behind a ref of the audit record; None for a command of the machine and for nobody."""
    user = User.objects.filter(ref=ref).first() if ref else None
    return worker_cards([user.pk])[user.pk] if user else None


def team_cards(team_ids: Iterable[int]) -> dict[int, TeamCard]:
    return each_remembered("teams", set(team_ids), _team_cards)


def _team_cards(keys: Collection[int]) -> dict[int, TeamCard]:
    teams = _teams_with(keys=keys)
    return {t.pk: TeamCard(ref=t.ref, name=t.name, agency=t.organisation.name, phone=t.phone) for t in teams}


@prepared
def _teams_with(*, keys: Collection[int]) -> QuerySet[Team]:
    return Team.objects.filter(pk__in=keys).select_related("organisation")


def teams_of_workers(user_ids: Iterable[int], *, on: dt.date) -> dict[int, TeamCard]:
    """The first team of each worker on a day; whoever is in none is left out."""
    found = {user_id: min(teams) for user_id, teams in _teams_of(user_ids, on).items() if teams}
    cards = team_cards(found.values())
    return {user_id: cards[team_id] for user_id, team_id in found.items()}


def teams_known() -> list[TeamAtWork]:
    """Every team with its agency, its number and the posts that are filled in it, by name."""
    titles: dict[int, set[str]] = defaultdict(set)
    posts = TeamMembership.objects.filter(user__is_active=True, until_on=None)
    for team_id, title in posts.values_list("team_id", "user__job_title").distinct():
        titles[team_id].add(title)
    teams = Team.objects.select_related("organisation").order_by("name", "pk")
    return [
        TeamAtWork(name=t.name, agency=t.organisation.name, phone=t.phone, roles=tuple(sorted(titles[t.pk] - {""})))
        for t in teams
    ]


def workers_known() -> list[WorkerAtWork]:
    """Everybody who works somewhere now, by name."""
    rows = User.objects.filter(is_active=True).order_by("family", "given", "pk")
    told = rows.values_list("pk", "given", "family", "job_title", "organisation__name", "organisation__kind")
    return [
        WorkerAtWork(id=key, name=f"{given} {family}", job_title=title, agency=agency, agency_kind=kind)
        for key, given, family, title, agency, kind in told
    ]


def organisation_names(ids: Iterable[int]) -> dict[int, str]:
    return {key: card.name for key, card in organisation_cards(ids).items()}


def organisation_cards(ids: Iterable[int]) -> dict[int, AgencyCard]:
    return each_remembered("agencies", set(ids), _agency_cards)


def _agency_cards(keys: Collection[int]) -> dict[int, AgencyCard]:
    return {key: AgencyCard(*said) for key, *said in _cards_of(keys=keys)}


@prepared
def _cards_of(*, keys: Collection[int]) -> QuerySet[Organisation, tuple[int, str, str, str]]:
    return Organisation.objects.filter(pk__in=keys).values_list("pk", "ref", "name", "kind")


def agency_choices() -> tuple[tuple[str, str], ...]:
    """(ref, name) of every agency of the partnership, in order of name."""
    return tuple(Organisation.objects.order_by("sort_key", "pk").values_list("ref", "name"))


def agencies_of_kind(kind: str) -> tuple[tuple[str, str], ...]:
    """(ref, name) of the agencies of one kind, in order of name."""
    return tuple(Organisation.objects.filter(kind=kind).order_by("sort_key", "pk").values_list("ref", "name"))


def agency_id_of(ref: str) -> int | None:
    return Organisation.objects.filter(ref=ref).values_list("pk", flat=True).first()


def names_of_workers() -> list[tuple[int, str]]:
    """(key, name) of everybody who works somewhere now: to find who is named in a text."""
    rows = User.objects.filter(is_active=True).values_list("pk", "given", "family")
    return [(key, f"{given} {family}") for key, given, family in rows]


def names_of_agencies() -> list[tuple[int, str]]:
    return list(Organisation.objects.values_list("pk", "name"))


def front_door_phone() -> str:
    """The number of the front door, to be shown wherever somebody may need it."""
    team = Team.objects.filter(key="front-door").first()
    return team.phone if team else ""


def front_door_agency_id() -> int | None:
    """Key of the agency whose team the front door is."""
    return Team.objects.filter(key="front-door").values_list("organisation_id", flat=True).first()


def worker_refs(user_ids: Iterable[int]) -> set[str]:
    """Refs of users, also of those who have left."""
    return set(User.objects.filter(pk__in=list(user_ids)).values_list("ref", flat=True))


def worker_refs_of_team(team_id: int) -> set[str]:
    """Refs of everybody who ever was in a team."""
    return worker_refs(TeamMembership.objects.filter(team_id=team_id).values_list("user_id", flat=True))


def worker_refs_of_agency(agency_id: int) -> set[str]:
    return set(User.objects.filter(organisation_id=agency_id).values_list("ref", flat=True))


def worker_posts(refs: Iterable[str]) -> dict[str, WorkerPost]:
    """By ref, as what and for whom each works; whoever is no worker is left out."""
    users = User.objects.filter(ref__in=list(refs)).select_related("organisation")
    return {
        u.ref: WorkerPost(
            ref=u.ref,
            name=f"{u.given} {u.family}",
            family=u.family,
            role=u.role,
            agency=u.organisation.name,
            agency_kind=u.organisation.kind,
        )
        for u in users
    }


def workers_titled(titles: Collection[str]) -> list[WorkerCard]:
    """Active workers whose job is called one of these, by name; case does not matter."""
    wanted = Q(pk__in=[])
    for title in titles:
        wanted |= Q(job_title__iexact=title)
    rows = User.objects.filter(wanted, is_active=True).order_by("family", "given", "pk")
    ids = list(rows.values_list("pk", flat=True)[:MOST_WORKERS])
    cards = worker_cards(ids)
    return [cards[key] for key in ids]


@cache
def agency_kinds() -> Mapping[str, str]:
    """What each kind of agency is called, by its key."""
    return dict(toml_of("kith.apps.agencies", "data/kinds.toml")["kinds"])
