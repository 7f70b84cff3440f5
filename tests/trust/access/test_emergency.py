"""Emergency looks: who may take one, what it opens and for how long."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.apps.access.actions import LOOK
from kith.apps.access.models import EmergencyLook
from kith.apps.access.queries import NothingHere, OnlyKnown, decide, live_look, reviews_wait, visible
from kith.apps.access.services import CannotLook, NewSeal, WhyLook, declare_conflict, end_look, set_seal, take_look
from kith.apps.access.vocabulary import UnknownWord
from kith.apps.audit.models import AuditRow
from kith.apps.networks import actions as pictures
from kith.apps.people import actions
from kith.apps.people.models import Person
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.access.emergency_town import A_MOMENT, HOUR, WHY, build_town, level, look, name, sealed

pytestmark = pytest.mark.django_db
LOOKERS = {"practitioner": "pip", "manager": "moe", "front_door": "fay", "reviewing_officer": "rob"}


@pytest.fixture
def town() -> Partnership:
    return build_town()


def test_a_look_opens_one_person_and_is_on_record_by_its_own_rule(town):
    assert level(town, "pip") == Level.SUMMARY
    row = look(town, "pip")
    assert level(town, "pip") == Level.READ
    assert decide(town.actor("pip"), actions.READ, town.refs["mina"], now=NOW).rule == "R6"
    written = AuditRow.objects.get(event="access.look.taken")
    assert (written.rule, written.actor) == ("R6", town.actor("pip").ref)
    assert WHY.words not in written.payload
    assert (row.reason, row.words, row.call_reference) == ("may_be_hurt", WHY.words, "C-118")


@pytest.mark.parametrize("about", ["mum", "dad"])
def test_the_circle_stays_as_it_was(town, about):
    before = level(town, "pip", about)
    look(town, "pip")
    assert level(town, "pip", about) == before < Level.READ


def test_lists_show_one_person_more(town):
    rows = Person.objects.filter(subject__ref__in=town.refs.values())
    before = set(visible(town.actor("pip"), actions.READ, rows, now=NOW).values_list("subject__ref", flat=True))
    look(town, "pip")
    after = set(visible(town.actor("pip"), actions.READ, rows, now=NOW).values_list("subject__ref", flat=True))
    assert after - before == {town.refs["mina"]}


@pytest.mark.parametrize("action", [actions.ADD, actions.CHANGE, actions.LOAD, pictures.EXPORT], ids=lambda a: a.name)
def test_nothing_is_written_copied_or_taken_away(town, action):
    look(town, "pip")
    assert not decide(town.actor("pip"), action, town.refs["mina"], now=NOW).allowed


@pytest.mark.parametrize("after", [dt.timedelta(0), HOUR, 4 * HOUR - A_MOMENT])
def test_it_lasts_four_hours(town, after):
    look(town, "pip")
    assert level(town, "pip", now=NOW + after) == Level.READ


@pytest.mark.parametrize("after", [-A_MOMENT, 4 * HOUR, 5 * HOUR])
def test_and_not_a_moment_longer_nor_before(town, after):
    look(town, "pip")
    assert level(town, "pip", now=NOW + after) == Level.SUMMARY


@pytest.mark.parametrize("at", ["2026-03-29T00:30+00:00", "2026-10-25T00:30+00:00"])
def test_four_hours_are_four_hours_on_the_nights_when_clocks_change(town, at):
    start = dt.datetime.fromisoformat(at)
    row = look(town, "pip", now=start)
    assert row.until_at - row.opened_at == 4 * HOUR
    assert level(town, "pip", now=start + 4 * HOUR - A_MOMENT) == Level.READ
    assert level(town, "pip", now=start + 4 * HOUR) < Level.READ


@pytest.mark.parametrize("role", sorted(LOOKERS))
def test_four_roles_may_look_past_a_seal_that_points(town, role):
    who = LOOKERS[role]
    town.involve("mina", "police", part="police")
    sealed(town, "mina")
    assert level(town, who) == Level.POINTER
    look(town, who)
    assert level(town, who) == Level.READ


@pytest.mark.parametrize("who", ["ned", "ada", "dot"])
def test_other_roles_may_not(town, who):
    with pytest.raises(NothingHere):
        look(town, who)
    assert not EmergencyLook.objects.exists()


@pytest.mark.parametrize("who", ["tess", "head"])
def test_whoever_may_not_know_of_the_child_is_told_nothing(town, who):
    with pytest.raises(NothingHere) as refused:
        look(town, who)
    assert not isinstance(refused.value, OnlyKnown)
    assert not EmergencyLook.objects.exists()


def test_a_child_who_is_not_there_is_refused_in_the_same_words(town):
    with pytest.raises(NothingHere) as absent:
        take_look(by=town.actor("tess"), subject_ref="0" * 26, why=WHY, now=NOW)
    with pytest.raises(NothingHere) as hidden:
        look(town, "tess")
    assert absent.value.message == hidden.value.message


@pytest.mark.parametrize("kind", ["safe_address", "court_order", "medical", "therapy"])
def test_some_seals_open(town, kind):
    sealed(town, "mina", kind)
    look(town, "fay")
    assert level(town, "fay") == Level.READ


@pytest.mark.parametrize("kind", ["adoption", "witness", "staff_family"])
def test_some_stay_shut_and_the_look_counts_all_the_same(town, kind):
    sealed(town, "mina", kind)
    row = look(town, "fay")
    assert level(town, "fay") == Level.POINTER
    assert row.reviewer_id is not None
    assert live_look(town.actor("fay"), town.refs["mina"], now=NOW)


def test_a_seal_that_nobody_has_confirmed_stays_shut(town):
    new = NewSeal(kind="safe_address", why="He looks for them.")
    set_seal(by=town.actor("pru"), subject_ref=town.refs["mina"], seal=new, now=NOW)
    look(town, "fay")
    assert level(town, "fay") == Level.POINTER


def test_a_seal_of_which_outsiders_learn_nothing_gives_no_look(town):
    sealed(town, "mina", outsiders="nothing")
    with pytest.raises(NothingHere) as refused:
        look(town, "fay")
    assert not isinstance(refused.value, OnlyKnown)


def test_whoever_knows_the_child_in_their_own_life_gets_no_look(town):
    declare_conflict(by=town.actor("pip"), subject_ref=town.refs["mina"], now=NOW)
    with pytest.raises(NothingHere):
        look(town, "pip")


def test_a_conflict_that_is_said_during_a_look_closes_it(town):
    look(town, "pip")
    declare_conflict(by=town.actor("pip"), subject_ref=town.refs["mina"], now=NOW)
    assert level(town, "pip") == Level.NOTHING


def test_nobody_looks_in_an_emergency_at_what_opens_anyway(town):
    with pytest.raises(CannotLook):
        look(town, "pru")
    with pytest.raises(CannotLook):
        look(town, "fay", "lou")


def test_pressing_twice_is_one_look(town):
    assert look(town, "pip").ref == look(town, "pip", now=NOW + HOUR).ref


@pytest.mark.parametrize("words", ["", "   ", "Too short", "x" * 19, "  nineteen letters  "])
def test_a_sentence_is_needed(town, words):
    with pytest.raises(CannotLook):
        look(town, "pip", why=WhyLook(reason="may_be_hurt", words=words))


def test_twenty_characters_are_enough(town):
    assert look(town, "pip", why=WhyLook(reason="child_asks", words="x" * 20)).words == "x" * 20


@pytest.mark.parametrize("reason", ["", "curious", "may be hurt"])
def test_a_reason_of_the_list_is_needed(town, reason):
    with pytest.raises(UnknownWord):
        look(town, "pip", why=WhyLook(reason=reason, words=WHY.words))


def test_it_can_be_ended_early(town):
    row = look(town, "pip")
    end_look(by=town.actor("pip"), look_ref=row.ref, now=NOW + HOUR)
    assert level(town, "pip", now=NOW + HOUR - A_MOMENT) == Level.READ
    assert level(town, "pip", now=NOW + HOUR) == Level.SUMMARY
    assert AuditRow.objects.filter(event="access.look.ended").count() == 1


def test_ending_it_after_its_time_changes_nothing(town):
    row = look(town, "pip")
    end_look(by=town.actor("pip"), look_ref=row.ref, now=NOW + 5 * HOUR)
    assert EmergencyLook.objects.get(pk=row.pk).until_at == row.until_at


def test_nobody_ends_the_look_of_another(town):
    row = look(town, "pip")
    with pytest.raises(NothingHere):
        end_look(by=town.actor("tom"), look_ref=row.ref, now=NOW)


# P9, over many worlds.


@pytest.fixture(scope="module")
def standing_town(django_db_setup, django_db_blocker) -> Iterator[Partnership]:
    with django_db_blocker.unblock(), rolled_back("emergencies"):
        yield build_town()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    who=st.sampled_from(["pip", "tom", "may", "fay", "rob", "tess", "ada", "ned"]),
    about=st.sampled_from(["mina", "sol", "lou"]),
    seal=st.sampled_from(["", "safe_address", "medical", "witness", "adoption"]),
    outsiders=st.sampled_from(["pointer", "nothing"]),
    minutes=st.integers(0, 300),
)
def test_a_look_opens_one_person_ends_by_itself_and_has_a_review(standing_town, who, about, seal, outsiders, minutes):
    town = standing_town
    with rolled_back(f"{who} {about} {seal} {outsiders}"):
        if seal and about != "lou":
            sealed(town, about, seal, outsiders)
        everybody = [*town.refs]
        before = {one: level(town, who, one) for one in everybody}
        may = decide(town.actor(who), LOOK, town.refs[about], now=NOW)
        try:
            row = look(town, who, about)
        except (NothingHere, CannotLook):
            assert not may.allowed or may.level >= Level.READ
            assert not EmergencyLook.objects.exists()
            return
        at = NOW + dt.timedelta(minutes=minutes)
        after = {one: level(town, who, one, now=at) for one in everybody}
        assert {one for one in everybody if after[one] != before[one]} <= {about}
        assert after[about] in (before[about], Level.READ)
        assert minutes < 240 or after == before
        assert row.review_due_on > NOW.date()
        reviewer = name(town, row.reviewer_id)
        assert reviewer != who
        assert reviews_wait(town.actor(reviewer or "dot"), now=NOW)
