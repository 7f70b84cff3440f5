"""While another process loads a county, no reader waits for over a second: a page is never refused."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import reverse

from kith.apps.access.models import Circle, Subject
from kith.apps.audit.models import AuditRow
from kith.apps.audit.queries import check_record
from kith.apps.people.models import Person, PersonName
from kith.apps.search.models import Token
from kith.testing.factories import Partnership, agency, child, family, partnership, person, worker
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db(transaction=True)
STORED = (Subject, Person, PersonName, Token, Circle)


@pytest.fixture
def town() -> Iterator[Partnership]:
    """Somebody who reads, over a connection that waits one second and no longer."""
    made = partnership(agencies=[agency("council")], workers=[worker("ana")])
    made.add([family(child("mina"), person("aunt"))])
    made.involve("mina", "ana")
    options = connection.settings_dict["OPTIONS"]
    kept, options["timeout"] = options.get("timeout"), 1
    connection.close()
    yield made
    options["timeout"] = kept
    connection.close()


def read_while_loading(town: Partnership, people: int) -> tuple[set[int], int]:
    """The answers a reader got while so many people were loaded, and how many there were."""
    path, page = str(connection.settings_dict["NAME"]), reverse("children:child", args=[town.refs["mina"]])
    ana, count = visitor("ana"), 1
    statuses = {ana.get(page).status}  # the first drawing of a process takes its time
    loader = subprocess.Popen([sys.executable, "-m", "tests.trust.audit.load_beside", path, str(people)])
    while loader.poll() is None:
        statuses.add(ana.get(page).status)
        count += 1
    assert loader.returncode == 0
    return statuses, count


def rows_stored() -> int:
    return sum(model.objects.count() for model in STORED)


def loads(town: Partnership, *, people: int, rows: int) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("asks about one writer at a time, which is how SQLite works")
    before, ana = rows_stored(), town.actor("ana").ref
    statuses, count = read_while_loading(town, people)
    assert statuses == {200}
    assert rows_stored() - before >= rows
    assert AuditRow.objects.filter(actor=ana).count() == count > 10
    assert check_record().faults == ()


def test_a_reader_is_never_refused_while_a_county_is_loaded(town):
    loads(town, people=2_000, rows=15_000)


@pytest.mark.long
def test_a_reader_is_never_refused_while_100_000_rows_are_loaded(town):
    loads(town, people=13_000, rows=100_000)
