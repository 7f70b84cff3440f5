"""The cut says of kinds and of single records what the rules say of them."""

import datetime as dt
from dataclasses import replace

import pytest

from kith.apps.access import cutting
from kith.apps.access.cutting import Unsealed
from kith.apps.access.decisions import decide_record
from kith.apps.access.gathering import Asked
from kith.apps.access.models import Subject
from kith.apps.access.queries import Cut, decide, visible
from kith.apps.people.models import Person
from kith.testing.factories import rolled_back
from tests.trust.access.answers import ACTIONS
from tests.trust.access.standing import Standing
from tests.trust.access.test_rules_by_example import (
    AT_WORK,
    DAY,
    EARLIER,
    LOOK,
    NOW,
    ON_TEAM,
    PERSON,
    SHARED,
)
from tests.trust.access.worlds import Look, Question, Reader, Scope, Seal, Share, Worker, World
from tests.trust.access.worlds import Subject as Plain

pytestmark = pytest.mark.django_db
RECORD = "A" * 26
READ, CHANGE = ACTIONS["people.read"], ACTIONS["people.change"]


@pytest.fixture
def stand():
    with rolled_back():
        yield lambda *facts, role="practitioner": Standing(World((Worker(role, 0),) * 2, (PERSON, PERSON), facts))


def record_sealed(kind="safe_address", outsiders="pointer", *, confirmed=True, subject=0):
    return Seal(0, kind, outsiders, confirmed, EARLIER), Scope(0, subject, RECORD)


@pytest.mark.parametrize("action", [READ, CHANGE], ids=["read", "change"])
@pytest.mark.parametrize(
    ("says", "facts"),
    [
        ("closed", [ON_TEAM, *record_sealed()]),
        ("closed to nothing", [ON_TEAM, *record_sealed(outsiders="nothing")]),
        ("on the list", [ON_TEAM, *record_sealed(), Reader(0, 0, EARLIER)]),
        ("no longer on the list", [ON_TEAM, *record_sealed(), Reader(0, 0, EARLIER, NOW)]),
        ("unconfirmed", [ON_TEAM, *record_sealed(confirmed=False)]),
        ("looked at", [ON_TEAM, LOOK, *record_sealed()]),
        ("looked at from the agency", [AT_WORK, LOOK, *record_sealed()]),
        ("looked at, unconfirmed", [ON_TEAM, LOOK, *record_sealed(confirmed=False)]),
        ("looked at, of a kind that stays shut", [ON_TEAM, LOOK, *record_sealed("staff_family")]),
        ("looked at by the front door", [ON_TEAM, LOOK, *record_sealed(), Reader(0, 0, NOW)]),
        ("the look is over", [ON_TEAM, Look(0, 0, EARLIER, NOW), *record_sealed()]),
        ("somebody else is looked at", [ON_TEAM, Look(0, 1, EARLIER, NOW + dt.timedelta(1)), *record_sealed()]),
        ("a colleague looks", [ON_TEAM, Look(1, 0, EARLIER, NOW + dt.timedelta(1)), *record_sealed()]),
        ("lifted", [ON_TEAM, Seal(0, "safe_address", "pointer", True, EARLIER, NOW), Scope(0, 0, RECORD)]),
        ("no longer covered", [ON_TEAM, record_sealed()[0], Scope(0, 0, RECORD, NOW)]),
    ],
)
def test_p5_the_cut_closes_a_record_just_where_the_rules_do(stand, says, facts, action):
    standing = stand(*facts)
    actor = standing.actors(DAY)[0]
    allowed = decide_record(actor, action, standing.ref(0), Asked(now=NOW, record_ref=RECORD)).allowed
    if LOOK in facts and action == CHANGE:
        return  # see test_shut_in_doubt
    if not decide(actor, action, standing.ref(0), now=NOW).allowed:
        assert not allowed
        return  # the cut is asked only about what is open
    assert (RECORD in Cut(actor, action, now=NOW).closed_records([RECORD, "B" * 26])) == (not allowed)


