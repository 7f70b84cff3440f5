"""The rules one by one: relations, sensitivity, dates by London midnight, staged loads, and what is never said."""

import datetime as dt
from dataclasses import replace

import pytest

from kith.apps.access import decisions, gathering
from kith.apps.access.actions import Action
from kith.apps.access.models import Involvement
from kith.apps.access.queries import NothingHere, decide, require, visible, who_can
from kith.apps.access.registered import UnknownAction
from kith.apps.access.roles import role_of
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.agencies.models import TeamMembership, User
from kith.apps.agencies.projections import NOBODY
from kith.apps.audit.services import load
from kith.apps.people import actions
from kith.apps.people.models import Person
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
CASE_ROLES = ("practitioner", "manager", "front_door", "network_adviser")
OTHER_ROLES = ("analyst", "data_protection_lead", "administrator", "gardener")


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school", "pastoral")],
        workers=[worker(role, role, clearance=1) for role in CASE_ROLES + OTHER_ROLES]
        + [worker("teammate", teams=["east"]), worker("teacher", agency="school")],
    )
    made.add([family(child("mina"), person("aunt")), family(child("lou"))])
    return made


def level(town: Partnership, who: str, about: str, *, now: dt.datetime = NOW) -> Level:
    return decide(town.actor(who, now=now), actions.FIND, town.refs[about], now=now).level


@pytest.mark.parametrize("role", CASE_ROLES)
def test_r1_whoever_works_with_the_child_reaches_the_child_and_their_circle(town, role):
    town.involve("mina", role)
    assert level(town, role, "mina") == level(town, role, "aunt") == Level.EXPORT
    assert decide(town.actor(role), actions.FIND, town.refs["mina"], now=NOW).rule == "R1"


def test_r1_a_team_carries_its_members(town):
    town.involve("mina", "east")
    assert level(town, "teammate", "mina") == Level.EXPORT


def test_r1_a_circle_does_not_lead_on(town):
    """Whoever works with the aunt alone does not see the child in whose circle she stands."""
    town.involve("aunt", "teacher")
    assert level(town, "teacher", "aunt") == Level.EXPORT
    assert level(town, "teacher", "mina") == Level.NOTHING


def test_r3_the_agency_alone_gives_less(town):
    town.involve("mina", "council")
    assert [level(town, role, "mina") for role in CASE_ROLES] == [Level.SUMMARY, Level.READ, Level.READ, Level.SUMMARY]
    assert level(town, "teacher", "mina") == Level.NOTHING


def test_r3_only_the_front_door_reads_without_a_relation(town):
    assert [level(town, role, "mina") for role in CASE_ROLES] == [0, 0, Level.READ, 0]


def test_a_role_may_do_more_than_its_team_opens_and_then_the_team_is_not_enough(town, monkeypatch):
    """No role of today is like that; the rules hold for those to come."""
    reading = replace(role_of("practitioner"), case_team=Level.READ)
    for module in (decisions, gathering):
        monkeypatch.setattr(module, "role_of", lambda name: reading)
    town.involve("mina", "practitioner")
    actor, people = town.actor("practitioner"), Person.objects.all()
    for action, is_open in ((actions.READ, True), (actions.CHANGE, False)):
        assert decide(actor, action, town.refs["mina"], now=NOW).allowed is is_open
        assert visible(actor, action, people, now=NOW).exists() is is_open


@pytest.mark.parametrize("role", OTHER_ROLES)
def test_other_roles_see_no_child_even_on_the_team(town, role):
    town.involve("mina", role)
    assert level(town, role, "mina") == Level.NOTHING


@pytest.mark.parametrize("clearance", range(4))
@pytest.mark.parametrize("sensitivity", range(4))
def test_nobody_reads_above_their_clearance(sensitivity, clearance):
    made = partnership(agencies=[agency("council")], workers=[worker("ana", clearance=clearance)])
    made.add([family(child("mina"), sensitivity={"mina": sensitivity})])
    made.involve("mina", "ana")
    assert decide(made.actor("ana"), actions.READ, made.refs["mina"], now=NOW).allowed == (sensitivity <= clearance)


def test_a_staged_child_is_there_for_nobody(town):
    town.add([family(child("sol"))], is_published=False)
    town.involve("sol", "practitioner")
    assert level(town, "practitioner", "sol") == Level.NOTHING
    assert who_can(actions.READ, town.refs["sol"], now=NOW) == []
    rows = Person.objects.filter(subject_id=town.subject_ids["sol"])
    assert not visible(town.actor("practitioner"), actions.READ, rows, now=NOW).exists()


SUMMER = dt.date(2026, 7, 15)


