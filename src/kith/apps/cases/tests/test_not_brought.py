"""A child who was not brought: by cause and carer, seen by whoever may read the path and recorded by the team."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.not_brought import CannotRecord
from kith.apps.cases.projections import NotBroughtTold
from kith.testing.factories import NOW, TODAY, Partnership, agency, child, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
HEARING = NotBroughtTold(on=TODAY, what="Hearing test", cause="travel", carer="Dad")


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("health")],
            workers=[worker("gwen", agency="health"), worker("ben"), worker("fay", "front_door")],
        )
        made.add([family(child("kit", "Kit Brook"))])
        made.involve("kit", "gwen")
        yield made


def record(county: Partnership, told: NotBroughtTold, who: str = "gwen") -> None:
    services.note_not_brought(by=county.actor(who), child_ref=county.refs["kit"], told=told, now=NOW)


def test_what_was_in_the_way_and_who_was_to_bring_them_stand_on_the_page(county):
    record(county, HEARING)
    record(county, NotBroughtTold(on=TODAY - dt.timedelta(days=9), what="Eye clinic", cause="travel", carer="Mum"))
    with reading("test", by=county.actor("fay"), now=NOW):
        page = queries.not_brought_page(county.actor("fay"), county.refs["kit"], now=NOW)
    assert [(one.what, one.carer) for one in page.cards] == [("Hearing test", "Dad"), ("Eye clinic", "Mum")]
    assert page.sentence.startswith("Not brought 2 times. Most often, 2 times: They could not get there")
    assert not page.may_add


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"carer": " "}, "who was to bring"),
        ({"cause": "lazy"}, "in the way"),
        ({"on": TODAY + dt.timedelta(days=1)}, "yet to come"),
    ],
)
def test_without_a_carer_a_cause_or_with_a_day_to_come_it_is_not_recorded(county, change, says):
    told = {"on": TODAY, "what": "Hearing test", "cause": "travel", "carer": "Dad"} | change
    with pytest.raises(CannotRecord, match=says):
        record(county, NotBroughtTold(**told))


def test_whoever_does_not_work_with_the_child_neither_reads_nor_writes(county):
    with pytest.raises(NothingHere):
        record(county, HEARING, who="ben")
    with pytest.raises(NothingHere), reading("test", by=county.actor("ben"), now=NOW):
        queries.not_brought_page(county.actor("ben"), county.refs["kit"], now=NOW)