@pytest.mark.parametrize(("sensitivity", "is_open"), [(0, True), (1, True), (2, False)])
def test_r1_a_record_may_be_more_sensitive_than_whom_it_is_about(stand, sensitivity, is_open):
    standing = stand(ON_TEAM)
    about = Asked(now=NOW, record_ref=RECORD, sensitivity=sensitivity)
    assert decide_record(standing.actors(DAY)[0], READ, standing.ref(0), about).allowed == is_open


@pytest.mark.parametrize("handful", [0, 250], ids=["as a list", "a handful"])
def test_p4_kinds_are_told_apart_where_anything_is_shared_with_the_agency(stand, monkeypatch, handful):
    monkeypatch.setattr(cutting, "A_HANDFUL", handful)
    standing = stand(SHARED, Share(1, 1, 0, DAY, kinds=frozenset({"person", "address"})))
    cut = Cut(standing.actors(Question(NOW).day)[0], READ, now=NOW)
    assert cut.subjects("person", standing.subjects) == set(standing.subjects)
    assert cut.subjects("address", standing.subjects) == {standing.subjects[1]}


@pytest.mark.parametrize("has_ended", [True, False])
def test_p4_a_share_that_ended_tells_nothing_apart(stand, has_ended):
    """Asked only of what is open already: without a live share every kind of it is."""
    share = Share(1, 1, 0, DAY, ended=NOW if has_ended else None)
    standing = stand(ON_TEAM, share)
    cut = Cut(standing.actors(DAY)[0], READ, now=NOW)
    assert cut.tells_kinds_apart == (not has_ended)
    assert cut.subjects("address", [standing.subjects[0]]) == {standing.subjects[0]}


def test_p4_the_cut_of_rows_is_the_cut_of_their_refs(stand):
    standing = stand(ON_TEAM, Seal(0, "medical", "pointer", True, EARLIER), Scope(0, 0))
    refs = [standing.ref(0), standing.ref(1)]
    standing.add(Scope(0, 0, refs[1]))
    cut = Cut(standing.actors(DAY)[0], READ, now=NOW)
    assert cut.closed_records(refs) == {refs[1]}
    assert [row.ref for row in cut.open_rows(Subject.objects.filter(ref__in=refs))] == [refs[0]]


@pytest.mark.parametrize(("sealed", "is_near"), [(0, True), (1, True), (2, True), (3, True), (4, False)])
def test_p5_what_is_closed_near_somebody_is_that_of_the_whole_network(stand, sealed, is_near):
    """1 is a member of 0's network; 2 has 0 in theirs, and 3 too; 4 stands elsewhere."""
    seal = (Seal(0, "medical", "pointer", True, EARLIER), Scope(0, sealed, RECORD))
    around_2 = Plain(centres=frozenset({2}))
    about = (around_2, Plain(centres=frozenset({0})), PERSON, around_2, PERSON)
    standing = Standing(World((Worker("practitioner", 0),), about, (ON_TEAM, *seal)))
    found = Cut(standing.actors(DAY)[0], READ, now=NOW).closed_near([standing.subjects[0]])
    assert found == ({(standing.subjects[sealed], RECORD)} if is_near else set())


@pytest.mark.parametrize("role", ["practitioner", "front_door"])
def test_r0_somebody_who_left_sees_nothing_though_their_page_is_still_open(stand, role):
    standing = stand(ON_TEAM, role=role)
    left = replace(standing.actors(DAY)[0], is_active=False)
    assert not decide(left, READ, standing.ref(0), now=NOW).allowed
    assert not visible(left, READ, Person.objects.all(), now=NOW).exists()


def test_what_is_kept_for_everybody_at_once_knows_no_list(stand):
    stand(ON_TEAM, *record_sealed(), Reader(0, 0, EARLIER), LOOK)
    assert Unsealed(now=NOW).closed_records([RECORD]) == {RECORD}
    assert Unsealed(now=EARLIER - dt.timedelta(1)).closed_records([RECORD]) == set()
