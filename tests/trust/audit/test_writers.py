"""Eight writers at once lose no row, a chain begins once, and whoever waits too long is told that we are busy."""

import threading
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kith.apps.agencies.projections import Operator
from kith.apps.audit.models import AuditRow, Chain, SubjectKey
from kith.apps.audit.queries import changes_of, check_record
from kith.apps.audit.services import COMMON_CHAIN, deed, note_listed, reading
from kith.kernel.decisions import Level, granted
from kith.testing.factories import NOW, OPERATOR
from kith.web.middleware import AuditScope

pytestmark = pytest.mark.django_db(transaction=True)
MAY = granted(Level.WRITE, "R1", "You work with this child.")
WRITERS, EACH = 8, 10


def at_once(act: Callable[[int], None]) -> list[BaseException]:
    """Run the same act in eight threads that begin together; what went wrong in them."""
    problems: list[BaseException] = []
    start = threading.Barrier(WRITERS, timeout=30)

    def run(number: int) -> None:
        try:
            start.wait()
            act(number)
        except BaseException as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_eight_writers_at_once_lose_no_row():
    """On a chain that none of them has begun."""

    def write(number: int) -> None:
        for turn in range(EACH):
            with reading("test.read", by=Operator(f"writer{number}", "council"), now=NOW) as scope:
                scope.subjects[f"s{turn}"] = "opened"

    assert at_once(write) == []
    assert AuditRow.objects.filter(chain="council").count() == WRITERS * EACH
    assert Chain.objects.get(name="council").sequence == WRITERS * EACH
    assert check_record().faults == ()


def test_eight_deeds_at_once_make_one_key_for_a_subject():
    def write(number: int) -> None:
        with deed("test.deed", by=Operator(agency_ref=f"agency{number}"), now=NOW, decision=MAY) as act:
            for ref in ("mina", "lou") if number % 2 else ("lou", "mina"):
                act.changed(ref, after={"number": number})

    assert at_once(write) == []
    assert SubjectKey.objects.count() == 2
    assert sorted(change.after["number"] for change in changes_of("mina")) == list(range(WRITERS))
    assert check_record().faults == ()


@pytest.fixture
def impatient() -> Iterator[None]:
    """This thread waits a tenth of a second for others, instead of the product's own limit."""
    options = connection.settings_dict["OPTIONS"]
    kept = dict(options)
    options.update({"timeout": 0.1} if connection.vendor == "sqlite" else {"options": "-c lock_timeout=100"})
    connection.close()
    yield
    options.clear()
    options.update(kept)
    connection.close()


def test_whoever_waits_too_long_is_told_that_we_are_busy(impatient):
    """The read is not shown, and once the other has written it is."""
    is_held, may_end = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            append_one()
            is_held.set()
            may_end.wait(30)
        connection.close()

    writer = threading.Thread(target=hold)
    writer.start()
    is_held.wait(30)
    try:
        refused = ask()
    finally:
        may_end.set()
        writer.join()
    assert refused.status_code == 503
    assert ask().content == b"shown"
    assert AuditRow.objects.filter(chain=COMMON_CHAIN).count() == 2


def append_one() -> None:
    with reading("test.read", by=OPERATOR, now=NOW) as scope:
        scope.subjects["mina"] = "opened"


def ask() -> HttpResponse:
    def page(request: HttpRequest) -> HttpResponse:
        note_listed(["mina"])
        return HttpResponse(b"shown")

    request = RequestFactory().get("/")
    request.user, request.now = AnonymousUser(), NOW
    return AuditScope(page)(request)


def test_a_transaction_of_ones_own_needs_no_second_turn():
    with transaction.atomic():
        append_one()
        append_one()
    assert check_record().rows == 2
