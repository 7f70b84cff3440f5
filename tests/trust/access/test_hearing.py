"""Who hears a complaint: somebody of the agency that answers who never did the work; one rule, asked twice."""

import datetime as dt

import pytest

from kith.apps.access import services as access
from kith.apps.access.models import Subject
from kith.apps.access.queries import heard, may_hear
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import load
from kith.apps.occasions.actions import HEAR
from kith.apps.occasions.models import Representation
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, agency, child, family, partnership, worker

pytestmark = pytest.mark.django_db
CHILDREN = ("mina", "lou", "sol")
EVERYBODY = ("max", "mo", "pru", "meg", "zoe", "kim", "dot")


@pytest.fixture
def town() -> Partnership:
    """Three children of the council, one also of the school, and a complaint to each agency about each child."""
    made = partnership(
        agencies=[agency("council", "east", "west"), agency("school", "pastoral", kind="school")],
        workers=[
            worker("max", "manager"),
            worker("mo", "manager", teams=["east"]),
            worker("pru", teams=["east"]),
            worker("meg", "manager"),
            worker("zoe", "manager", agency="school"),
            worker("kim", "probation_manager", teams=["west"]),
            worker("dot", "data_protection_lead"),
        ],
    )
    made.add([family(child(key)) for key in CHILDREN])
    for key in CHILDREN:
        made.involve(key, "east")
    made.involve("mina", "meg", until=TODAY - dt.timedelta(days=30))
    made.involve("mina", "pastoral", part="school")
    with load("test.sent", by=OPERATOR, now=NOW, payload={}):
        for key in CHILDREN:
            for place in (made.loaded.organisations["council"], made.loaded.organisations["school"], None):
                row = Representation(kind="complain", words="No.", sent_at=NOW, link_ref="0" * 26, agency_id=place)
                row.subject_id = row.person_id = made.subject_ids[key]
                row.save(force_insert=True)
    return made


def hears(town: Partnership, who: str) -> set[tuple[str, str]]:
    """(child, agency) of what somebody hears; the two ways to ask agree, or this fails."""
    actor, keys = town.actor(who), {ref: key for key, ref in town.refs.items()}
    homes = {number: key for key, number in town.loaded.organisations.items()}
    everything = Representation.objects.select_related("subject")
    one_by_one = {row.pk for row in everything if may_hear(actor, HEAR, row.subject.ref, row.agency_id, now=NOW)}
    listed = list(heard(actor, HEAR, everything, now=NOW))
    assert {row.pk for row in listed} == one_by_one, who
    assert len(listed) == len(one_by_one), who
    return {(keys[row.subject.ref], homes[row.agency_id]) for row in listed}


def test_a_manager_of_the_agency_hears_what_is_about_others_work(town):
    assert hears(town, "max") == {(key, "council") for key in CHILDREN}
    assert hears(town, "mo") == {(key, "council") for key in CHILDREN}, "the work of a team is not their own"


def test_nobody_hears_of_their_own_work_though_it_is_long_over(town):
    assert hears(town, "meg") == {("lou", "council"), ("sol", "council")}


def test_another_agency_hears_what_it_answers_and_nothing_else(town):
    assert hears(town, "zoe") == {("mina", "school")}


@pytest.mark.parametrize("who", ["pru", "dot"])
def test_without_the_right_nobody_hears(town, who):
    assert hears(town, who) == set()


def test_reading_what_an_agency_reads_is_needed(town):
    """A manager of probation reads no child by the agency alone."""
    assert hears(town, "kim") == set()
    town.involve("lou", "west")
    assert hears(town, "kim") == {("lou", "council")}, "but by a team of hers"


def test_work_with_a_record_that_joined_counts_as_work_with_the_one_that_stays(town):
    mina, lou = (Subject.objects.get(ref=town.refs[key]) for key in ("mina", "lou"))
    with load("test.joined", by=OPERATOR, now=NOW, payload={}):
        Subject.objects.filter(pk=mina.pk).update(merged_into=lou)
        Representation.objects.filter(subject=mina).update(subject=lou)
    assert hears(town, "meg") == {("sol", "council")}
    assert hears(town, "max") == {("lou", "council"), ("sol", "council")}


def test_a_seal_keeps_a_complaint_from_whoever_is_not_on_its_list(town):
    seal = NewSeal(kind="witness", why="She spoke.")
    set_seal(by=town.actor("mo"), subject_ref=town.refs["lou"], seal=seal, now=NOW)
    assert ("lou", "council") not in hears(town, "max")


def test_a_conflict_of_interest_closes_it(town):
    access.declare_conflict(by=town.actor("mo"), subject_ref=town.refs["lou"], now=NOW)
    assert ("lou", "council") not in hears(town, "mo")
