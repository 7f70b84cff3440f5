"""Entering when somebody is away, once for all their children, and who covers; changing it, taking it out, undoing."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role, target_of, works_with
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.audit.services import deed
from kith.apps.records.base import require_version
from kith.apps.teams import events
from kith.apps.teams.actions import KEEP, KEEP_ABSENCES
from kith.apps.teams.models import Absence, CoverForOne
from kith.apps.teams.projections import AbsenceTold
from kith.apps.teams.queries.absences import absence_kept, kept_by
from kith.apps.teams.services.joining import held
from kith.apps.teams.sight import require_own_absences, require_team
from kith.apps.teams.sound import CannotKeepTeam, sound_absence
from kith.kernel.decisions import Decision

TWICE = "That absence is entered already, with the same days and the same cover."
NOT_THERE = "Whoever is to cover does not work here any more. Choose again."


def enter_absence(*, by: Actor, told: AbsenceTold, now: dt.datetime) -> str:
    """One's own, or a colleague's of the own agency; it holds for every child they work with. The absence's ref."""
    decision, worker = _whose(by, told.worker_ref, now)
    row = Absence(recorded_by_id=by.id, recorded_at=now)
    row.user_id = worker.id
    _describe(row, worker.ref, told, now)
    with deed(events.ABSENCE_ENTERED, by=by, now=now, decision=decision) as act:
        _refuse_twice(row)
        row.save(force_insert=True)
        act.notes(absence=row.ref, worker=worker.ref, **_noted(row))
    return str(row.ref)


def enter_absence_on_team(*, by: Actor, child_ref: str, seat_ref: str, told: AbsenceTold, now: dt.datetime) -> str:
    """Of a professional without an account, by whoever keeps the team on which they have a place."""
    decision = require_team(by, KEEP, child_ref, now=now)
    row = Absence(recorded_by_id=by.id, recorded_at=now)
    _describe(row, "", told, now)
    with deed(events.ABSENCE_ENTERED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        place = held(child_ref, seat_ref)
        if place is None or place.user_id:
            raise NothingHere
        row.place_id = place.pk
        _refuse_twice(row)
        row.save(force_insert=True)
        act.notes(absence=row.ref, place=place.ref, **_noted(row))
    return str(row.ref)


def _whose(by: Actor, worker_ref: str, now: dt.datetime) -> tuple[Decision, Actor]:
    own = require_own_absences(by, now=now)
    if worker_ref in ("", by.ref):
        return own, by
    decision = require_by_role(by, KEEP_ABSENCES, now=now)
    worker = actor_by_ref(worker_ref, on=day_of(now))
    if worker.is_nobody or worker.agency_id != by.agency_id:
        raise NothingHere
    return decision, worker


def _describe(row: Absence, worker_ref: str, told: AbsenceTold, now: dt.datetime) -> None:
    said = sound_absence(told if not worker_ref else _for(told, worker_ref), day_of(now))
    row.since_on, row.until_on = said.since, said.until
    row.cover_user_id = _cover_id(said.cover_ref, now)
    row.cover_name, row.cover_reach = said.cover_name, said.cover_reach


def _for(told: AbsenceTold, worker_ref: str) -> AbsenceTold:
    return AbsenceTold(
        since=told.since,
        until=told.until,
        cover_ref=told.cover_ref,
        cover_name=told.cover_name,
        cover_reach=told.cover_reach,
        worker_ref=worker_ref,
    )


def _cover_id(ref: str, now: dt.datetime) -> int | None:
    if not ref:
        return None
    cover = actor_by_ref(ref, on=day_of(now))
    if cover.is_nobody:
        raise CannotKeepTeam(NOT_THERE)
    return cover.id


def _refuse_twice(row: Absence) -> None:
    parts = ("user_id", "place_id", "since_on", "until_on", "cover_user_id", "cover_name")
    same = {part: getattr(row, part) for part in parts}
    if Absence.objects.filter(withdrawn_at=None, **same).exclude(pk=row.pk).exists():
        raise CannotKeepTeam(TWICE)


def _noted(row: Absence) -> dict[str, str]:
    return {"since": str(row.since_on), "until": str(row.until_on)}


def change_absence(*, by: Actor, absence_ref: str, told: AbsenceTold, expected_version: int, now: dt.datetime) -> None:
    decision = require_own_absences(by, now=now)
    with deed(events.ABSENCE_CHANGED, by=by, now=now, decision=decision) as act:
        row = _held(by, absence_ref, expected_version)
        before = _noted(row)
        _describe(row, row.user.ref if row.user else "", told, now)
        _refuse_twice(row)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.version += 1
        row.save()
        act.notes(absence=row.ref, before=before, **_noted(row))


def _held(by: Actor, absence_ref: str, version: int) -> Absence:
    rows = kept_by(by).select_for_update(of=("self",)).select_related("user")
    row = rows.filter(ref=absence_ref, withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    return row


def take_out_absence(*, by: Actor, absence_ref: str, expected_version: int, now: dt.datetime) -> str:
    """It was wrong, or they are back early: it holds no more, and stays on record.

    The child's ref where it is of somebody on one team alone.
    """
    return _set_withdrawn(by, absence_ref, expected_version, now, is_back=False)


def put_back_absence(*, by: Actor, absence_ref: str, expected_version: int, now: dt.datetime) -> str:
    return _set_withdrawn(by, absence_ref, expected_version, now, is_back=True)


def _set_withdrawn(by: Actor, absence_ref: str, version: int, now: dt.datetime, *, is_back: bool) -> str:
    decision = require_own_absences(by, now=now)
    event = events.ABSENCE_PUT_BACK if is_back else events.ABSENCE_TAKEN_OUT
    with deed(event, by=by, now=now, decision=decision) as act:
        rows = absence_kept(by, absence_ref, is_out=is_back, now=now).select_for_update(of=("self",))
        row = rows.first()
        if row is None:
            raise NothingHere
        require_version(row, version)
        row.withdrawn_at, row.withdrawn_by_id = (None, None) if is_back else (now, by.id)
        row.version += 1
        row.save()
        act.notes(absence=row.ref, **_noted(row))
        act.touches(*([row.place.subject.ref] if row.place else []))
        return str(row.place.subject.ref) if row.place else ""


def cover_for_one(*, by: Actor, absence_ref: str, child_ref: str, told: AbsenceTold, now: dt.datetime) -> None:
    """Somebody else for one child; an empty cover goes back to whoever covers for all."""
    decision = require_own_absences(by, now=now)
    require_team(by, KEEP, child_ref, now=now)
    row = kept_by(by).filter(ref=absence_ref, withdrawn_at=None).select_related("user").first()
    if row is None or (row.user_id == by.id and not works_with(by, child_ref, now=now)):
        raise NothingHere
    said = sound_absence(
        AbsenceTold(
            since=row.since_on,
            until=row.until_on,
            cover_ref=told.cover_ref,
            cover_name=told.cover_name,
            cover_reach=told.cover_reach,
            worker_ref=row.user.ref if row.user else "",
        ),
        day_of(now),
    )
    with deed(events.COVER_FOR_ONE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        one = CoverForOne(absence=row, cover_name=said.cover_name, cover_reach=said.cover_reach)
        one.subject_id, one.cover_user_id = target_of(child_ref).id, _cover_id(said.cover_ref, now)
        CoverForOne.objects.filter(absence=row, subject_id=one.subject_id, ended_at=None).update(ended_at=now)
        if one.cover_user_id or one.cover_name:
            one.save(force_insert=True)
        act.notes(absence=row.ref)
