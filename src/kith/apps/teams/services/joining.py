"""Joining a child's team, leaving it, and coming back. Work of somebody who signs in begins and ends in `access`."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require, sharing_words, target_of
from kith.apps.access.services import (
    InvolvementRecord,
    NewSeal,
    begin_involvement,
    end_involvement,
    reopen_involvement,
    set_seal,
    standing_involvement,
)
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.audit.services import Deed, deed
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.records.base import require_version
from kith.apps.teams import events
from kith.apps.teams.actions import KEEP
from kith.apps.teams.gathering import seats_round
from kith.apps.teams.models import JoinAsk, TeamPlace
from kith.apps.teams.projections import PlaceTold, Seat
from kith.apps.teams.queries.places import seat_on
from kith.apps.teams.sight import TEAM, require_team
from kith.apps.teams.sound import CannotKeepTeam, sound_leaving, sound_place

TWICE = "They are on the team already, for the same agency. Change their place below instead."
GONE = "They do not work here any more. Search again, or write their name."
WHY_SEALED = "Not everybody on the team may know that they work with the family."


def join(*, by: Actor, child_ref: str, told: PlaceTold, now: dt.datetime) -> str:
    """Somebody is on the team from a day on; one press too many is refused. The place's ref."""
    decision = require_team(by, KEEP, child_ref, now=now)
    said = sound_place(told, day_of(now), bases=frozenset(sharing_words("bases")))
    worker = actor_by_ref(said.worker_ref, on=day_of(now)) if said.worker_ref else None
    if worker is not None and worker.is_nobody:
        raise CannotKeepTeam(GONE)
    row = new_place(by, child_ref, said, now)
    row.user_id, row.joined_by_id = worker.id if worker else None, by.id
    with deed(events.JOINED, by=by, now=now, decision=decision) as act:
        _refuse_twice(by, child_ref, row, worker, now)
        work_ref = _begin_work(by, row, worker, now) if worker else ""
        row.save(force_insert=True)
        if said.seal:
            _seal(by, child_ref, row, work_ref, said, now)
        else:
            act.changed(child_ref, after=told_of(said))
        _answer_asks(row, by, now)
        act.touches(child_ref)
        act.notes(place=row.ref, worker=worker.ref if worker and not said.seal else "")
    return str(row.ref)


def new_place(by: Actor, child_ref: str, said: PlaceTold, now: dt.datetime) -> TeamPlace:
    """Not kept yet. Whom they work with has to be somebody whom the writer may read."""
    row = TeamPlace(recorded_by_id=by.id, recorded_at=now)
    row.subject_id = target_of(child_ref).id
    describe(by, child_ref, row, said, now)
    row.name, row.since_on, row.until_on = said.name, said.since or day_of(now), said.until
    return row


def describe(by: Actor, child_ref: str, row: TeamPlace, said: PlaceTold, now: dt.datetime) -> None:
    if said.adult_ref and said.adult_ref != child_ref:
        require(by, READ_PERSON, said.adult_ref, now=now)
        row.with_subject_id = target_of(said.adult_ref).id
    else:
        row.with_subject_id = None
    for part in ("role", "agency", "reach", "basis", "is_trusted", "trust_said_by", "asked_by"):
        setattr(row, part, getattr(said, part))


def told_of(said: PlaceTold) -> dict[str, object]:
    parts = ("worker_ref", "name", "role", "agency", "reach", "basis", "is_trusted", "asked_by", "since", "until")
    return {part: str(getattr(said, part)) for part in parts}


def _refuse_twice(by: Actor, child_ref: str, row: TeamPlace, worker: Actor | None, now: dt.datetime) -> None:
    """Of what the writer may see: whoever is sealed to them is not there, and may be put there."""
    for seat in _seats(by, child_ref, max(row.since_on, day_of(now)), now):
        is_same = seat.worker == worker.ref if worker else seat.name == row.name and seat.agency == row.agency
        is_told_apart = worker is not None and bool(row.agency) and seat.agency != row.agency
        if is_same and not is_told_apart:
            raise CannotKeepTeam(TWICE)


def _seats(by: Actor, child_ref: str, since: dt.date, now: dt.datetime) -> tuple[Seat, ...]:
    return seats_round(by, [child_ref], since=since, now=now)[child_ref]


