"""Who reviews an emergency look and by when, and how the right to them is lost and given back."""

import datetime as dt

import pytest

from kith.apps.access.models import Conflict, EmergencyLook, Suspension
from kith.apps.access.queries import NothingHere, looks_to_review, reviews_wait, suspended_colleagues
from kith.apps.access.services import (
    CannotGiveBack,
    CannotLook,
    CannotReview,
    NewSeal,
    give_looks_back,
    review_look,
)
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.access.emergency_town import (
    A_MOMENT,
    HOUR,
    build_town,
    level,
    look,
    name,
    seal_by_load,
    sealed,
    town_lead_ends,
)

pytestmark = pytest.mark.django_db
A_WEEK = dt.timedelta(days=7)


@pytest.fixture
def town() -> Partnership:
    return build_town()


def test_the_agency_of_the_lead_owns_it(town):
    town.involve("mina", "pastoral", since=dt.date(2014, 1, 1), part="school")
    row = look(town, "pip")
    assert row.organisation_id == town.loaded.organisations["council"]


def test_without_a_lead_the_agency_that_is_there_longest(town):
    town.involve("lou", "police", since=dt.date(2020, 1, 1), part="police")
    town_lead_ends(town, "lou")
    town.involve("lou", "pastoral", since=dt.date(2016, 1, 1), part="school")
    town.involve("lou", "council", since=dt.date(2021, 1, 1), part="help")
    row = look(town, "pip", "lou")
    assert row.organisation_id == town.loaded.organisations["school"]


def test_where_nobody_works_with_the_child_the_front_door_owns_it(town):
    town_lead_ends(town, "kit")
    new = NewSeal(kind="court_order", why="The court has said so.", readers=())
    ref = seal_by_load(town, "kit", new)
    assert ref
    row = look(town, "rob", "kit")
    assert row.organisation_id == town.loaded.organisations["council"]


def test_the_reviewer_is_never_the_looker_nor_of_their_team(town):
    row = look(town, "tom")
    assert name(town, row.reviewer_id) in ("may", "dot")
    sealed(town, "sol")
    assert name(town, look(town, "max", "sol").reviewer_id) in ("may", "dot")
    with pytest.raises(NothingHere):
        review_look(by=town.actor("max"), look_ref=row.ref, is_right=True, words="Fine.", now=NOW)


def test_reviews_go_round(town):
    first = look(town, "pip", "mina")
    second = look(town, "pip", "sol")
    third = look(town, "pip", "kit")
    assert {name(town, row.reviewer_id) for row in (first, second, third)} == {"max", "may", "dot"}


def test_a_reviewer_who_knows_the_child_in_their_own_life_is_passed_over(town):
    with load("test.conflict", by=OPERATOR, now=NOW, payload={}):
        for who in ("max", "may"):
            key = town.loaded.workers[who]
            Conflict(user_id=key, subject_id=town.subject_ids["mina"], how="declared", noted_at=NOW).save()
    assert name(town, look(town, "pip").reviewer_id) == "dot"


def test_it_is_due_in_two_working_days_and_escalates_after_five(town):
    row = look(town, "pip", now=dt.datetime(2026, 12, 23, 15, 0, tzinfo=dt.UTC))
    assert (row.review_due_on, row.escalates_on) == (dt.date(2026, 12, 29), dt.date(2027, 1, 4))


def test_every_look_has_an_alert_and_a_review(town):
    row = look(town, "pip")
    reviewer = name(town, row.reviewer_id)
    assert reviews_wait(town.actor(reviewer), now=NOW)
    others = {"max", "may", "dot", "head", "dee", "pip", "pru", "fay"} - {reviewer}
    assert not any(reviews_wait(town.actor(who), now=NOW) for who in others)


def test_after_five_working_days_every_data_protection_lead_sees_it(town):
    row = look(town, "pip")
    reviewer = name(town, row.reviewer_id)
    day = dt.datetime.combine(row.escalates_on, dt.time(0, 0), tzinfo=dt.UTC)  # London has winter time
    assert not looks_to_review(town.actor("dee"), now=day - A_MOMENT)
    for who in {"dee", "dot", reviewer}:
        assert [card.ref for card in looks_to_review(town.actor(who), now=day)] == [row.ref]
    review_look(by=town.actor("dee"), look_ref=row.ref, is_right=True, words="I rang them.", now=day)
    assert not reviews_wait(town.actor(reviewer), now=day)


def test_where_nobody_can_review_it_every_data_protection_lead_sees_it_at_once(town):
    town.involve("mina", "nursery", since=dt.date(2014, 1, 1))
    row = look(town, "pip")
    assert row.reviewer_id is None
    for who in ("dot", "dee"):
        assert [card.ref for card in looks_to_review(town.actor(who), now=NOW)] == [row.ref]


