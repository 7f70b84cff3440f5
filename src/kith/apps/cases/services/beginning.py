"""Records that begin at the front door, and beside a child of the same birth; and taking one back."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.access.services import begin_work, end_case
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.models import Begun, Contact, ContactPerson, PathStep
from kith.apps.cases.path import BORN, PREGNANCY_KNOWN
from kith.apps.cases.projections import BabyTold, BornTold
from kith.apps.cases.rules import CannotLink
from kith.apps.cases.services.holding import held, keep, keep_link
from kith.apps.cases.services.stepping import keep_step
from kith.apps.cases.sight import CONTACT, PURPOSE, at_front_door, require_front_door
from kith.apps.cases.steps import is_untouched
from kith.apps.people import services as people
from kith.apps.people.actions import CHANGE
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.records.base import StaleVersion
from kith.engines.drawing import network as net
from kith.kernel.text import LIMITS, cleaned

PART, BASIS = "front_door", "front_door"  # their part in the work, and the purpose it rests on
WHY_BACK = "The record was begun by mistake"


class CannotTakeBack(CannotLink):
    """A record that is in use is not taken back."""


def begin_unborn(*, by: Actor, contact_ref: str, baby: BabyTold, expected_version: int, now: dt.datetime) -> str:
    """The record of a baby who is not born yet, linked to the contact; the worker's team works with it from today."""
    decision = require_front_door(by, now=now)
    people.require_expected(baby.expected, day_of(now))
    name = cleaned(baby.mother_name, limit=LIMITS["name"])
    if baby.mother_ref:
        require(by, READ_PERSON, baby.mother_ref, now=now, purpose=PURPOSE)
    with deed(events.BEGUN, by=by, now=now, decision=decision) as act:
        row = held(at_front_door(by, now=now), contact_ref, expected_version)
        if not row.unborn:
            raise CannotLink("This contact is not about a baby who is not born yet.")
        person = net.Person(id="baby", kind="unborn", birth=baby.expected)
        ref = people.begin_record(act, person=person, now=now)
        if baby.mother_ref or name:
            people.add_mother(act, by=by, baby_ref=ref, mother_ref=baby.mother_ref, name=name, now=now)
        keep_begun(row, ref, by=by, now=now)
        _know_of(row, ref, by=by, now=now)
        act.notes(contact=row.ref)
        keep(row)
    return ref


def _know_of(row: Contact, baby_ref: str, *, by: Actor, now: dt.datetime) -> None:
    """The first step of the path: from the day on which the front door was told, its clocks count."""
    step = PathStep(number=1, step=PREGNANCY_KNOWN, on_day=day_of(row.received_at))
    step.subject_id = target_of(baby_ref).id
    keep_step(step, by=by, now=now)


def keep_begun(row: Contact, ref: str, *, by: Actor, now: dt.datetime, was_known: bool = False) -> None:
    """Inside the deed: the record is linked to its contact, and the worker's team works with it."""
    subject_id = target_of(ref).id
    begin_work(subject_id, by=by, part=PART, basis=BASIS, now=now)
    keep_link(row.pk, subject_id, by=by, now=now)
    begun = Begun(contact=row, begun_by_id=by.id, begun_at=now, was_known=was_known)
    begun.subject_id = subject_id
    begun.save(force_insert=True)


def begin_twin(*, by: Actor, child_ref: str, told: BornTold, expected_version: int, now: dt.datetime) -> str:
    """Another baby of the same birth: the same workers, people and path; the ref of the second record."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    require(by, CHANGE, child_ref, now=now)
    first_id = target_of(child_ref).id
    newborn = people.Newborn(on=told.on, name=cleaned(told.name, limit=LIMITS["name"]), sex=told.sex)
    with deed(events.BEGUN_BESIDE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        ref = people.begin_beside(act, by=by, first_ref=child_ref, newborn=newborn, now=now)
        standing = Begun.objects.filter(beside_id=first_id, taken_back_at=None)
        if standing.count() != expected_version:
            raise StaleVersion("Somebody began a record for a baby of this birth meanwhile.")
        second_id = target_of(ref).id
        _same_path(first_id, second_id, told.on)
        _same_contacts(first_id, second_id, by=by, now=now)
        begun = Begun(begun_by_id=by.id, begun_at=now)
        begun.subject_id, begun.beside_id = second_id, first_id
        begun.save(force_insert=True)
    return ref


def _same_path(first_id: int, second_id: int, born_on: dt.date) -> None:
    """Every step that stands, on its day and by whom it was recorded; its words stay with the first record alone,
    because something that is sealed there may stand in them."""
    rows = list(PathStep.objects.filter(subject_id=first_id, withdrawn_at=None).order_by("on_day", "number"))
    if not any(row.step == BORN for row in rows):
        raise CannotLink("Record the birth of the first baby before the second.")
    for number, row in enumerate(rows, 1):
        copy = PathStep(number=number, step=row.step, on_day=born_on if row.step == BORN else row.on_day)
        copy.subject_id, copy.recorded_by_id, copy.organisation_id = second_id, row.recorded_by_id, row.organisation_id
        copy.recorded_at = row.recorded_at
        copy.save(force_insert=True)


def _same_contacts(first_id: int, second_id: int, *, by: Actor, now: dt.datetime) -> None:
    keys = ContactPerson.objects.filter(subject_id=first_id, ended_at=None).values_list("contact_id", flat=True)
    for key in sorted(set(keys)):
        keep_link(key, second_id, by=by, now=now)


def take_back_record(*, by: Actor, child_ref: str, now: dt.datetime) -> str:
    """It was a wrong press: on the same day, while nothing was added, the record is struck out again. The ref of the
    child beside whom it was begun, or of the contact it came from."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.BEGUN_TAKEN_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        begun = begun_today(target_of(child_ref).id, now=now)
        if begun is None:
            raise NothingHere
        if not is_untouched(begun, PathStep.objects.filter(subject_id=begun.subject_id)):
            raise CannotTakeBack("Something was recorded here since. Take that out first, then take the record back.")
        begun.taken_back_at = now
        begun.save(update_fields=["taken_back_at"])
        ContactPerson.objects.filter(subject_id=begun.subject_id, ended_at=None).update(ended_at=now)
        end_case(begun.subject_id, now=now)
        if not begun.was_known:
            people.take_back_record(act, by=by, person_ref=child_ref, why=WHY_BACK, now=now)
    return str(begun.beside.ref if begun.beside else begun.contact.ref if begun.contact else "")


def begun_today(subject_id: int, *, now: dt.datetime) -> Begun | None:
    rows = Begun.objects.select_related("contact", "beside").filter(subject_id=subject_id, taken_back_at=None)
    found = rows.order_by("-pk").first()
    return found if found and day_of(found.begun_at) == day_of(now) else None
