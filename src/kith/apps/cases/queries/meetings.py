"""The meetings of a child's path: what was planned and held, who came, and who was missing and why."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db.models import QuerySet

from kith.apps.access.queries import (
    NothingHere,
    agency_kinds_at_work,
    day_of,
    decide,
    require,
    team_around,
)
from kith.apps.agencies.projections import Actor
from kith.apps.cases.actions import READ, STEP
from kith.apps.cases.meetings import (
    CAME,
    FAMILY,
    GROUP,
    INVITED,
    MISSING,
    PRESENCES,
    WORKER,
    groups,
    groups_without,
    meeting_of,
    meetings,
)
from kith.apps.cases.models import MeetingGuest, PathStep, StepMeeting
from kith.apps.cases.projections import FamilyMeeting, GuestOffered, MeetingCard, MeetingForm, MeetingTold
from kith.apps.cases.sight import CONTACT
from kith.apps.people.queries import Says, family_members, names_of
from kith.apps.records.base import prepared

MOST_OF_FAMILY = 30
MOST_SHOWN = 30


def meeting_cards(
    actor: Actor, subject_id: int, steps: Sequence[PathStep], says: Says, *, may_step: bool, now: dt.datetime
) -> tuple[MeetingCard, ...]:
    """The latest first; whoever of the family may not be seen is not named, nor words with something sealed shown."""
    rows = list(StepMeeting.objects.filter(subject_id=subject_id).order_by("-on_day", "-pk")[:MOST_SHOWN])
    if not rows:
        return ()
    guests = _guests([row.pk for row in rows])
    family = {one.subject.ref for those in guests.values() for one in those if one.subject}
    names = names_of(actor, family, now=now) if family else {}
    held = {(meeting_of(step.step), step.on_day) for step in steps if step.withdrawn_at is None}
    agencies = agency_kinds_at_work({one.key for those in guests.values() for one in those if one.kind == WORKER})
    return tuple(
        _card(row, guests[row.pk], names, says, agencies, stands=_stands(row, held, now), may_change=may_step)
        for row in rows
    )


def family_meetings(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[FamilyMeeting, ...]:
    """The meetings with whoever of the family was asked or left out, for a ledger; nothing where the path is closed.

    Who of them, and which worker, may be named is for the caller, who knows whom the viewer may read.
    """
    if not decide(actor, READ, child_ref, now=now, kind=CONTACT).allowed:
        return ()
    rows = _latest(child_ref=child_ref)
    guests = _guests([row.pk for row in rows]) if rows else {}
    return tuple(
        FamilyMeeting(
            ref=row.ref,
            says=meetings()[row.kind].says,
            on=row.on_day,
            at=row.at,
            place=row.place,
            is_taken_out=row.withdrawn_at is not None,
            guests=tuple((one.subject.ref, one.presence, one.why) for one in guests.get(row.pk, ()) if one.subject),
            workers=tuple((one.key, one.presence, one.why) for one in guests.get(row.pk, ()) if one.kind == WORKER),
        )
        for row in rows
    )


def _guests(meeting_ids: Collection[int]) -> dict[int, list[MeetingGuest]]:
    found: dict[int, list[MeetingGuest]] = defaultdict(list)
    for one in _standing_guests(meeting_ids=meeting_ids):
        found[one.meeting_id].append(one)
    return found


@prepared
def _latest(*, child_ref: str) -> QuerySet[StepMeeting]:
    return StepMeeting.objects.filter(subject__ref=child_ref).order_by("-on_day", "-pk")[:MOST_SHOWN]


@prepared
def _standing_guests(*, meeting_ids: Collection[int]) -> QuerySet[MeetingGuest]:
    standing = MeetingGuest.objects.filter(meeting_id__in=meeting_ids, ended_at=None)
    return standing.select_related("subject").order_by("pk")


def _stands(row: StepMeeting, held: Collection[tuple[str, dt.date]], now: dt.datetime) -> str:
    if row.on_day > day_of(now):
        return "Planned"
    return "Held" if (row.kind, row.on_day) in held else "No step is recorded for it yet"


def _card(
    row: StepMeeting,
    guests: Sequence[MeetingGuest],
    names: Mapping[str, str],
    says: Says,
    agencies: Mapping[str, str],
    *,
    stands: str,
    may_change: bool,
) -> MeetingCard:
    called = {one.pk: _called(one, names) for one in guests}
    shown = [one for one in guests if called[one.pk]]
    kinds = {agencies.get(one.key, "") for one in guests if one.kind == WORKER}
    said_of = {one.key for one in guests if one.kind == GROUP}
    forgotten = [name for name in groups_without(row.kind, kinds) if name not in said_of]
    is_out = row.withdrawn_at is not None
    return MeetingCard(
        ref=row.ref,
        says=meetings()[row.kind].says,
        on=row.on_day,
        at=row.at,
        place=says(row.place, by=row.recorded_by_id),
        stands="" if is_out else stands,
        came=tuple(called[one.pk] for one in shown if one.presence == CAME),
        invited=tuple(called[one.pk] for one in shown if one.presence == INVITED),
        missing=tuple(
            (called[one.pk], PRESENCES[one.presence], says(one.why, by=row.recorded_by_id))
            for one in shown
            if one.presence in MISSING
        ),
        not_thought_of=() if is_out else tuple(groups()[name].says for name in forgotten),
        is_taken_out=is_out,
        may_change=may_change and not is_out,
    )


def _called(one: MeetingGuest, names: Mapping[str, str]) -> str:
    if one.kind == FAMILY:
        return names.get(one.subject.ref, "") if one.subject else ""
    return groups()[one.key].says if one.kind == GROUP and one.key in groups() else one.says


def meeting_form(
    actor: Actor, child_ref: str, *, meeting_ref: str = "", step_ref: str = "", now: dt.datetime
) -> MeetingForm:
    """What the form begins with: a meeting that is on record, that of a step, or a new one; for who records steps."""
    require(actor, STEP, child_ref, now=now, kind=CONTACT)
    row = _row(child_ref, meeting_ref) if meeting_ref else _of_step(child_ref, step_ref)
    guests = _guests([row.pk])[row.pk] if row.pk else []
    return MeetingForm(
        ref=row.ref if row.pk else "",
        version=row.version,
        told=MeetingTold(kind=row.kind, on=row.on_day, at=row.at, place=row.place),
        kinds=tuple((one.name, one.says) for one in meetings().values()),
        presences=tuple(PRESENCES.items()),
        offered=_offered(actor, child_ref, guests, now),
    )


def _row(child_ref: str, meeting_ref: str) -> StepMeeting:
    row = StepMeeting.objects.filter(subject__ref=child_ref, ref=meeting_ref, withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    return row


def _of_step(child_ref: str, step_ref: str) -> StepMeeting:
    """The meeting of a step, or an empty one for its day; without a step one of any kind."""
    step = PathStep.objects.filter(subject__ref=child_ref, ref=step_ref, withdrawn_at=None).first()
    if step is None or not meeting_of(step.step):
        return StepMeeting(kind="", version=0)
    there = StepMeeting.objects.filter(subject__ref=child_ref, kind=meeting_of(step.step), withdrawn_at=None)
    found = there.filter(on_day=step.on_day).order_by("-pk").first()
    return found or StepMeeting(kind=meeting_of(step.step), on_day=step.on_day, version=0)


def _offered(
    actor: Actor, child_ref: str, guests: Sequence[MeetingGuest], now: dt.datetime
) -> tuple[GuestOffered, ...]:
    """The team with their agencies, the agencies that are usually asked and have nobody on it, and the family."""
    said = {(one.kind, one.key): one for one in guests}
    team = team_around(actor, child_ref, now=now)
    offered = {(WORKER, one.ref): one.at_agency for one in team}
    offered |= {
        (WORKER, one.key): one.says for one in guests if one.kind == WORKER and (WORKER, one.key) not in offered
    }
    kinds = {one.agency_kind for one in team}
    there = {name for name, group in groups().items() if group.kinds & kinds}
    offered |= {(GROUP, name): group.says for name, group in groups().items() if name not in there}
    relatives = family_members(actor, child_ref, now=now)
    near = {ref for ref, _ in relatives[:MOST_OF_FAMILY]} | {key for kind, key in said if kind == FAMILY}
    offered |= {(FAMILY, ref): name for ref, name in relatives if ref in near}
    return tuple(
        GuestOffered(
            kind=kind,
            key=key,
            says=says,
            presence=said[kind, key].presence if (kind, key) in said else "",
            why=said[kind, key].why if (kind, key) in said else "",
        )
        for (kind, key), says in offered.items()
    )