def test_overdue_begins_when_the_day_is_over(town):
    row = look(town, "pip")
    reviewer = town.actor(name(town, row.reviewer_id))
    end_of_day = dt.datetime.combine(row.review_due_on + dt.timedelta(days=1), dt.time(0), tzinfo=dt.UTC)
    assert not looks_to_review(reviewer, now=end_of_day - A_MOMENT)[0].is_overdue
    assert looks_to_review(reviewer, now=end_of_day)[0].is_overdue


def test_a_review_is_decided_once_and_needs_a_sentence(town):
    row = look(town, "pip")
    reviewer = town.actor(name(town, row.reviewer_id))
    with pytest.raises(CannotReview):
        review_look(by=reviewer, look_ref=row.ref, is_right=True, words=" ", now=NOW)
    review_look(by=reviewer, look_ref=row.ref, is_right=True, words="The call is on file.", now=NOW)
    with pytest.raises(CannotReview):
        review_look(by=reviewer, look_ref=row.ref, is_right=False, words="On second thoughts.", now=NOW)
    assert EmergencyLook.objects.get(pk=row.pk).outcome == "right"
    assert level(town, "pip") == Level.READ


def test_a_look_that_was_not_right_ends_and_suspends(town):
    row = look(town, "pip")
    reviewer = town.actor(name(town, row.reviewer_id))
    review_look(by=reviewer, look_ref=row.ref, is_right=False, words="Nobody had called.", now=NOW + HOUR)
    assert level(town, "pip", now=NOW + HOUR) == Level.SUMMARY
    with pytest.raises(CannotLook):
        look(town, "pip", "sol", now=NOW + HOUR)


def test_the_fourth_look_within_a_week_is_refused_and_suspends(town):
    for about in ("mina", "sol", "kit"):
        look(town, "pip", about)
    town.involve("lou", "council", part="help")
    with pytest.raises(CannotLook):
        look(town, "pip", "lou", now=NOW + HOUR)
    assert EmergencyLook.objects.count() == 3
    assert Suspension.objects.get().why == "too_many"
    assert AuditRow.objects.filter(event="access.looks.suspended").count() == 1


@pytest.mark.parametrize(("after", "is_refused"), [(A_WEEK - A_MOMENT, True), (A_WEEK, False)])
def test_a_week_is_seven_days(town, after, is_refused):
    town.involve("lou", "council", part="help")
    for about in ("mina", "sol", "kit"):
        look(town, "pip", about)
    if is_refused:
        with pytest.raises(CannotLook):
            look(town, "pip", "lou", now=NOW + after)
    else:
        assert look(town, "pip", "lou", now=NOW + after)


def suspended(town: Partnership, who: str = "pip") -> str:
    row = look(town, who)
    reviewer = town.actor(name(town, row.reviewer_id))
    review_look(by=reviewer, look_ref=row.ref, is_right=False, words="Nobody had called.", now=NOW)
    return Suspension.objects.get().ref


def test_a_reviewer_of_the_same_agency_gives_the_right_back(town):
    ref = suspended(town)
    assert [card.ref for card in suspended_colleagues(town.actor("may"), now=NOW)] == [ref]
    give_looks_back(by=town.actor("may"), suspension_ref=ref, why="They have been trained.", now=NOW + HOUR)
    assert look(town, "pip", "sol", now=NOW + HOUR)
    row = Suspension.objects.get()
    assert (row.ended_words, name(town, row.ended_by_id)) == ("They have been trained.", "may")


def test_looks_from_before_the_right_was_given_back_do_not_count(town):
    for about in ("mina", "sol", "kit"):
        look(town, "pip", about)
    town.involve("lou", "council", part="help")
    with pytest.raises(CannotLook):
        look(town, "pip", "lou", now=NOW + HOUR)
    give_looks_back(by=town.actor("may"), suspension_ref=Suspension.objects.get().ref, why="A bad day.", now=NOW + HOUR)
    assert look(town, "pip", "lou", now=NOW + HOUR)


@pytest.mark.parametrize("who", ["pip", "tom", "moe", "head", "dee", "fay"])
def test_nobody_else_gives_it_back(town, who):
    ref = suspended(town)
    with pytest.raises(NothingHere):
        give_looks_back(by=town.actor(who), suspension_ref=ref, why="Please.", now=NOW)


def test_a_manager_does_not_give_it_back_to_themselves(town):
    sealed(town, "mina")
    ref = suspended(town, "max")
    assert suspended_colleagues(town.actor("max"), now=NOW) == ()
    with pytest.raises(NothingHere):
        give_looks_back(by=town.actor("max"), suspension_ref=ref, why="It is me.", now=NOW)


def test_giving_it_back_needs_a_reason(town):
    ref = suspended(town)
    with pytest.raises(CannotGiveBack):
        give_looks_back(by=town.actor("may"), suspension_ref=ref, why="  ", now=NOW)