def _begin_work(by: Actor, row: TeamPlace, worker: Actor, now: dt.datetime) -> str:
    """One involvement, however many places they have; decisions rest on it from its first day on."""
    there = standing_involvement(by=by, subject_id=row.subject_id, user_id=worker.id, on=row.since_on, now=now)
    return there or begin_involvement(
        InvolvementRecord(
            subject_id=row.subject_id,
            organisation_id=worker.agency_id,
            user_id=worker.id,
            part=TEAM,
            basis=row.basis,
            since_on=row.since_on,
            until_on=row.until_on,
        )
    )


def _seal(by: Actor, child_ref: str, row: TeamPlace, work_ref: str, said: PlaceTold, now: dt.datetime) -> None:
    """In the same deed, so that it was never open: whoever is on the list sees them, and nobody else."""
    records = tuple((TEAM, ref) for ref in (row.ref, work_ref) if ref)
    readers = (said.worker_ref,) if said.worker_ref and said.worker_ref != by.ref else ()
    seal = NewSeal(kind=said.seal, why=WHY_SEALED, records=records, readers=readers)
    set_seal(by=by, subject_ref=child_ref, seal=seal, now=now)


def _answer_asks(row: TeamPlace, by: Actor, now: dt.datetime) -> None:
    if row.user_id:
        waiting = JoinAsk.objects.filter(subject_id=row.subject_id, asked_by_id=row.user_id, answered_at=None)
        waiting.update(answered_at=now, answered_by_id=by.id, was_let_in=True)


def leave(*, by: Actor, child_ref: str, seat_ref: str, on: dt.date, now: dt.datetime) -> bool:
    """They are on the team no more from a day on. Whether it can be undone by whoever did it: not by who let go of
    their own way in."""
    decision = require_team(by, KEEP, child_ref, now=now)
    seat = seat_on(by, child_ref, seat_ref, now=now)
    last = sound_leaving(on, seat.since, day_of(now))
    with deed(events.LEFT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = held(child_ref, seat_ref)
        if row is None or row.user_id:
            _end_work(by, child_ref, seat, row, last, now)
        if row is not None:
            row.work_until_on, row.until_on = row.until_on, last
            row.version += 1
            row.save()
        act.changed(child_ref, before={"until": str(seat.until)}, after={"until": str(last)})
        act.notes(place=seat_ref)
    return not seat.is_you


def held(child_ref: str, seat_ref: str) -> TeamPlace | None:
    rows = TeamPlace.objects.select_for_update(of=("self",)).select_related("user")
    return rows.filter(ref=seat_ref, subject__ref=child_ref).first()


def _end_work(by: Actor, child_ref: str, seat: Seat, row: TeamPlace | None, on: dt.date, now: dt.datetime) -> None:
    """Unless they have another place on the same team, for another agency."""
    ref, today = seat.ref, day_of(now)
    if row is not None and row.user_id:
        others = TeamPlace.objects.filter(subject_id=row.subject_id, user_id=row.user_id).exclude(pk=row.pk)
        if any(other.until_on is None or other.until_on > on for other in others):
            return
        ref = standing_involvement(by=by, subject_id=row.subject_id, user_id=row.user_id, on=today, now=now)
    if not end_involvement(ref, subject_ref=child_ref, on=on):
        raise NothingHere


def come_back(*, by: Actor, child_ref: str, seat_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Undo leaving: their place ends when it was to end before, and so does their work."""
    decision = require_team(by, KEEP, child_ref, now=now)
    with deed(events.CAME_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = held(child_ref, seat_ref)
        if row is None:
            _work_again(child_ref, seat_ref, None)
        else:
            require_version(row, expected_version)
            _seat_again(by, row, child_ref, act, now)
        act.notes(place=seat_ref)


def _seat_again(by: Actor, row: TeamPlace, child_ref: str, act: Deed, now: dt.datetime) -> None:
    if row.until_on is None:
        raise NothingHere
    if row.user_id:
        last = row.until_on - dt.timedelta(days=1)
        ref = standing_involvement(by=by, subject_id=row.subject_id, user_id=row.user_id, on=last, now=now)
        _work_again(child_ref, ref, row.work_until_on)
    act.changed(child_ref, before={"until": str(row.until_on)}, after={"until": str(row.work_until_on)})
    row.until_on, row.work_until_on = row.work_until_on, None
    row.version += 1
    row.save()


def _work_again(child_ref: str, work_ref: str, until: dt.date | None) -> None:
    if not reopen_involvement(work_ref, subject_ref=child_ref, until=until):
        raise NothingHere
