"""The team around a subject."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kith.apps.access.models import Involvement
from kith.apps.access.moments import day_of
from kith.apps.access.projections import TeamMember
from kith.apps.access.queries.all_work import Worked, all_work
from kith.apps.agencies.projections import Actor, TeamCard
from kith.apps.agencies.queries import organisation_cards, team_cards, teams_of_workers, worker_cards


def team_around(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[TeamMember, ...]:
    """Who works with a subject now, for a caller that has decided the subject may be read."""
    return teams_around(actor, [subject_ref], now=now)[subject_ref]


def team_with_numbers(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[TeamMember, ...]:
    """The same, each with the name and number of the team they are in: for what tells a family whom to ring."""
    members = team_around(actor, subject_ref, now=now)
    workers = dict(Involvement.objects.filter(ref__in=[m.ref for m in members]).values_list("ref", "user_id"))
    teams = teams_of_workers(_keys(workers.values()), on=day_of(now))
    return tuple(_with_team(member, teams.get(workers[member.ref] or 0)) for member in members)


def _with_team(member: TeamMember, own: TeamCard | None) -> TeamMember:
    return replace(member, team=own.name, phone=own.phone) if own and not member.phone else member


def teams_around(actor: Actor, subject_refs: Sequence[str], *, now: dt.datetime) -> dict[str, tuple[TeamMember, ...]]:
    """The teams of several subjects, the lead first; whose work is sealed to the actor is not among them."""
    day = day_of(now)
    current = (row for row in all_work(actor, subject_refs, now=now) if row.is_current(day))
    rows = sorted(current, key=lambda row: row.part != "lead")
    workers = worker_cards(_keys(row.user_id for row in rows))
    teams = team_cards(_keys(row.team_id for row in rows))
    agencies = organisation_cards({row.organisation_id for row in rows})
    found: dict[str, list[TeamMember]] = {ref: [] for ref in subject_refs}
    for row in rows:
        found[row.subject_ref].append(_member(row, actor, workers, teams, agencies))
    return {ref: tuple(members) for ref, members in found.items()}


def agency_kinds_at_work(refs: Iterable[str]) -> dict[str, str]:
    """By the ref of an involvement, also of one that is over: for what kind of agency somebody worked in it."""
    found = dict(Involvement.objects.filter(ref__in=list(refs)).values_list("ref", "organisation_id"))
    agencies = organisation_cards(found.values())
    return {ref: agencies[key].kind for ref, key in found.items()}


def _keys(ids: Iterable[int | None]) -> set[int]:
    return {i for i in ids if i is not None}


def _member(row: Worked, actor: Actor, workers: dict, teams: dict, agencies: dict) -> TeamMember:
    worker, team, agency = workers.get(row.user_id), teams.get(row.team_id), agencies[row.organisation_id]
    return TeamMember(
        name=worker.name if worker else team.name if team else agency.name,
        part=row.part,
        agency=agency.name,
        agency_ref=agency.ref,
        agency_kind=agency.kind,
        job_title=worker.job_title if worker else "",
        phone=team.phone if team else "",
        since_on=row.since_on,
        is_you=row.user_id == actor.id,
        ref=row.ref,
        team=team.name if team else "",
    )
