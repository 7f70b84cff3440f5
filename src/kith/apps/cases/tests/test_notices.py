"""A school hears what a child lived through at home; for a child in no school the front door does."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import Contact, SchoolNotice
from kith.apps.cases.projections import NoticeCard, NoticeTold
from kith.apps.cases.services import CannotSend
from kith.testing.factories import NOW, TODAY, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield partnership(
            agencies=[
                agency("council", "front-door"),
                agency("police", kind="police"),
                agency("school", kind="school"),
                agency("academy", kind="school"),
            ],
            workers=[
                worker("pol", agency="police"),
                worker("tess", agency="school"),
                worker("uma", agency="academy"),
                worker("fay", "front_door", teams=["front-door"]),
                worker("ada", "analyst"),
            ],
        )


def told(county: Partnership, school: str = "", on: dt.date = TODAY) -> NoticeTold:
    schools = {name: ref for ref, name in queries.schools_to_tell(county.actor("pol"), now=NOW)}
    words = "He saw his mum hurt."
    return NoticeTold(child_name="Kit Brook", words=words, happened_on=on, school_ref=schools.get(school, ""))


def heard(county: Partnership, who: str) -> tuple[NoticeCard, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.notices_of_school(county.actor(who), now=NOW)


def test_the_one_school_hears_and_says_that_it_has_read(county):
    assert services.notify_school(by=county.actor("pol"), told=told(county, "School"), now=NOW) == "School"
    (card,) = heard(county, "tess")
    assert (card.words, card.sender, card.read_by) == ("He saw his mum hurt.", "Pol Worker, Police", "")
    assert heard(county, "uma") == heard(county, "pol") == ()
    with pytest.raises(NothingHere):
        services.mark_read(by=county.actor("uma"), notice_ref=card.ref, now=NOW)
    services.mark_read(by=county.actor("tess"), notice_ref=card.ref, now=NOW)
    assert heard(county, "tess")[0].read_by == "Tess Worker"


def test_of_a_child_in_no_school_the_front_door_hears(county):
    assert services.notify_school(by=county.actor("pol"), told=told(county), now=NOW) == "the front door"
    row = Contact.objects.get()
    assert "no roll" in row.child_where and "hurt" in row.words
    assert not SchoolNotice.objects.exists()


def test_a_day_to_come_a_school_that_is_none_and_somebody_without_the_role_are_refused(county):
    pol = county.actor("pol")
    with pytest.raises(CannotSend, match="yet to come"):
        services.notify_school(by=pol, told=told(county, "School", TODAY + dt.timedelta(days=1)), now=NOW)
    no_school = NoticeTold(child_name="Kit", words="x", happened_on=TODAY, school_ref=pol.agency_ref)
    with pytest.raises(CannotSend, match="from the list"):
        services.notify_school(by=pol, told=no_school, now=NOW)
    with pytest.raises(NothingHere):
        services.notify_school(by=county.actor("ada"), told=told(county, "School"), now=NOW)
