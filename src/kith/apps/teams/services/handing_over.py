"""An adult is given to another worker: places on the teams of children that rested on that work go with it."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q

from kith.apps.access.queries import Unsealed, day_of, own_subjects, role_may, target_of
from kith.apps.access.services import end_all_work
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import deed
from kith.apps.teams import events
from kith.apps.teams.actions import ASK
from kith.apps.teams.models import JoinAsk, TeamPlace
from kith.kernel.decisions import Decision

TAKEN_OVER = "Has taken over from {old}."


def hand_over_places(
    *, by: Actor, adult_ref: str, stopped: Collection[int], to: Actor, decision: Decision, now: dt.datetime
) -> None:
    """Inside the caller's deed. Whoever stops leaves each team where they stood because of the adult, and each of these
    teams is asked to let the new worker in: it decides, because being let in opens the child.

    Whoever hands over learns nothing by it: not whether there is such a team. Where a seal covers the place nobody is
    asked, since the asking would tell of it; whoever is on its list sees that it ended.
    """
    places = _places(adult_ref, stopped, day_of(now))
    sealed = Unsealed(now=now).closed_records(row.ref for row in places)
    asking = _asks_of(adult_ref, stopped)
    by_team = {row.subject_id: row.user_id or 0 for row in places if row.ref not in sealed}
    by_team |= {row.subject_id: row.asked_by_id for row in asking}
    for row in places:
        with deed(events.HANDED_OVER, by=by, now=now, decision=decision, subjects=[row.subject.ref]) as act:
            before = row.until_on
            _end(row, day_of(now))
            act.changed(row.subject.ref, before={"until": str(before)}, after={"until": str(row.until_on)})
            act.notes(place=row.ref)
    JoinAsk.objects.filter(pk__in=[row.pk for row in asking]).update(answered_at=now, answered_by_id=by.id)
    if role_may(to, ASK):
        _ask(by_team, adult_ref, to, now)


def _places(adult_ref: str, stopped: Collection[int], today: dt.date) -> list[TeamPlace]:
    """Now or to come."""
    rows = TeamPlace.objects.select_for_update(of=("self",)).select_related("subject")
    live = rows.filter(Q(until_on=None) | Q(until_on__gt=today), with_subject__ref=adult_ref, user_id__in=stopped)
    return list(live.order_by("pk"))


def _asks_of(adult_ref: str, stopped: Collection[int]) -> list[JoinAsk]:
    rows = JoinAsk.objects.filter(adult__ref=adult_ref, asked_by_id__in=stopped, answered_at=None)
    return list(rows.order_by("pk"))


def _end(row: TeamPlace, today: dt.date) -> None:
    """And with it their work with the child, unless they have another place on the same team."""
    row.work_until_on, row.until_on = row.until_on, max(today, row.since_on)
    row.version += 1
    row.save()
    others = TeamPlace.objects.filter(Q(until_on=None) | Q(until_on__gt=today), subject_id=row.subject_id)
    if row.user_id and not others.filter(user_id=row.user_id).exclude(pk=row.pk).exists():
        end_all_work(subject_id=row.subject_id, user_id=row.user_id, on=today)


def _ask(by_team: dict[int, int], adult_ref: str, to: Actor, now: dt.datetime) -> None:
    """Not a team that they are on, and not one that they have asked themselves."""
    waiting = JoinAsk.objects.filter(asked_by_id=to.id, answered_at=None)
    known = own_subjects(to, now=now) | set(waiting.values_list("subject_id", flat=True))
    workers = worker_cards(set(by_team.values()))
    for subject_id, old in by_team.items():
        if subject_id not in known:
            row = JoinAsk(words=TAKEN_OVER.format(old=workers[old].name), asked_at=now, asked_by_id=to.id)
            row.subject_id, row.adult_id = subject_id, target_of(adult_ref).id
            row.save(force_insert=True)
