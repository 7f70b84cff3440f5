"""A baby is born, or the pregnancy ends: the same record goes on, and a wrong press gives back what stood there.

Each of these runs inside the caller's deed, which has decided that the record may be changed.
"""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.people.expecting import UNBORN, require_birth
from kith.apps.people.kinds import KIND_OF_LOSS
from kith.apps.people.models import Person, PersonName
from kith.apps.people.rules import checked_person
from kith.apps.people.services.rows import held, save_version
from kith.apps.people.services.words import known_words
from kith.apps.people.writing import name_row
from kith.engines.drawing import network as net
from kith.engines.drawing.vocabulary import SEXES
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate

TAKEN_BACK = "It was recorded by mistake"


class CannotBeBorn(KithError):
    """A birth, or the end of a pregnancy, that cannot be recorded or taken back as things stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newborn:
    """What is known at birth: the day, and the name and sex as far as they are known."""

    on: dt.date
    name: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """How a pregnancy ended, in the family's words of the list; a name only where they gave one."""

    on: dt.date
    how: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeBirth:
    """What stood on the record before, so that it can be given back."""

    expected: PartialDate | None
    sex: str
    name_ref: str = ""


def be_born(act: Deed, *, by: Actor, person_ref: str, newborn: Newborn, now: dt.datetime) -> BeforeBirth:
    """The record of the baby who was expected becomes the child's."""
    if newborn.sex not in SEXES:
        raise CannotBeBorn("Sex registered at birth is female, male, neither, or not recorded.")
    row = _held_unborn(person_ref)
    require_birth(newborn.on, row.birth, day_of(now))
    before = BeforeBirth(expected=row.birth, sex=row.sex, name_ref=_name(row, newborn.name, by=by, now=now))
    row.kind, row.birth, row.sex = "child", _day(newborn.on), newborn.sex or row.sex
    save_version(row, now=now)
    after = {"kind": "child", "birth": row.birth, "sex": row.sex, "name": newborn.name}
    act.changed(person_ref, before={"kind": UNBORN, "birth": before.expected, "sex": before.sex}, after=after)
    return before


def be_lost(act: Deed, *, by: Actor, person_ref: str, lost: Lost, now: dt.datetime) -> BeforeBirth:
    """The pregnancy ended without a living child; the record stays as it is remembered."""
    if lost.how not in KIND_OF_LOSS:
        raise CannotBeBorn("Choose what the family told you.")
    if lost.on > day_of(now):
        raise CannotBeBorn("That day has yet to come. Look at the day again.")
    row = _held_unborn(person_ref)
    before = BeforeBirth(expected=row.birth, sex=row.sex, name_ref=_name(row, lost.name, by=by, now=now))
    row.kind, row.loss, row.death, row.has_died = KIND_OF_LOSS[lost.how], lost.how, _day(lost.on), True
    save_version(row, now=now)
    act.changed(person_ref, before={"loss": ""}, after={"loss": row.loss, "death": row.death, "name": lost.name})
    return before


def be_expected_again(act: Deed, *, by: Actor, person_ref: str, before: BeforeBirth, now: dt.datetime) -> None:
    """It was recorded by mistake: the baby is expected as before, and the name given with it is struck through."""
    row = held(person_ref)
    if row.death is not None and not row.loss:
        raise CannotBeBorn("A death is on record for this child, so the birth cannot be taken back here.")
    was = {"kind": row.kind, "birth": row.birth, "sex": row.sex, "loss": row.loss, "death": row.death}
    row.kind, row.birth, row.sex = UNBORN, before.expected, before.sex
    row.loss, row.death, row.has_died = "", None, False
    given = PersonName.objects.filter(ref=before.name_ref, person=row, withdrawn_at=None).first()
    if given is not None:
        given.withdrawn_at, given.withdrawn_by_id, given.withdrawn_why = now, by.id, TAKEN_BACK
        given.save()
    save_version(row, now=now)
    act.changed(person_ref, before=was, after={"kind": UNBORN, "birth": row.birth, "sex": row.sex})


def _held_unborn(person_ref: str) -> Person:
    row = held(person_ref)
    if row.kind != UNBORN or row.loss:
        raise CannotBeBorn("This is on record already. Look at the page again.")
    return row


def _day(on: dt.date) -> PartialDate:
    return PartialDate(on.isoformat())


def _name(row: Person, name: str, *, by: Actor, now: dt.datetime) -> str:
    """The name they are given now, beside any they had; its ref, or nothing where none is known yet."""
    if not name:
        return ""
    (checked,) = checked_person(net.Person(id="new", names=(net.Name(text=name, kind="legal"),))).names
    words = known_words(by, [row.subject_id], [checked.text], now=now)
    fact = PersonName(**name_row(checked, row.pk))
    fact.save(force_insert=True)
    words.keep(fact.ref)
    return str(fact.ref)
