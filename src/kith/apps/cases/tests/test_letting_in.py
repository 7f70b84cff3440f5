"""An officer who was kept out of an allegation wrongly is let in, by whoever may read it, with a reason on record."""

from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.projections import KeptOutOfficer, Told
from kith.apps.cases.services import CannotLetIn
from kith.testing.factories import NOW, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
OFFICER = "designated_officer"


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Ora works for the council, which is named; Otto is named himself; Lia is neither."""
    with rolled_back():
        yield partnership(
            agencies=[agency("council"), agency("unit"), agency("club")],
            workers=[
                worker("ora", OFFICER),
                worker("lia", OFFICER, agency="unit"),
                worker("otto", OFFICER, agency="club"),
                worker("pru", agency="club"),
            ],
        )


@pytest.fixture
def told(county: Partnership) -> str:
    said = Told(words="The council knows Otto Worker.", adult_name="A coach", adult_work="The pool")
    return services.tell_as_worker(by=county.actor("pru"), told=said, is_about_adult=True, now=NOW).ref


def queue(county: Partnership, who: str) -> tuple[str, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return tuple(line.ref for line in queries.allegation_queue(county.actor(who), now=NOW).lines)


def kept_out(county: Partnership, told: str) -> dict[str, KeptOutOfficer]:
    with reading("test", by=county.actor("lia"), now=NOW):
        page = queries.allegation_page(county.actor("lia"), told, now=NOW)
    return {one.ref: one for one in page.kept_out}


def let_in(county: Partnership, told: str, whom: str = "ora", who: str = "lia", why: str = "Another council.") -> None:
    services.let_in(by=county.actor(who), contact_ref=told, officer_ref=county.actor(whom).ref, why=why, now=NOW)


def test_who_was_kept_out_wrongly_is_let_in_and_shut_out_again(county, told):
    ora = county.actor("ora")
    assert (queue(county, "ora"), queue(county, "lia")) == ((), (told,))
    assert kept_out(county, told)[ora.ref].may_let_in
    let_in(county, told)
    assert queue(county, "ora") == (told,)
    assert kept_out(county, told)[ora.ref].let_in_why == "Another council."
    services.shut_out(by=county.actor("lia"), contact_ref=told, officer_ref=ora.ref, now=NOW)
    assert queue(county, "ora") == ()
    events = AuditRow.objects.filter(event__in=("cases.allegation.let_in", "cases.allegation.shut_out"))
    assert events.count() == 2


def test_nobody_lets_themselves_in_and_whoever_is_named_stays_out(county, told):
    assert not kept_out(county, told)[county.actor("otto").ref].may_let_in
    for who, whom in (("ora", "ora"), ("otto", "ora"), ("pru", "ora"), ("lia", "otto"), ("lia", "pru")):
        with pytest.raises(NothingHere):
            let_in(county, told, whom=whom, who=who)
    with pytest.raises(CannotLetIn, match="neither employer nor colleague"):
        let_in(county, told, why=" ")
    assert queue(county, "ora") == ()
