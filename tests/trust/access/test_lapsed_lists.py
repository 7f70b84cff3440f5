"""Places on a list end with the work: whoever left reads no more, and a seal without readers comes before somebody."""

import datetime as dt

import pytest

from kith.apps.access.models import Seal
from kith.apps.access.queries import NothingHere, decide, seal_page, seal_to_read, waiting_page, waits_for
from kith.apps.access.services import (
    CannotDecide,
    CannotPropose,
    NewSeal,
    confirm_seal,
    decide_proposal,
    note_unread_seals,
    propose_reader,
    say_back,
    say_left,
    set_seal,
    take_back,
)
from kith.apps.agencies.models import User
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.services import load
from kith.apps.people import actions
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(hours=1)
MUCH_LATER = NOW + dt.timedelta(days=2)
AN_END = NOW.date() + dt.timedelta(days=1)


@pytest.fixture
def town() -> Partnership:
    """Mina is sealed by Pru, with Tom on the list as well; May and Max could confirm it."""
    made = partnership(
        agencies=[agency("council", "east"), agency("school")],
        workers=[
            *(worker("pru", teams=["east"]), worker("tom", teams=["east"]), worker("ned", teams=["east"])),
            *(worker("max", "manager"), worker("may", "manager"), worker("abe", "administrator")),
            *(worker("head", "manager", agency="school"), worker("dot", "data_protection_lead")),
        ],
    )
    made.add([family(child("mina"), person("mum"))])
    made.involve("mina", "east")
    seal = NewSeal(kind="adoption", why="A court said so.", readers=(made.actor("tom").ref,))
    made.refs["seal"] = set_seal(by=made.actor("pru"), subject_ref=made.refs["mina"], seal=seal, now=NOW)
    confirm_seal(by=made.actor("max"), seal_ref=made.refs["seal"], now=NOW)
    return made


def leaves(town: Partnership, who: str, *, now: dt.datetime = LATER) -> None:
    say_left(by=town.actor("abe"), user_ref=ref(town, who), why="They moved away.", now=now)


def comes_back(town: Partnership, who: str, *, now: dt.datetime) -> None:
    """With the role and the team they had: the only thing that is missing is the place on the list."""
    say_back(by=town.actor("abe"), user_ref=ref(town, who), why="They are back.", now=now)
    with load("test.back", by=OPERATOR, now=now, payload={}):
        User.objects.filter(ref=ref(town, who)).update(role="practitioner")
        town.involve("mina", who)


def ref(town: Partnership, who: str) -> str:
    return User.objects.get(pk=town.loaded.workers[who]).ref


def level(town: Partnership, who: str, now: dt.datetime) -> Level:
    return decide(town.actor(who), actions.READ, town.refs["mina"], now=now).level


def told(town: Partnership, who: str, now: dt.datetime) -> list[str]:
    return [seal.ref for seal in waiting_page(town.actor(who), now=now).unread]


def nobody_reads(town: Partnership) -> None:
    for who in ("pru", "tom"):
        leaves(town, who)
    assert note_unread_seals(by=OPERATOR, now=MUCH_LATER) == 1


def test_whoever_left_reads_nothing_and_is_on_no_list_when_they_are_back(town):
    assert level(town, "tom", LATER) >= Level.READ
    leaves(town, "tom")
    assert level(town, "tom", LATER) == Level.NOTHING
    comes_back(town, "tom", now=MUCH_LATER)
    assert level(town, "tom", MUCH_LATER) == level(town, "ned", MUCH_LATER) == Level.NOTHING


def test_the_list_shows_whose_place_lapsed_and_who_cannot_read(town):
    leaves(town, "tom")
    view = seal_page(town.actor("pru"), town.refs["seal"], now=MUCH_LATER)
    assert [(one.name, one.since) for one in view.lapsed] == [("Tom Worker, Council", LATER)]
    assert [(one.is_you, one.is_able) for one in view.readers] == [(True, True)]


