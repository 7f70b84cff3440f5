"""Recording the meeting of a step, planned or held, and taking a wrong one out."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require, target_of, team_around, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.meetings import FAMILY, GROUP, WORKER, CannotMeet, groups, sound_meeting
from kith.apps.cases.models import MeetingGuest, StepMeeting
from kith.apps.cases.projections import GuestTold, MeetingTold
from kith.apps.cases.sight import CONTACT
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.records.base import require_version

TWICE = "This meeting is on record already. Look at it below, then change it there."


def keep_meeting(
    *, by: Actor, child_ref: str, told: MeetingTold, meeting_ref: str = "", expected_version: int, now: dt.datetime
) -> str:
    """A new meeting, or what changed of one; who was said to be there before stays on record. Its ref."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    said = sound_meeting(told, day_of(now))
    labels = _labels(by, child_ref, said, meeting_ref, now)
    with deed(events.MEETING_KEPT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _held(child_ref, meeting_ref, expected_version) if meeting_ref else _new(child_ref, said)
        row.kind, row.on_day, row.at, row.place = said.kind, said.on, said.at, said.place
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        _end_what_was_shown(row, by, now)
        for guest in said.guests:
            _guest(row, guest, labels).save(force_insert=True)
        after = {"meeting": said.kind, "on": str(said.on), "at": said.at, "place": said.place}
        act.changed(child_ref, after=after | {f"{one.kind} {one.key}": one.presence for one in said.guests})
        act.touches(*(one.key for one in said.guests if one.kind == FAMILY))
        act.notes(meeting=row.ref)
    return str(row.ref)


def _labels(
    by: Actor, child_ref: str, said: MeetingTold, meeting_ref: str, now: dt.datetime
) -> dict[tuple[str, str], str]:
    """What each guest is called; whoever is not on the team, in no group and not to be read is not there."""
    team = {one.ref: one for one in team_around(by, child_ref, now=now)}
    known = MeetingGuest.objects.filter(meeting__ref=meeting_ref, meeting__subject__ref=child_ref, kind=WORKER)
    before = dict(known.values_list("key", "says")) if meeting_ref else {}
    labels = {}
    for guest in said.guests:
        if guest.kind == FAMILY:
            require(by, READ_PERSON, guest.key, now=now)
            labels[guest.kind, guest.key] = ""
        elif guest.kind == WORKER and guest.key in team:
            labels[guest.kind, guest.key] = team[guest.key].at_agency
        elif guest.kind == WORKER and guest.key in before:
            labels[guest.kind, guest.key] = before[guest.key]
        elif guest.kind == GROUP and guest.key in groups():
            labels[guest.kind, guest.key] = groups()[guest.key].says
        else:
            raise NothingHere
    return labels


def _held(child_ref: str, meeting_ref: str, expected_version: int | None) -> StepMeeting:
    standing = StepMeeting.objects.select_for_update(of=("self",)).filter(subject__ref=child_ref, withdrawn_at=None)
    row = standing.filter(ref=meeting_ref).first()
    if row is None:
        raise NothingHere
    if expected_version is not None:
        require_version(row, expected_version)
    row.version += 1
    return row


def _new(child_ref: str, said: MeetingTold) -> StepMeeting:
    subject_id = target_of(child_ref).id
    same = StepMeeting.objects.filter(subject_id=subject_id, kind=said.kind, on_day=said.on, withdrawn_at=None)
    if same.exists():
        raise CannotMeet(TWICE)
    row = StepMeeting()
    row.subject_id = subject_id
    return row


def _guest(row: StepMeeting, guest: GuestTold, labels: dict[tuple[str, str], str]) -> MeetingGuest:
    made = MeetingGuest(meeting=row, kind=guest.kind, key=guest.key, presence=guest.presence, why=guest.why)
    made.says = labels[guest.kind, guest.key]
    if guest.kind == FAMILY:
        made.subject_id = target_of(guest.key).id
    return made


def _end_what_was_shown(row: StepMeeting, by: Actor, now: dt.datetime) -> None:
    """Whoever of the family is closed to the doer was not in the form, so what is said of them stays."""
    standing = MeetingGuest.objects.filter(meeting=row, ended_at=None)
    family = standing.filter(kind=FAMILY)
    seen = set(visible(by, READ_PERSON, family, now=now).values_list("pk", flat=True))
    closed = set(family.values_list("pk", flat=True)) - seen
    standing.exclude(pk__in=closed).update(ended_at=now)


def take_out_meeting(*, by: Actor, child_ref: str, meeting_ref: str, now: dt.datetime) -> None:
    """It stays, struck through."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.MEETING_TAKEN_OUT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _held(child_ref, meeting_ref, None)
        row.withdrawn_at, row.withdrawn_by_id = now, by.id
        row.save()
        act.changed(child_ref, before={"meeting": row.kind, "on": str(row.on_day)})
        act.notes(meeting=row.ref)
