"""Subjects that begin a case, and a subject that begins beside another: open to the same people, and as closed.

Each of these runs inside the caller's deed.
"""

import datetime as dt

from kith.apps.access.models import Circle, Involvement, SealScope, Subject
from kith.apps.access.moments import active_seal, covers, day_of, not_over
from kith.apps.access.services.copying import conflicts_on, copy_conflicts, copy_exclusions, copy_involvements, over
from kith.apps.access.services.subjects import open_subject
from kith.apps.agencies.projections import Actor


def begin_case(subject_id: int) -> None:
    """Somebody known so far as one of a family has workers of their own from now on."""
    Subject.objects.filter(pk=subject_id).update(has_case=True)


def begin_work(subject_id: int, *, by: Actor, part: str, basis: str, now: dt.datetime) -> None:
    """The worker's teams work with the subject from today; the worker alone, where they are in no team."""
    holders: list[tuple[int | None, int | None]] = [(None, key) for key in by.team_ids] or [(by.id, None)]
    today = day_of(now)
    there = Involvement.objects.filter(not_over(today), subject_id=subject_id, organisation_id=by.agency_id)
    known = set(there.values_list("user_id", "team_id"))
    for user_id, team_id in holders:
        if (user_id, team_id) not in known:
            Involvement(
                subject_id=subject_id,
                organisation_id=by.agency_id,
                user_id=user_id,
                team_id=team_id,
                part=part,
                basis=basis,
                since_on=today,
            ).save(force_insert=True)


def end_case(subject_id: int, *, now: dt.datetime) -> None:
    """It was begun by mistake: there are no workers of their own, from today."""
    Subject.objects.filter(pk=subject_id).update(has_case=False)
    Involvement.objects.filter(not_over(day_of(now)), subject_id=subject_id).update(until_on=day_of(now))


def open_beside(first_id: int, *, now: dt.datetime) -> Subject:
    """A subject like the first: as sensitive, with the same workers and people round it, under the same seals."""
    first = Subject.objects.get(pk=first_id)
    second = open_subject(has_case=True, sensitivity=first.sensitivity)
    _close_alike(first, second, now=now)
    _stand_beside(first, second)
    copy_involvements(first, second, day=day_of(now))
    return second


def _close_alike(first: Subject, second: Subject, *, now: dt.datetime) -> None:
    """Seals over the whole record, whom they must never reach, and workers who are close to the family."""
    active = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), subject=first, record_ref="")
    SealScope.objects.bulk_create(over(scope, second) for scope in active)
    copy_exclusions(first, second)
    copy_conflicts(conflicts_on(first, now), second, now=now)


def _stand_beside(first: Subject, second: Subject) -> None:
    rows = Circle.objects
    centres = list(rows.filter(member_id=first.pk).values_list("centre_id", flat=True))
    members = list(rows.filter(centre_id=first.pk).values_list("member_id", flat=True))
    pairs = {(centre, second.pk) for centre in (*centres, first.pk)} | {
        (second.pk, member) for member in (*members, first.pk)
    }
    rows.bulk_create(Circle(centre_id=centre, member_id=member) for centre, member in sorted(pairs))
