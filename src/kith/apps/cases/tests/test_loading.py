"""Contacts from before Kith come in by the batch, and stand in the queue and on the path like any other."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.queries import target_of
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import Contact
from kith.apps.cases.projections import ContactRecord
from kith.apps.cases.services import CannotStep
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
EARLIER = NOW - dt.timedelta(days=5)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door")], workers=[worker("fay", "front_door", teams=["front-door"])]
        )
        made.add([family(child("kit", "Kit Brook"), person("mum", "Mother Brook"))])
        yield made


def bring_in(county: Partnership, steps: tuple[str, ...]) -> None:
    fay, council = county.loaded.workers["fay"], county.loaded.organisations["council"]
    decided = ContactRecord(
        sender_kind="public",
        words="He is thin.",
        received_at=EARLIER,
        subject_id=target_of(county.refs["kit"]).id,
        outcome="strategy",
        reason="He may be in danger.",
        decided_at=EARLIER,
        steps=tuple((step, EARLIER) for step in steps),
        front_door_id=fay,
        front_door_agency_id=council,
    )
    waits = ContactRecord(
        sender_kind="anonymous",
        words="She cries.",
        received_at=NOW,
        front_door_id=fay,
        front_door_agency_id=council,
    )
    services.load_contacts(by=OPERATOR, records=[decided, waits], now=NOW)


def test_what_waits_is_in_the_queue_and_what_was_decided_is_on_the_path(county):
    rows = AuditRow.objects.count()
    bring_in(county, ("strategy", "section_47"))
    assert AuditRow.objects.count() == rows + 1
    fay = county.actor("fay")
    with reading("test", by=fay, now=NOW):
        (line,) = queries.front_door_queue(fay, now=NOW).lines
        page = queries.path_page(fay, county.refs["kit"], now=NOW)
    assert line.sender == "Somebody who gave no name"
    assert (page.state, [one.rule for one in page.running]) == ("Section 47 enquiry", ["S47_TO_ICPC"])
    assert page.contacts[0].outcome.startswith("A strategy discussion")


def test_a_path_that_jumps_is_refused_as_a_whole(county):
    with pytest.raises(CannotStep, match="does not follow"):
        bring_in(county, ("section_47",))
    assert not Contact.objects.exists()