def test_whoever_was_moved_stands_on_the_list_as_unable_to_read(town):
    with load("test.moved", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(ref=ref(town, "tom")).update(role="analyst")
    view = seal_page(town.actor("pru"), town.refs["seal"], now=LATER)
    assert [one.is_able for one in view.readers] == [True, False] and view.lapsed == ()


def test_the_record_of_a_leaving_says_nothing_of_lists(town):
    leaves(town, "tom")
    row = AuditRow.objects.get(event="access.worker.left")
    assert not AuditSubject.objects.filter(row=row).exists()
    assert town.refs["seal"] not in row.payload and "seal" not in row.payload


def test_while_somebody_reads_it_nothing_is_noted(town):
    leaves(town, "pru")
    assert note_unread_seals(by=OPERATOR, now=MUCH_LATER) == 0
    assert not AuditRow.objects.filter(event="access.seals.unread").exists()
    assert told(town, "max", MUCH_LATER) == []


def test_a_seal_that_nobody_reads_comes_before_whoever_confirms_seals_of_the_agency(town):
    nobody_reads(town)
    assert told(town, "max", MUCH_LATER) == told(town, "may", MUCH_LATER) == [town.refs["seal"]]
    assert waits_for(town.actor("max"), now=MUCH_LATER) == "Nobody can read a seal any more"
    for who in ("head", "ned", "abe", "dot"):
        assert told(town, who, MUCH_LATER) == []
        with pytest.raises(NothingHere):
            seal_to_read(town.actor(who), town.refs["seal"], now=MUCH_LATER)
    page = repr(waiting_page(town.actor("max"), now=MUCH_LATER))
    assert not any(town.refs[key] in page for key in ("mina", "mum"))
    assert level(town, "max", MUCH_LATER) == Level.NOTHING


def test_whoever_only_changed_their_work_counts_as_nobody_until_they_are_back(town):
    leaves(town, "tom")
    with load("test.moved", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(ref=ref(town, "pru")).update(role="analyst")
    assert note_unread_seals(by=OPERATOR, now=LATER) == 1
    first = Seal.objects.get().unread_since
    assert note_unread_seals(by=OPERATOR, now=MUCH_LATER) == 1 and Seal.objects.get().unread_since == first == LATER
    with load("test.moved", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(ref=ref(town, "pru")).update(role="practitioner")
    assert note_unread_seals(by=OPERATOR, now=MUCH_LATER) == 0
    assert Seal.objects.get().unread_since is None and told(town, "max", MUCH_LATER) == []


def test_two_people_name_a_reader_and_neither_of_them_reads(town):
    nobody_reads(town)
    named = {"seal_ref": town.refs["seal"], "user_ref": ref(town, "ned"), "now": MUCH_LATER}
    proposal = propose_reader(by=town.actor("max"), why="Ned works with her now.", **named)
    assert level(town, "ned", MUCH_LATER) == Level.NOTHING
    with pytest.raises(CannotDecide):
        decide_proposal(by=town.actor("max"), proposal_ref=proposal, agrees=True, now=MUCH_LATER)
    decide_proposal(by=town.actor("may"), proposal_ref=proposal, agrees=True, now=MUCH_LATER)
    assert level(town, "ned", MUCH_LATER) >= Level.READ
    assert level(town, "max", MUCH_LATER) == level(town, "may", MUCH_LATER) == Level.NOTHING
    assert told(town, "max", MUCH_LATER) == []
    row = AuditRow.objects.get(event="access.seal.reader_named")
    assert set(AuditSubject.objects.filter(row=row, how="changed").values_list("subject", flat=True)) == {
        town.refs["mina"]
    }


@pytest.mark.parametrize("who", ["head", "ned", "abe"])
def test_nobody_else_names_a_reader(town, who):
    nobody_reads(town)
    with pytest.raises(NothingHere):
        propose_reader(
            by=town.actor(who), seal_ref=town.refs["seal"], user_ref=ref(town, "ned"), why="Why not.", now=MUCH_LATER
        )


def test_nobody_names_themselves_nor_decides_about_themselves(town):
    nobody_reads(town)
    named = {"seal_ref": town.refs["seal"], "why": "They work with her.", "now": MUCH_LATER}
    with pytest.raises(CannotPropose, match="themselves"):
        propose_reader(by=town.actor("max"), user_ref=ref(town, "max"), **named)
    proposal = propose_reader(by=town.actor("max"), user_ref=ref(town, "may"), **named)
    with pytest.raises(NothingHere):
        decide_proposal(by=town.actor("may"), proposal_ref=proposal, agrees=True, now=MUCH_LATER)
    take_back(by=town.actor("max"), proposal_ref=proposal, now=MUCH_LATER)
    assert level(town, "may", MUCH_LATER) == Level.NOTHING


def test_a_list_that_somebody_reads_is_theirs_to_keep(town):
    with pytest.raises(CannotPropose, match="can read it"):
        propose_reader(
            by=town.actor("max"), seal_ref=town.refs["seal"], user_ref=ref(town, "ned"), why="Why not.", now=LATER
        )
    with load("test.moved", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(ref__in=[ref(town, "pru"), ref(town, "tom")]).update(role="analyst")
    proposal = propose_reader(
        by=town.actor("max"), seal_ref=town.refs["seal"], user_ref=ref(town, "ned"), why="Ned does.", now=LATER
    )
    with load("test.moved", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(ref=ref(town, "pru")).update(role="practitioner")
    with pytest.raises(CannotPropose, match="can read it"):
        decide_proposal(by=town.actor("may"), proposal_ref=proposal, agrees=True, now=LATER)


def test_where_the_agency_has_only_one_the_lead_for_data_protection_is_the_second(town):
    leaves(town, "may")
    nobody_reads(town)
    named = {"seal_ref": town.refs["seal"], "user_ref": ref(town, "ned"), "now": MUCH_LATER}
    proposal = propose_reader(by=town.actor("max"), why="Ned works with her now.", **named)
    decide_proposal(by=town.actor("dot"), proposal_ref=proposal, agrees=True, now=MUCH_LATER)
    assert level(town, "ned", MUCH_LATER) >= Level.READ
