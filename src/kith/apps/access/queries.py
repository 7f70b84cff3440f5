"""Reads of access: decisions, permitted lists, and the team around a subject."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.cutting import Cut
from kith.apps.access.decisions import decide, visible, who_can
from kith.apps.access.models import Circle, Involvement, Subject
from kith.apps.access.moments import current_on, day_of
from kith.apps.access.projections import LastChange, Target, TeamMember
from kith.apps.access.reach import own_involvements, reached
from kith.apps.access.roles import role_of
from kith.apps.access.vocabulary import PERSON
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names, team_cards, worker_by_ref, worker_cards
from kith.apps.audit.queries import last_deed_on
from kith.apps.audit.services import refuse
from kith.kernel.decisions import Decision, Level
from kith.kernel.errors import KithError

__all__ = [
    "Cut",
    "NothingHere",
    "OnlyKnown",
    "around_mine",
    "circle_ids",
    "day_of",
    "decide",
    "last_change_of",
    "members_by_centre",
    "mine_among",
    "require",
    "role_may",
    "target_of",
    "team_around",
    "teams_around",
    "visible",
    "who_can",
]


class NothingHere(KithError):
    """The one answer for "not there" and "not for you"."""


class OnlyKnown(NothingHere):
    """The actor may learn that somebody here knows this subject, and not open it."""

    def __init__(self, because: str, subject_ref: str) -> None:
        super().__init__(because)
        self.subject_ref = subject_ref


def require(
    actor: Actor,
    action: Action,
    subject_ref: str,
    *,
    now: dt.datetime,
    purpose: str | None = None,
    kind: str = PERSON,
) -> Decision:
    """The decision, if it allows; otherwise the refusal is put on record and there is nothing here."""
    decision = decide(actor, action, subject_ref, now=now, purpose=purpose, kind=kind)
    if not decision.allowed:
        known = Subject.objects.filter(ref=subject_ref).exists()
        refuse(action.name, by=actor, now=now, decision=decision, subject=subject_ref if known else "")
        raise refusal_of(decision, subject_ref)
    return decision


def refusal_of(decision: Decision, subject_ref: str) -> NothingHere:
    """Whoever may learn that a subject is known is told whom to ring; everybody else that there is nothing here."""
    if decision.level == Level.NOTHING:
        return NothingHere(decision.because)
    return OnlyKnown(decision.because, subject_ref)


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


def mine_among(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows whose subject the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=own_involvements(actor, day_of(now)).values("subject_id"))


def around_mine(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows of everybody round whom the actor or a team of theirs works with now."""
    near = Subject.objects.filter(reached(own_involvements(actor, day_of(now))))
    return rows.filter(subject_id__in=near.values("pk"))


def circle_ids(centre_id: int) -> list[int]:
    """Keys of the subjects in somebody's network, without the centre; for callers that cut the list themselves."""
    return list(Circle.objects.filter(centre_id=centre_id).values_list("member_id", flat=True))


def members_by_centre(centre_ids: Iterable[int]) -> dict[int, set[int]]:
    """Keys of everybody in each network, the centre among them."""
    found = {centre: {centre} for centre in centre_ids}
    for centre, member in Circle.objects.filter(centre_id__in=list(found)).values_list("centre_id", "member_id"):
        found[centre].add(member)
    return found


def team_around(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[TeamMember, ...]:
    """Who works with a subject now, for a caller that has decided the subject may be read."""
    return teams_around(actor, [subject_ref], now=now)[subject_ref]


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
    )
