"""A child one knows in one's own life closes at once; and a role is changed by two people, of whom all leads hear."""

import datetime as dt

import pytest

from kith.apps.access import events
from kith.apps.access.models import Conflict, Proposal
from kith.apps.access.queries import NothingHere, conflict_list, decide, waiting_page, waits_for, who_ends
from kith.apps.access.services import (
    CannotDecide,
    CannotEndConflict,
    CannotNoteConflict,
    CannotPropose,
    decide_proposal,
    declare_conflict,
    end_conflict,
    load_detected_conflicts,
    note_conflict,
    propose_role,
    take_back,
)
from kith.apps.agencies.models import User
from kith.apps.agencies.services import CannotChangeRole
from kith.apps.audit.models import AuditRow
from kith.apps.people import actions
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(hours=1)
A_MOMENT = dt.timedelta(microseconds=1)


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school", "pastoral")],
        workers=[
            worker("pru", teams=["east"]),
            worker("max", "manager"),
            worker("moe", "manager"),
            worker("head", "manager", agency="school"),
            worker("dot", "data_protection_lead"),
            worker("dan", "data_protection_lead", agency="school"),
            worker("abe", "administrator"),
            worker("amy", "administrator"),
        ],
    )
    made.add([family(child("mina"), person("mum")), family(child("lou"))])
    made.involve("mina", "east")
    made.involve("mina", "max")
    return made


def level(town: Partnership, who: str, about: str = "mina", *, now: dt.datetime = NOW) -> Level:
    return decide(town.actor(who), actions.READ, town.refs[about], now=now).level


def ref(town: Partnership, who: str) -> str:
    return town.actor(who).ref


def test_what_is_declared_closes_the_child_and_the_family_at_once(town):
    assert level(town, "pru") == Level.EXPORT
    declare_conflict(by=town.actor("pru"), subject_ref=town.refs["mina"], now=LATER)
    assert [level(town, "pru", now=at) for at in (LATER - A_MOMENT, LATER)] == [Level.EXPORT, Level.NOTHING]
    assert level(town, "pru", "mum", now=LATER) == Level.NOTHING
    with pytest.raises(NothingHere):  # and the child is not there to be declared again
        declare_conflict(by=town.actor("pru"), subject_ref=town.refs["mina"], now=LATER)


def test_what_is_not_there_cannot_be_declared(town):
    for about in (town.refs["lou"], "0" * 26):
        with pytest.raises(NothingHere):
            declare_conflict(by=town.actor("pru"), subject_ref=about, now=NOW)
    assert not Conflict.objects.exists()


def declared(town: Partnership, who: str = "pru") -> str:
    declare_conflict(by=town.actor(who), subject_ref=town.refs["mina"], now=NOW)
    return Conflict.objects.get(user__ref=ref(town, who)).ref


@pytest.mark.parametrize("who", ["max", "moe", "dot", "dan"])
def test_a_manager_of_the_agency_or_a_data_protection_lead_ends_it(town, who):
    conflict = declared(town)
    assert [card.ref for card in conflict_list(town.actor(who), now=NOW)] == [conflict]
    end_conflict(by=town.actor(who), conflict_ref=conflict, now=LATER)
    assert [level(town, "pru", now=at) for at in (LATER - A_MOMENT, LATER)] == [Level.NOTHING, Level.EXPORT]
    assert AuditRow.objects.order_by("-pk").first().event == events.CONFLICT_ENDED
    with pytest.raises(CannotEndConflict):
        end_conflict(by=town.actor(who), conflict_ref=conflict, now=LATER)


@pytest.mark.parametrize("who", ["pru", "head", "abe"])
def test_nobody_else_ends_it_or_learns_of_it(town, who):
    conflict = declared(town)
    with pytest.raises(NothingHere):
        end_conflict(by=town.actor(who), conflict_ref=conflict, now=NOW)
    assert Conflict.objects.get().ended_at is None


def test_a_manager_does_not_end_their_own(town):
    conflict = declared(town, "max")
    with pytest.raises(NothingHere):
        end_conflict(by=town.actor("max"), conflict_ref=conflict, now=NOW)
    assert conflict_list(town.actor("max"), now=NOW) == ()
    assert "Max Worker" not in who_ends(town.actor("max"))
    end_conflict(by=town.actor("moe"), conflict_ref=conflict, now=NOW)


