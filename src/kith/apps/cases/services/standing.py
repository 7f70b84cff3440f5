"""Recording where a child stands: begun, corrected, ended; each can be undone, and nothing that was said is lost."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.keeping import may_keep_kind
from kith.apps.cases.models import Standing
from kith.apps.cases.projections import StandingTold
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.standings import ELSEWHERE, CannotStand, require_end, sound_standing
from kith.apps.records.base import require_version

TWICE = "This is on record already, from that day. Look at it below, then correct it there."


def begin_standing(*, by: Actor, child_ref: str, told: StandingTold, now: dt.datetime) -> str:
    """Its ref. It ends nothing: on the line the newest speaks, and what was goes on standing in its place."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    said = sound_standing(told, day_of(now))
    _require_keeper(by, said.kind)
    with deed(events.STANDING_BEGUN, by=by, now=now, decision=decision) as act:
        _require_new(child_ref, said)
        row = _keep_new(said, target_of(child_ref).id, by, now)
        act.changed(child_ref, after=_told_of(row))
    return str(row.ref)


def correct_standing(
    *, by: Actor, child_ref: str, standing_ref: str, told: StandingTold, expected_version: int, now: dt.datetime
) -> str:
    """What was wrong stays, struck through, and what is right stands beside it. Its ref."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    said = sound_standing(told, day_of(now))
    _require_keeper(by, said.kind)
    with deed(events.STANDING_CORRECTED, by=by, now=now, decision=decision) as act:
        wrong = _held(by, child_ref, standing_ref, expected_version, is_out=False)
        _take_out(wrong, by, now)
        _require_new(child_ref, said)
        row = _keep_new(said, wrong.subject_id, by, now, corrects=wrong)
        act.changed(child_ref, before=_told_of(wrong), after=_told_of(row))
    return str(row.ref)


def end_standing(
    *, by: Actor, child_ref: str, standing_ref: str, until: dt.date, expected_version: int, now: dt.datetime
) -> None:
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.STANDING_ENDED, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, standing_ref, expected_version, is_out=False)
        if row.until_on is not None:
            raise CannotStand("Its end is on record already.")
        require_end(row.since_on, until, day_of(now))
        row.until_on = until
        row.save(update_fields=["until_on", "version"])
        act.changed(child_ref, after=_told_of(row))


def reopen_standing(*, by: Actor, child_ref: str, standing_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Its end was a wrong press."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.STANDING_REOPENED, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, standing_ref, expected_version, is_out=False)
        act.changed(child_ref, before=_told_of(row))
        row.until_on = None
        row.save(update_fields=["until_on", "version"])


def take_out_standing(*, by: Actor, child_ref: str, standing_ref: str, expected_version: int, now: dt.datetime) -> None:
    """It stays, struck through; where it was a correction, what it corrected stands again."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.STANDING_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, standing_ref, expected_version, is_out=False)
        _take_out(row, by, now)
        for corrected in _corrected_by(row, is_out=True):
            _put_back(corrected)
        act.changed(child_ref, before=_told_of(row))


def put_back_standing(*, by: Actor, child_ref: str, standing_ref: str, expected_version: int, now: dt.datetime) -> None:
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.STANDING_PUT_BACK, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, standing_ref, expected_version, is_out=True)
        for corrected in _corrected_by(row, is_out=False):
            _take_out(corrected, by, now)
        _put_back(row)
        act.changed(child_ref, after=_told_of(row))


def _held(by: Actor, child_ref: str, standing_ref: str, expected_version: int, *, is_out: bool) -> Standing:
    """Locked, as its page showed it, and one version further."""
    rows = Standing.objects.select_for_update(of=("self",)).filter(subject__ref=child_ref, ref=standing_ref)
    row = rows.filter(withdrawn_at__isnull=not is_out).first()
    if row is None:
        raise NothingHere
    _require_keeper(by, row.kind)
    require_version(row, expected_version)
    row.version += 1
    return row


def _keep_new(
    said: StandingTold, subject_id: int, by: Actor, now: dt.datetime, *, corrects: Standing | None = None
) -> Standing:
    row = Standing(
        subject_id=subject_id,
        kind=said.kind,
        ground=said.ground,
        since_on=said.since,
        words=said.words,
        recorded_by_id=by.id,
        recorded_at=now,
    )
    if corrects is not None:
        row.corrects, row.until_on = corrects.ref, corrects.until_on
        if row.until_on is not None:
            require_end(row.since_on, row.until_on, row.until_on)
    row.save(force_insert=True)
    return row


def _take_out(row: Standing, by: Actor, now: dt.datetime) -> None:
    row.withdrawn_at, row.withdrawn_by_id = now, by.id
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "version"])


def _put_back(row: Standing) -> None:
    row.withdrawn_at = row.withdrawn_by_id = None
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "version"])


def _corrected_by(row: Standing, *, is_out: bool) -> list[Standing]:
    """The one that this row corrects, if it does and where that one is (out or not) as asked."""
    if not row.corrects:
        return []
    rows = Standing.objects.select_for_update(of=("self",)).filter(ref=row.corrects, subject_id=row.subject_id)
    found = list(rows.filter(withdrawn_at__isnull=not is_out))
    for one in found:
        one.version += 1
    return found


def _require_new(child_ref: str, said: StandingTold) -> None:
    same = Standing.objects.filter(subject__ref=child_ref, withdrawn_at=None, since_on=said.since)
    if same.filter(kind=said.kind, ground=said.ground).exists():
        raise CannotStand(TWICE)


def _require_keeper(by: Actor, kind: str) -> None:
    if not may_keep_kind(by, kind):
        raise CannotStand(ELSEWHERE)


def _told_of(row: Standing) -> dict[str, str]:
    told = {"standing": row.ref, "kind": row.kind, "ground": row.ground, "since": str(row.since_on)}
    return told | {"until": str(row.until_on or ""), "words": row.words}
