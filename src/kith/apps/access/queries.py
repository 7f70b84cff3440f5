"""Reads of access: decisions, permitted lists, and the team around a subject."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.conflicts_seen import may_declare, may_note, who_ends
from kith.apps.access.cutting import Cut, OpenToAll, Unsealed, near
from kith.apps.access.decisions import decide, decide_by_role, visible, who_can
from kith.apps.access.explaining import reasons_of, watchers_of
from kith.apps.access.links_seen import live_links, may_publish, may_see_links, require_to_publish
from kith.apps.access.looks_held_back import held_back_looks, may_be_told_of
from kith.apps.access.looks_seen import (
    live_look,
    look_offer,
    look_to_review,
    looks_to_review,
    may_review_looks,
    require_review_queue,
    require_to_look,
    reviews_wait,
    suspended_colleagues,
    suspension_to_end,
)
from kith.apps.access.models import Circle, Involvement, Subject
from kith.apps.access.moments import current_on, day_of, start_of
from kith.apps.access.projections import LastChange, Target, TeamMember
from kith.apps.access.reach import own_involvements, reached
from kith.apps.access.requiring import NothingHere, OnlyKnown, refusal_of, require, require_by_role
from kith.apps.access.roles import role_of
from kith.apps.access.sealing_reads import (
    colleagues_to_note,
    conflict_list,
    list_to_choose,
    proposal_to_decide,
    roles_to_propose,
    seal_page,
    seal_to_decide,
    workers_called,
    workers_chosen,
)
from kith.apps.access.seals_seen import is_kept_from, kinds_to_choose, may_seal, seal_marks, who_confirms
from kith.apps.access.sharing_seen import (
    consent_to_withdraw,
    decision_of,
    share_to_end,
    sharing_of,
    sharing_to_decide,
)
from kith.apps.access.vocabulary import emergency_limits, sharing_words
from kith.apps.access.waiting import waiting_page, waits_for
from kith.apps.access.work_seen import ended_work, own_reach
from kith.apps.agencies.projections import Actor, TeamCard
from kith.apps.agencies.queries import organisation_names, team_cards, teams_of_workers, worker_by_ref, worker_cards
from kith.apps.audit.queries import last_deed_on

__all__ = [
    "Cut",
    "NothingHere",
    "OnlyKnown",
    "OpenToAll",
    "Unsealed",
    "around_mine",
    "circle_ids",
    "colleagues_to_note",
    "conflict_list",
    "consent_to_withdraw",
    "day_of",
    "decide",
    "decide_by_role",
    "decision_of",
    "emergency_limits",
    "ended_work",
    "held_back_looks",
    "is_kept_from",
    "kinds_to_choose",
    "last_change_of",
    "list_to_choose",
    "live_links",
    "live_look",
    "look_offer",
    "look_to_review",
    "looks_to_review",
    "may_be_told_of",
    "may_declare",
    "may_note",
    "may_publish",
    "may_review_looks",
    "may_seal",
    "may_see_links",
    "members_by_centre",
    "mine_among",
    "near",
    "own_reach",
    "proposal_to_decide",
    "reasons_of",
    "refusal_of",
    "require",
    "require_by_role",
    "require_review_queue",
    "require_to_look",
    "require_to_publish",
    "reviews_wait",
    "role_may",
    "role_title",
    "roles_to_propose",
    "seal_marks",
    "seal_page",
    "seal_to_decide",
    "share_to_end",
    "sharing_of",
    "sharing_to_decide",
    "sharing_words",
    "start_of",
    "suspended_colleagues",
    "suspension_to_end",
    "target_of",
    "team_around",
    "team_with_numbers",
    "teams_around",
    "visible",
    "waiting_page",
    "waits_for",
    "watchers_of",
    "who_can",
    "who_confirms",
    "who_ends",
    "with_neighbours",
    "workers_called",
    "workers_chosen",
]


def target_of(subject_ref: str) -> Target:
    """Inside knowledge of a subject, for a caller that has its decision."""
    subject = Subject.objects.get(ref=subject_ref)
    return Target(id=subject.pk, ref=subject.ref, has_case=subject.has_case, sensitivity=subject.sensitivity)


def last_change_of(subject_ref: str, events: Collection[str]) -> LastChange | None:
    """Who changed a subject last, in words, for a caller that has decided the subject may be read."""
    note = last_deed_on(subject_ref, events)
    worker = worker_by_ref(note.actor) if note else None
    return LastChange(by=f"{worker.name}, {worker.agency}" if worker else "", at=note.at) if note else None


def role_may(actor: Actor, action: Action) -> bool:
    """Whether the actor's role has the action at all; whether they may here is for `decide`."""
    return action.name in role_of(actor.role).actions


def role_title(role: str) -> str:
    return role_of(role).title


def mine_among(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows whose subject the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=own_involvements(actor, day_of(now)).values("subject_id"))


def around_mine(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows of everybody round whom the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=reached(own_involvements(actor, day_of(now))))


def circle_ids(centre_id: int) -> list[int]:
    """Keys of the subjects in somebody's network, without the centre; for callers that cut the list themselves."""
    return list(Circle.objects.filter(centre_id=centre_id).values_list("member_id", flat=True))


def with_neighbours(subject_ids: Collection[int]) -> set[int]:
    """These subjects, everybody in their circles and everybody in whose circles they stand."""
    around = Circle.objects.filter(Q(centre_id__in=subject_ids) | Q(member_id__in=subject_ids))
    return set(subject_ids).union(*around.values_list("centre_id", "member_id"))


def members_by_centre(centre_ids: Iterable[int]) -> dict[int, set[int]]:
    """Keys of everybody in each network, the centre among them."""
    found = {centre: {centre} for centre in centre_ids}
    for centre, member in Circle.objects.filter(centre_id__in=list(found)).values_list("centre_id", "member_id"):
        found[centre].add(member)
    return found


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
    """The teams of several subjects, the lead first."""
    current = Involvement.objects.filter(current_on(day_of(now)), subject__ref__in=list(subject_refs))
    rows = list(current.select_related("subject").order_by("since_on", "pk"))
    rows.sort(key=lambda row: row.part != "lead")
    workers = worker_cards(_keys(row.user_id for row in rows))
    teams = team_cards(_keys(row.team_id for row in rows))
    agencies = organisation_names({row.organisation_id for row in rows})
    return {
        ref: tuple(_member(row, actor, workers, teams, agencies) for row in rows if row.subject.ref == ref)
        for ref in subject_refs
    }


def _keys(ids: Iterable[int | None]) -> set[int]:
    return {i for i in ids if i is not None}


def _member(row: Involvement, actor: Actor, workers: dict, teams: dict, agencies: dict) -> TeamMember:
    worker, team = workers.get(row.user_id), teams.get(row.team_id)
    return TeamMember(
        name=worker.name if worker else team.name if team else agencies[row.organisation_id],
        part=row.part,
        agency=agencies[row.organisation_id],
        job_title=worker.job_title if worker else "",
        phone=team.phone if team else "",
        since_on=row.since_on,
        is_you=row.user_id == actor.id,
        ref=row.ref,
        team=team.name if team else "",
    )
