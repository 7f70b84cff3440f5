"""Within one answer everything is looked up once; all is as it would be alone, and a change is felt at once."""

import datetime as dt
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.apps.access.gathering import Asked
from kith.apps.access.queries import Cut, decide
from kith.apps.access.services import NewSeal, declare_conflict, set_seal
from kith.apps.access.together import opened_among
from kith.apps.audit.services import reading
from kith.apps.people import actions
from kith.apps.people.models import PersonName
from kith.testing.factories import NOW, OPERATOR, agency, child, family, partnership, worker
from tests.trust.access.answers import ACTIONS, decided, expected, listed, pairs_of
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Involvement, Question, Seal, Share, Subject, Worker, World
from tests.trust.access.worlds import Scope as Sealed

pytestmark = pytest.mark.django_db

MORNING = dt.datetime(2026, 7, 15, 9, 0, tzinfo=dt.UTC)
ASKED = [
    Question(MORNING),
    Question(MORNING, kind="address"),
    Question(MORNING + dt.timedelta(days=40)),
    Question(MORNING, purpose="quality"),
]


def unlike() -> World:
    """Workers and subjects of whom no two are answered alike, and shares for one kind of record only."""
    day = dt.date(2026, 7, 1)
    return World(
        (Worker("practitioner", 0), Worker("practitioner", 1), Worker("front_door", 0), Worker("manager", 0)),
        (Subject(), Subject(1), Subject()),
        (
            Involvement(0, ("worker", 0), 0, day, dt.date(2026, 8, 1)),
            Involvement(1, ("agency", 0), 0, day),
            Share(0, 1, 0, day, kinds=frozenset({"address"})),
            Seal(0, "safe_address", "pointer", True, MORNING - dt.timedelta(hours=1)),
            Sealed(0, 2),
        ),
    )


def test_many_questions_in_one_answer_are_answered_as_each_would_be_alone():
    world = unlike()
    standing = Standing(world)
    with reading("test", by=OPERATOR, now=NOW):
        for action, asked in [*product(ACTIONS.values(), ASKED), *product(ACTIONS.values(), ASKED)]:
            should = expected(world, action, asked)
            assert decided(standing, action, asked, pairs_of(world)) == should, (action.name, asked)
            assert listed(standing, action, asked) == {
                pair for pair, (is_allowed, _, _) in should.items() if is_allowed
            }


def test_what_changes_within_an_answer_is_felt_at_once():
    town = partnership(agencies=[agency("council", "east")], workers=[worker("pru", teams=["east"])])
    town.add([family(child("mina"))])
    town.involve("mina", "east")
    pru, mina = town.actor("pru"), town.refs["mina"]
    with reading("test", by=pru, now=NOW):
        assert decide(pru, actions.READ, mina, now=NOW).allowed
        assert Cut(pru, actions.READ, now=NOW).open_rows(PersonName.objects.all()).exists()
        declare_conflict(by=pru, subject_ref=mina, now=NOW)
        assert not decide(pru, actions.READ, mina, now=NOW).allowed


def test_a_second_question_asks_the_database_nothing():
    town = partnership(agencies=[agency("council", "east")], workers=[worker("pru", teams=["east"])])
    town.add([family(child("mina"))])
    town.involve("mina", "east")
    with reading("test", by=town.actor("pru"), now=NOW):
        first = decide(town.actor("pru"), actions.READ, town.refs["mina"], now=NOW)
        pru = town.actor("pru")
        with CaptureQueriesContext(connection) as asked:
            assert decide(pru, actions.READ, town.refs["mina"], now=NOW) == first
        assert not asked.captured_queries


@pytest.mark.parametrize("first", ["pru", "max"])
def test_what_is_known_of_one_worker_is_not_taken_for_another(first):
    """Max has a conflict of interest with Mina and Pru has none, whoever is asked about first."""
    town = partnership(
        agencies=[agency("council", "east")], workers=[worker("pru", teams=["east"]), worker("max", teams=["east"])]
    )
    town.add([family(child("mina"))])
    town.involve("mina", "east")
    mina, allowed = town.refs["mina"], {"pru": True, "max": False}
    declare_conflict(by=town.actor("max"), subject_ref=mina, now=NOW)
    with reading("test", by=OPERATOR, now=NOW):
        for name in sorted(allowed, key=lambda name: name != first):
            actor = town.actor(name)
            assert decide(actor, actions.READ, mina, now=NOW).allowed is allowed[name]
            together = opened_among(actor, actions.READ, [town.subject_ids["mina"]], Asked(now=NOW))
            assert bool(together) is allowed[name]


@pytest.mark.parametrize("first", ["name", "the whole"])
def test_the_seal_of_one_record_is_not_taken_for_another(first):
    """Mina's name is sealed to Pru and Mina is not, whichever is asked about first."""
    town = partnership(
        agencies=[agency("council", "east")], workers=[worker("pru", teams=["east"]), worker("max", teams=["east"])]
    )
    town.add([family(child("mina"))])
    town.involve("mina", "east")
    pru, mina, name = town.actor("pru"), town.refs["mina"], PersonName.objects.get().ref
    seal = NewSeal(kind="witness", why="She gave evidence.", records=(("name", name),))
    set_seal(by=town.actor("max"), subject_ref=mina, seal=seal, now=NOW)
    with reading("test", by=OPERATOR, now=NOW):
        for asked in sorted(("name", "the whole"), key=lambda asked: asked != first):
            record_ref = name if asked == "name" else ""
            decision = decide(pru, actions.READ, mina, now=NOW, record_ref=record_ref)
            assert decision.allowed is (asked == "the whole")
