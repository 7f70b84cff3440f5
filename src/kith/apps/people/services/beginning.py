"""Records that begin at the front door: of a child or of a baby who is not born yet, and of a baby born with another.

Each of these runs inside the caller's deed, which has decided that it may begin.
"""

import datetime as dt

from kith.apps.access.queries import Unsealed, day_of
from kith.apps.access.services import begin_case, join_circle, open_beside
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.people.expecting import UNBORN, require_birth
from kith.apps.people.kinds import kinds_in
from kith.apps.people.models import HouseholdMember, Person, Tie
from kith.apps.people.rules import CannotAddPerson
from kith.apps.people.services.births import Newborn
from kith.apps.people.services.newcomers import new_person, new_tie
from kith.apps.people.services.rows import held, reindex, save_version
from kith.apps.people.sight import Sight
from kith.apps.people.writing import Source
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate

BABY = "baby"
MOTHER = "mother"
TWINS = "born_together"
KINDS_BEGUN = ("child", UNBORN)


def begin_record(act: Deed, *, person: net.Person, now: dt.datetime) -> str:
    """A record with a case of its own; its ref."""
    if person.kind not in KINDS_BEGUN:
        raise CannotAddPerson("A record begins here for a child, or for a baby who is not born yet.")
    return str(new_person(act, person, has_case=True).subject.ref)


def begin_for_known(act: Deed, *, person_ref: str) -> bool:
    """Somebody who stands in a family already gets a case of their own; whether they had none."""
    row = held(person_ref)
    if row.kind not in KINDS_BEGUN or row.withdrawn_at is not None:
        raise CannotAddPerson("A record begins here for a child, or for a baby who is not born yet.")
    if row.subject.has_case:
        return False
    begin_case(row.subject_id)
    act.changed(person_ref, after={"has_case": True})
    return True


def add_mother(act: Deed, *, by: Actor, baby_ref: str, mother_ref: str, name: str, now: dt.datetime) -> None:
    """Whoever expects the baby: somebody on record whom the caller has decided may be read, or a name to begin with.

    A name is never taken for a ref, whatever stands in it.
    """
    baby = held(baby_ref)
    if mother_ref:
        row = Person.objects.select_related("subject").get(subject__ref=mother_ref)
        if row.kind == UNBORN:
            raise CannotAddPerson("A baby who is not born yet is nobody’s mother. Choose somebody else.")
    else:
        row = new_person(act, net.Person(id=MOTHER, names=(net.Name(text=name, kind="known_as"),)))
    join_circle(baby.subject_id, row.subject_id)
    new_tie(act, "birth", row, baby, Source(by.agency_id, now))


def begin_beside(act: Deed, *, by: Actor, first_ref: str, newborn: Newborn, now: dt.datetime) -> str:
    """A baby born together with a child on record: the same workers, parents and homes; the ref of the second record.

    Only what no seal covers is told a second time. Whatever closes the first record closes the second as well.
    """
    require_birth(newborn.on, None, day_of(now))
    first = held(first_ref)
    born = PartialDate(newborn.on.isoformat())
    names = (net.Name(text=newborn.name, kind="legal"),) if newborn.name else ()
    person = net.Person(id=BABY, kind="child", sex=newborn.sex, birth=born, names=names, unknown=not names)
    second = new_person(act, person, subject_id=open_beside(first.subject_id, now=now).pk)
    _tell_again(act, first, second, Source(by.agency_id, now), now=now)
    reindex([second], now=now)
    return str(second.subject.ref)


def _tell_again(act: Deed, first: Person, second: Person, source: Source, *, now: dt.datetime) -> None:
    """The parents, brothers and sisters, and homes of the first; and that the two were born together."""
    sight = Sight(Unsealed(now=now), [first.subject_id])
    closed = {value.person_id for value in sight.closed_values if value.is_whole}
    for tie in sight.rows(Tie, b=first, withdrawn_at=None, sensitivity=0, kind__in=kinds_in("parent")).order_by("pk"):
        if tie.a_id not in closed:
            parent = Person.objects.select_related("subject").get(pk=tie.a_id)
            new_tie(act, tie.kind, parent, second, source, since=tie.since, until=tie.until)
    twins = sight.rows(Tie, kind__in=kinds_in("twin"), withdrawn_at=None, sensitivity=0)
    others = {tie.a_id if tie.b_id == first.pk else tie.b_id for tie in twins.filter(a=first) | twins.filter(b=first)}
    for key in (first.pk, *sorted(others - closed)):
        other = Person.objects.select_related("subject").get(pk=key)
        new_tie(act, TWINS, other, second, source)
    for stay in sight.rows(HouseholdMember, person=first, withdrawn_at=None, until="").order_by("pk"):
        HouseholdMember(household_id=stay.household_id, person=second, kind=stay.kind, since=second.birth).save(
            force_insert=True
        )


def take_back_record(act: Deed, *, by: Actor, person_ref: str, why: str, now: dt.datetime) -> None:
    """A record that was begun by mistake: it is in no list and no picture any more, and stays on record, struck out."""
    row = held(person_ref)
    row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_why = now, by.id, why
    Tie.objects.filter(a=row, withdrawn_at=None).update(withdrawn_at=now, withdrawn_by_id=by.id, withdrawn_why=why)
    Tie.objects.filter(b=row, withdrawn_at=None).update(withdrawn_at=now, withdrawn_by_id=by.id, withdrawn_why=why)
    save_version(row, now=now)
    act.changed(person_ref, before={"withdrawn": False}, after={"withdrawn": True, "why": why})