def test_a_manager_notes_one_for_a_colleague(town):
    for who in ("head", "max"):
        with pytest.raises(CannotNoteConflict):
            note_conflict(by=town.actor("max"), user_ref=ref(town, who), subject_ref=town.refs["mina"], now=NOW)
    with pytest.raises(NothingHere):
        note_conflict(by=town.actor("pru"), user_ref=ref(town, "max"), subject_ref=town.refs["mina"], now=NOW)
    note_conflict(by=town.actor("max"), user_ref=ref(town, "pru"), subject_ref=town.refs["mina"], now=NOW)
    assert level(town, "pru") == Level.NOTHING
    assert conflict_list(town.actor("max"), now=NOW)[0].how == "noted by a manager"


def test_what_a_provider_detects_counts_once(town):
    pair = (town.loaded.workers["pru"], town.refs["mina"])
    assert load_detected_conflicts(by=OPERATOR, pairs=[pair, pair], now=NOW) == 1
    assert load_detected_conflicts(by=OPERATOR, pairs=[pair, (pair[0], "0" * 26)], now=NOW) == 0
    assert level(town, "pru") == Level.NOTHING


def proposed(town: Partnership, by: str = "abe", whom: str = "pru", role: str = "manager") -> str:
    return propose_role(by=town.actor(by), user_ref=ref(town, whom), role=role, why="She leads the team now.", now=NOW)


def agree(town: Partnership, who: str, proposal: str) -> None:
    decide_proposal(by=town.actor(who), proposal_ref=proposal, agrees=True, now=LATER)


@pytest.mark.parametrize("second", ["amy", "dan"])
def test_two_people_change_a_role_and_every_lead_is_told(town, second):
    proposal = proposed(town)
    assert town.actor("pru").role == "practitioner"
    agree(town, second, proposal)
    assert town.actor("pru").role == "manager"
    row = AuditRow.objects.order_by("-pk").first()
    assert row.event == events.ROLE_CHANGED
    for who in ("max", "head", "dot", "dan", "abe"):
        (note,) = waiting_page(town.actor(who), now=LATER).role_changes
        assert note.worker.startswith("Pru Worker") and note.says == "is now manager"
        assert waits_for(town.actor(who), now=LATER)
    assert not waits_for(town.actor("head"), now=LATER + dt.timedelta(days=8))


@pytest.mark.parametrize("who", ["pru", "max", "head", "dot"])
def test_nobody_else_is_the_second_person_for_a_role(town, who):
    """Not the one it is about, no manager, and not the data protection lead of the agency that proposes it."""
    proposal = proposed(town)
    with pytest.raises(NothingHere):
        agree(town, who, proposal)
    assert town.actor("pru").role == "practitioner"


def test_nobody_changes_their_own_role(town):
    with pytest.raises(CannotPropose, match="own role"):
        proposed(town, whom="abe", role="manager")
    proposal = proposed(town, whom="amy", role="manager")
    with pytest.raises(NothingHere):
        agree(town, "amy", proposal)
    with pytest.raises(CannotDecide, match="Somebody else"):
        agree(town, "abe", proposal)


@pytest.mark.parametrize("who", ["pru", "max", "dot"])
def test_only_an_administrator_proposes_a_role(town, who):
    with pytest.raises(NothingHere):
        proposed(town, by=who, whom="head")
    assert not Proposal.objects.exists()


def test_a_proposal_of_a_role_has_to_be_sound(town):
    for role in ("gardener", "practitioner"):
        with pytest.raises(CannotPropose):
            proposed(town, role=role)
    User.objects.filter(email="pru@kith.example").update(is_active=False)
    gone = User.objects.get(email="pru@kith.example").ref
    with pytest.raises(CannotPropose, match="do not work here"):
        propose_role(by=town.actor("abe"), user_ref=gone, role="manager", why="x", now=NOW)


def test_somebody_is_left_who_can_propose_roles(town):
    first = proposed(town, by="abe", whom="amy", role="analyst")
    agree(town, "dan", first)
    User.objects.filter(email="amy@kith.example").update(role="administrator")
    proposal = proposed(town, by="amy", whom="abe", role="analyst")
    User.objects.filter(email="amy@kith.example").update(role="analyst")
    with pytest.raises(CannotChangeRole):
        agree(town, "dan", proposal)
    assert town.actor("abe").role == "administrator"
    assert Proposal.objects.get(ref=proposal).outcome == ""
    with pytest.raises(NothingHere):
        take_back(by=town.actor("abe"), proposal_ref=proposal, now=LATER)
