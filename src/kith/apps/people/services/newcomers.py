"""Somebody new on record, and ties of theirs, inside a deed that has decided that they may be written."""

from kith.apps.access.services import open_subject
from kith.apps.audit.services import Deed
from kith.apps.people.models import Person, Tie
from kith.apps.people.rules import checked_person
from kith.apps.people.services.rows import said_of
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import NewPerson, Source, tie_row, write_people
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate


def new_person(act: Deed, person: net.Person, *, subject_id: int | None = None, has_case: bool = False) -> Person:
    """The row, with its subject: one that stands already, or a new one."""
    checked = checked_person(person)
    key = open_subject(has_case=has_case).pk if subject_id is None else subject_id
    (row_id,) = write_people([NewPerson(checked, key)])
    row = Person.objects.select_related("subject").get(pk=row_id)
    act.changed(row.subject.ref, after=said_of(checked))
    return row


def new_tie(
    act: Deed,
    kind: str,
    a: Person,
    b: Person,
    source: Source,
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> None:
    """It stands on the record of both."""
    fact = TieFact(kind=kind, a="a", b="b", since=since, until=until)
    row = Tie(**tie_row(fact, {"a": a.pk, "b": b.pk}, source))
    row.save(force_insert=True)
    for person in (a, b):
        act.changed(person.subject.ref, after={f"tie {kind}": row.ref})
