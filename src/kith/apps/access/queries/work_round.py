"""All work with some subjects in a time, past and to come too: for the app that keeps children's teams."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Q

from kith.apps.access.models import Circle, Involvement
from kith.apps.access.moments import day_of
from kith.apps.access.projections import Work
from kith.apps.access.queries.all_work import Worked, all_work
from kith.apps.access.questions import staged_batches
from kith.apps.agencies.projections import Actor, TeamCard, WorkerCard
from kith.apps.agencies.queries import organisation_names, team_cards, teams_of_workers, worker_cards


def work_round(
    actor: Actor, subject_refs: Sequence[str], *, since: dt.date, now: dt.datetime
) -> dict[str, tuple[Work, ...]]:
    """By subject, what has not ended before a day; for a caller that has decided that they may be read.

    Whose work is sealed to the actor is not among them. Whoever works by themselves has the number of their team.
    """
    rows = [row for row in all_work(actor, subject_refs, now=now) if not row.is_over(since)]
    workers = worker_cards(_keys(row.user_id for row in rows))
    own_teams = teams_of_workers(workers, on=day_of(now)) if workers else {}
    team_ids = _keys(row.team_id for row in rows)
    teams = team_cards(team_ids) if team_ids else {}
    agencies = organisation_names({row.organisation_id for row in rows})
    found: dict[str, list[Work]] = {ref: [] for ref in subject_refs}
    for row in rows:
        team = teams.get(row.team_id or 0) or own_teams.get(row.user_id or 0)
        found[row.subject_ref].append(_work(row, actor, workers.get(row.user_id or 0), team, agencies))
    return {ref: tuple(some) for ref, some in found.items()}


def _keys(ids: Iterable[int | None]) -> set[int]:
    return {key for key in ids if key is not None}


def _work(
    row: Worked, actor: Actor, worker: WorkerCard | None, team: TeamCard | None, agencies: dict[int, str]
) -> Work:
    agency = agencies[row.organisation_id]
    return Work(
        ref=row.ref,
        subject_ref=row.subject_ref,
        name=worker.name if worker else team.name if team else agency,
        part=row.part,
        agency=agency,
        basis=row.basis,
        since_on=row.since_on,
        until_on=row.until_on,
        worker_ref=worker.ref if worker else "",
        job_title=worker.job_title if worker else "",
        team=team.name if team else "",
        phone=team.phone if team else "",
        is_you=row.user_id == actor.id,
    )


def subject_of_work(ref: str) -> str:
    """The ref of the subject with whom this is work; empty where there is none."""
    return Involvement.objects.filter(ref=ref).values_list("subject__ref", flat=True).first() or ""


def cases_round(subject_ref: str) -> list[int]:
    """Keys of those with a case in whose network somebody stands. For a deed that shows nobody any of them."""
    rows = Circle.objects.filter(member__ref=subject_ref, centre__has_case=True, centre__merged_into=None)
    waiting = staged_batches()
    rows = rows.exclude(Q(centre__batch_id__in=waiting)) if waiting else rows
    return sorted(rows.values_list("centre_id", flat=True))
