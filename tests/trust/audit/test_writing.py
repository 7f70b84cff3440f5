"""How things get on the record: deeds, loads, reads and refusals; and what happens when it cannot be written."""

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.apps.access.models import Batch, Circle, Subject
from kith.apps.access.queries import NothingHere
from kith.apps.agencies.models import TeamMembership
from kith.apps.agencies.projections import Operator
from kith.apps.audit import services
from kith.apps.audit.events import REFUSED
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.services import ReadOutsideScope, deed, load, note_listed, note_opened, reading
from kith.apps.people.queries import family_of, find_children, person_view
from kith.apps.people.services import add_tie
from kith.apps.people.unions import TieFact
from kith.apps.records.base import ChangedOutsideDeed
from kith.kernel.decisions import Level, granted
from kith.kernel.errors import KithError
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
MAY = granted(Level.WRITE, "R1", "You work with this child.")


class Nonsense(KithError):
    """What a deed finds out half way."""


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("ana"), worker("ben")])
    made.add([family(child("mina"), person("aunt"), person("uncle"))])
    made.involve("mina", "ana")
    return made


def last_row():
    return AuditRow.objects.order_by("pk").last()


def subjects_of(row: AuditRow) -> dict[str, str]:
    return dict(AuditSubject.objects.filter(row=row).values_list("subject", "how"))


def test_a_deed_writes_its_row_after_everything_else():
    with (
        CaptureQueriesContext(
            connection,
        ) as seen,
        deed("test.deed", by=OPERATOR, now=NOW, decision=MAY),
    ):
        Batch().save()
    tables = [q["sql"].split('"')[1] for q in seen if q["sql"].startswith(("INSERT", "UPDATE"))]
    assert tables[0] == "access_batch"
    assert set(tables[1:]) == {"audit_chain", "audit_auditrow"}
    assert tables[-1] == "audit_chain"


def test_a_deed_that_fails_leaves_neither_change_nor_row():
    def half_a_deed() -> None:
        with deed("test.deed", by=OPERATOR, now=NOW, decision=MAY):
            Batch().save()
            raise Nonsense("This cannot be.")

    rows, batches = AuditRow.objects.count(), Batch.objects.count()
    with pytest.raises(Nonsense):
        half_a_deed()
    assert (AuditRow.objects.count(), Batch.objects.count()) == (rows, batches)


@pytest.mark.parametrize("way", ["deed", "load"])
def test_a_change_that_cannot_be_put_on_record_is_not_made(monkeypatch, way):
    monkeypatch.setattr(services, "append", broken)
    options = {"decision": MAY} if way == "deed" else {"payload": {}}
    with pytest.raises(OperationalError), getattr(services, way)("test.deed", by=OPERATOR, now=NOW, **options):
        Batch().save()
    assert not Batch.objects.exists()


def broken(entry: object) -> None:
    raise OperationalError("disk I/O error")


def test_a_deed_says_who_whose_agency_what_and_by_which_rule(town):
    ana = town.actor("ana")
    tie = TieFact(kind="close", a=town.refs["aunt"], b=town.refs["uncle"])
    add_tie(by=ana, child_ref=town.refs["mina"], tie=tie, now=NOW)
    row = last_row()
    assert (row.event, row.actor, row.agency, row.chain) == (
        "people.tie.added",
        ana.ref,
        ana.agency_ref,
        ana.agency_ref,
    )
    assert (row.at, row.level, row.rule) == (NOW, Level.EXPORT, "R1")
    assert subjects_of(row) == {town.refs[name]: "changed" for name in ("mina", "aunt", "uncle")}


@pytest.mark.parametrize(
    "read",
    [
        lambda town: find_children(town.actor("ana"), "mina", now=NOW),
        lambda town: family_of(town.actor("ana"), town.refs["mina"], now=NOW),
        lambda town: person_view(town.actor("ana"), town.refs["aunt"], now=NOW),
        lambda town: note_listed(["somebody"]),
        lambda town: note_opened("somebody", decision=MAY),
    ],
    ids=["find", "family", "person", "listed", "opened"],
)
def test_nobody_reads_outside_a_scope(town, read):
    with pytest.raises(ReadOutsideScope):
        read(town)


def test_a_read_is_one_row_that_tells_opened_from_listed(town):
    before = AuditRow.objects.count()
    with reading("test.page", by=town.actor("ana"), now=NOW):
        family_of(town.actor("ana"), town.refs["mina"], now=NOW)
        assert AuditRow.objects.count() == before
    assert AuditRow.objects.count() == before + 1
    row = last_row()
    assert (row.event, row.level, row.rule) == ("test.page", Level.EXPORT, "R1")
    assert subjects_of(row) == {
        town.refs["mina"]: "opened",
        town.refs["aunt"]: "listed",
        town.refs["uncle"]: "listed",
    }


def test_a_scope_in_which_nobody_was_shown_writes_nothing(town):
    before = AuditRow.objects.count()
    with reading("test.page", by=town.actor("ana"), now=NOW):
        pass
    assert AuditRow.objects.count() == before


def test_a_scope_does_not_outlive_its_answer(town):
    with reading("test.page", by=town.actor("ana"), now=NOW):
        pass
    with pytest.raises(ReadOutsideScope):
        note_listed(["somebody"])


@pytest.mark.parametrize("about", ["mina", "nobody"])
def test_a_refusal_outlives_the_request_that_failed(town, about):
    """Its subject is on record where there is one; what an absent one was called is not kept."""
    ref = town.refs.get(about, "0" * 26)
    with pytest.raises(NothingHere), reading("test.page", by=town.actor("ben"), now=NOW):
        family_of(town.actor("ben"), ref, now=NOW)
    row = last_row()
    assert (row.event, row.actor, row.level) == (REFUSED, town.actor("ben").ref, Level.NOTHING)
    assert set(subjects_of(row)) == ({ref} if about == "mina" else set())


CHANGES = {
    "save": lambda subject: subject.save(),
    "create": lambda subject: Subject.objects.create(),
    "get_or_create": lambda subject: Circle.objects.get_or_create(centre=subject, member=subject),
    "update": lambda subject: Subject.objects.filter(pk=subject.pk).update(sensitivity=0),
    "bulk_create": lambda subject: Subject.objects.bulk_create([Subject()]),
    "bulk_update": lambda subject: Subject.objects.bulk_update([subject], ["sensitivity"]),
    "delete": lambda subject: subject.delete(),
    "delete many": lambda subject: Subject.objects.all().delete(),
    "in a team": lambda subject: TeamMembership.objects.update(until_on=None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_rows_change_only_inside_a_deed_or_a_load(town, change):
    subject = Subject.objects.first()
    with pytest.raises(ChangedOutsideDeed):
        CHANGES[change](subject)


def test_the_gate_closes_after_a_deed_that_failed(town):
    with pytest.raises(Nonsense), load("test.load", by=Operator(), now=NOW, payload={}):
        raise Nonsense("This cannot be.")
    with pytest.raises(ChangedOutsideDeed):
        Batch().save()


@pytest.mark.parametrize("model", [AuditRow, AuditSubject])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_the_database_itself_refuses_to_change_the_record(town, model, verb):
    table, before = model._meta.db_table, model.objects.count()
    assert before or model is AuditSubject
    statement = f"UPDATE {table} SET id = id" if verb == "UPDATE" else f"DELETE FROM {table}"
    with reading("test.page", by=town.actor("ana"), now=NOW):
        note_listed([town.refs["mina"]])
    with pytest.raises(Exception, match="audit rows are never changed"), transaction.atomic():
        connection.cursor().execute(statement)
    assert model.objects.count() >= before