@pytest.mark.parametrize(
    ("moment", "is_inside"),
    [
        (dt.datetime(2026, 7, 14, 22, 59, 59, tzinfo=dt.UTC), False),  # 23:59:59 in London, the day before
        (dt.datetime(2026, 7, 14, 23, 0, tzinfo=dt.UTC), True),  # midnight in London
        (dt.datetime(2026, 7, 17, 22, 59, 59, tzinfo=dt.UTC), True),  # the last second of the last day
        (dt.datetime(2026, 7, 17, 23, 0, tzinfo=dt.UTC), False),  # `until` itself is outside
    ],
)
def test_p6_an_involvement_is_half_open_and_turns_at_london_midnight(town, moment, is_inside):
    town.involve("mina", "practitioner", since=SUMMER, until=dt.date(2026, 7, 18))
    assert decide(town.actor("practitioner"), actions.READ, town.refs["mina"], now=moment).allowed == is_inside


@pytest.mark.parametrize(
    ("moment", "is_inside"),
    [
        (dt.datetime(2026, 10, 24, 22, 59, tzinfo=dt.UTC), True),
        (dt.datetime(2026, 10, 24, 23, 0, tzinfo=dt.UTC), False),  # the 25th begins in summer time
        (dt.datetime(2026, 10, 25, 23, 59, tzinfo=dt.UTC), False),  # and ends, an hour longer, in winter time
    ],
)
def test_p6_the_night_the_clocks_go_back(town, moment, is_inside):
    town.involve("mina", "practitioner", until=dt.date(2026, 10, 25))
    assert decide(town.actor("practitioner"), actions.READ, town.refs["mina"], now=moment).allowed == is_inside


def test_p6_leaving_a_team_ends_what_it_gave(town):
    town.involve("mina", "east")
    with load("test.team", by=OPERATOR, now=NOW, payload={}):
        TeamMembership.objects.filter(user_id=town.loaded.workers["teammate"]).update(until_on=TODAY)
    assert level(town, "teammate", "mina", now=NOW - dt.timedelta(days=1)) == Level.EXPORT
    assert level(town, "teammate", "mina") == Level.SUMMARY  # their agency still works with the child


def test_p14_an_ended_involvement_is_felt_by_the_next_question(town):
    town.involve("mina", "practitioner")
    actor = town.actor("practitioner")
    assert decide(actor, actions.READ, town.refs["mina"], now=NOW).allowed
    with load("test.involvement", by=OPERATOR, now=NOW, payload={}):
        Involvement.objects.update(until_on=TODAY)
    assert not decide(actor, actions.READ, town.refs["mina"], now=NOW).allowed


def test_somebody_who_left_is_nobody(town):
    town.involve("mina", "practitioner")
    User.objects.update(is_active=False)
    actor = town.actor("practitioner")
    assert actor == NOBODY
    assert not decide(actor, actions.READ, town.refs["mina"], now=NOW).allowed
    assert who_can(actions.READ, town.refs["mina"], now=NOW) == []


@pytest.mark.parametrize("ask", [decide, require])
def test_an_action_nobody_declared_raises(town, ask):
    with pytest.raises(UnknownAction):
        ask(town.actor("front_door"), Action("people.erase", Level.READ, "Erase"), town.refs["mina"], now=NOW)


@pytest.mark.parametrize("asked", [visible, who_can])
def test_an_action_with_another_level_is_not_the_declared_one(town, asked):
    cheap = Action(actions.CHANGE.name, Level.SUMMARY, actions.CHANGE.says)
    question = (town.actor("manager"), cheap, Person.objects.all()) if asked is visible else (cheap, town.refs["mina"])
    with pytest.raises(UnknownAction):
        asked(*question, now=NOW)


@pytest.mark.parametrize("action", actions.ACTIONS)
def test_hidden_and_absent_are_told_in_the_same_words(town, action):
    hidden = decide(town.actor("practitioner"), action, town.refs["lou"], now=NOW)
    absent = decide(town.actor("practitioner"), action, "0" * 26, now=NOW)
    assert hidden == absent and not hidden.allowed


def test_from_pointer_upwards_a_refusal_says_why_and_below_it_is_one_for_all(town):
    town.involve("mina", "council")
    near = decide(town.actor("practitioner"), actions.READ, town.refs["mina"], now=NOW)
    assert (near.allowed, near.level) == (False, Level.SUMMARY)
    assert "not on the team" in near.because
    hidden = decide(town.actor("practitioner"), actions.READ, town.refs["lou"], now=NOW)
    absent = decide(town.actor("practitioner"), actions.READ, "0" * 26, now=NOW)
    assert (hidden.level, hidden.because) == (absent.level, absent.because) == (Level.NOTHING, NOTHING_HERE)


def test_require_says_nothing_is_here(town):
    with pytest.raises(NothingHere) as hidden:
        require(town.actor("practitioner"), actions.READ, town.refs["lou"], now=NOW)
    with pytest.raises(NothingHere) as absent:
        require(town.actor("practitioner"), actions.READ, "0" * 26, now=NOW)
    assert hidden.value.message == absent.value.message
