"""Tasks by their deeds: who may give which to whom, what they open from one question to the next, and their ends."""

import datetime as dt
from dataclasses import replace

import pytest

from kith.apps.access.actions import SEE_WHO
from kith.apps.access.models import Task, TaskSubject
from kith.apps.access.queries import NothingHere, decide, tasks_of, tasks_page, visible
from kith.apps.access.services import (
    CannotDestroy,
    CannotEndTask,
    CannotGiveTask,
    NewTask,
    decide_proposal,
    end_task,
    give_task,
    propose_destroying,
    take_up_task,
)
from kith.apps.audit.events import REFUSED
from kith.apps.audit.models import AuditRow
from kith.apps.people.actions import READ
from kith.apps.people.models import Person
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.testing.factories import NOW, TODAY, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
LATER = TODAY + dt.timedelta(days=14)


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school")],
        workers=[
            worker("pru", teams=["east"]),
            worker("max", "manager"),
            worker("quin", "quality_assurer"),
            worker("quill", "quality_assurer", agency="school"),
            worker("sam", "record_officer"),
            worker("dot", "data_protection_lead", agency="school"),
        ],
    )
    made.add([family(child("mina"), person("mum")), family(child("lou"), person("dad")), family(child("sol"))])
    made.involve("mina", "east")
    made.involve("lou", "council")
    made.involve("sol", "school")
    return made


def new(town: Partnership, who: str = "quin", *named: str, **changes: object) -> NewTask:
    task = NewTask(
        worker_ref=town.actor(who).ref,
        purpose="qa",
        name="Autumn review",
        why="Every team is looked at once a year.",
        covers="named",
        since_on=TODAY,
        until_on=LATER,
        named=tuple(town.refs.get(one, one) for one in named),
    )
    return replace(task, **changes)


def give(town: Partnership, by: str, task: NewTask) -> str:
    return give_task(by=town.actor(by), task=task, now=NOW)


def open_to(town: Partnership, who: str, *, now: dt.datetime = NOW) -> set[str]:
    """By the list, which must be what is decided one by one."""
    actor = town.actor(who)
    keys = {key for key, ref in town.refs.items() if decide(actor, READ, ref, now=now).allowed}
    rows = visible(actor, READ, Person.objects.all(), now=now).values_list("subject__ref", flat=True)
    assert {town.refs[key] for key in keys} == set(rows)
    return keys


def test_a_task_opens_whom_it_names_with_their_family_until_its_day(town):
    give(town, "max", new(town, "quin", "mina"))
    assert open_to(town, "quin") == {"mina", "mum"}
    assert open_to(town, "sam") == set()
    assert not decide(town.actor("quin"), SEE_WHO, town.refs["mina"], now=NOW).allowed  # it is for reading alone
    assert open_to(town, "quin", now=NOW + dt.timedelta(days=14)) == set()


def test_a_task_over_an_agency_follows_whom_the_agency_works_with(town):
    give(town, "max", new(town, covers="agency"))
    assert open_to(town, "quin") == {"mina", "mum", "lou", "dad"}
    town.involve("sol", "council")
    assert "sol" in open_to(town, "quin")


def test_a_task_over_everybody_is_the_data_protection_leads_to_give(town):
    with pytest.raises(CannotGiveTask, match="whose records"):
        give(town, "max", new(town, covers="everybody"))
    give(town, "dot", new(town, covers="everybody"))
    assert open_to(town, "quin") == set(town.refs)


def test_by_reference_nobody_learns_whether_it_leads_to_anybody(town):
    refs = ("sol", "0" * 26)
    give(town, "dot", new(town, "sam", *refs, purpose="sar"))
    assert open_to(town, "sam") == {"sol"}
    assert [card.covers for card in tasks_page(town.actor("dot"), now=NOW).running] == ["2 children and their families"]


@pytest.mark.parametrize("named", ["sol", "0" * 26])
def test_a_manager_names_only_whom_they_read_themselves(town, named):
    with pytest.raises(NothingHere):
        give(town, "max", new(town, "quin", "mina", named))
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"named": ()}, "at least one"),
        ({"purpose": "sar"}, "not what their role is for"),
        ({"worker_ref": "0" * 26}, "from the list"),
        ({"since_on": TODAY - dt.timedelta(1)}, "today or later"),
        ({"until_on": TODAY}, "after it begins"),
        ({"until_on": TODAY + dt.timedelta(185)}, "184 days at most"),
        ({"covers": "agency", "until_on": TODAY + dt.timedelta(93)}, "92 days at most"),
        ({"covers": "gardens"}, "whose records"),
        ({"why": " "}, "why it is needed"),
    ],
)
def test_a_task_that_is_not_sound_is_refused_in_one_sentence(town, changes, says):
    with pytest.raises(KithError, match=says):
        give(town, "max", new(town, "quin", "mina", **changes))
    assert not Task.objects.exists()


@pytest.mark.parametrize("who", ["pru", "max", "quill"])
def test_a_manager_gives_tasks_to_those_of_the_own_agency_who_need_one(town, who):
    with pytest.raises(CannotGiveTask, match="from the list"):
        give(town, "max", new(town, who, "mina"))


@pytest.mark.parametrize("who", ["pru", "quin", "sam"])
def test_others_give_none_see_none_and_end_none(town, who):
    ref = give(town, "max", new(town, "quin", "mina"))
    with pytest.raises(NothingHere):
        give(town, who, new(town, "sam", "mina", purpose="sar"))
    with pytest.raises(NothingHere):
        tasks_page(town.actor(who), now=NOW)
    with pytest.raises(NothingHere):
        end_task(by=town.actor(who), task_ref=ref, why="Over", now=NOW)
    assert AuditRow.objects.filter(event=REFUSED).count() == 3


def test_ended_at_once_with_a_reason_and_taken_up_again_while_nobody_was_first(town):
    ref = give(town, "max", new(town, "quin", "mina"))
    with pytest.raises(CannotEndTask, match="why"):
        end_task(by=town.actor("max"), task_ref=ref, why=" ", now=NOW)
    end_task(by=town.actor("dot"), task_ref=ref, why="Called off.", now=NOW)
    assert open_to(town, "quin") == set()
    page = tasks_page(town.actor("max"), now=NOW)
    assert (page.running, [card.ended_why for card in page.over]) == ((), ["Called off."])
    with pytest.raises(CannotEndTask, match="already"):
        end_task(by=town.actor("max"), task_ref=ref, why="Over", now=NOW)
    with pytest.raises(StaleVersion):
        take_up_task(by=town.actor("max"), task_ref=ref, expected_version=1, now=NOW)
    take_up_task(by=town.actor("max"), task_ref=ref, expected_version=2, now=NOW)
    assert open_to(town, "quin") == {"mina", "mum"}
    events = [row for row in AuditRow.objects.values_list("event", flat=True) if ".task." in row]
    assert events == ["access.task.given", "access.task.ended", "access.task.taken_up"]


def test_a_worker_is_told_their_own_live_tasks_alone(town):
    give(town, "max", new(town, "quin", "mina"))
    give(town, "max", new(town, "sam", "lou", purpose="sar"))
    give(town, "max", new(town, "quin", "lou", name="Next month", since_on=TODAY + dt.timedelta(1)))
    own = tasks_of(town.actor("quin"), now=NOW)
    assert (own.needs_one, [card.name for card in own.tasks]) == (True, ["Autumn review"])
    assert not tasks_of(town.actor("pru"), now=NOW).needs_one


def test_whom_a_task_is_about_is_not_destroyed_before_it_is_over(town):
    """An answer to somebody who asked for their record cannot be got round by destroying it."""
    ref = give(town, "dot", new(town, "sam", "mum", purpose="sar"))
    said = {"subject_ref": town.refs["mum"], "ground": "entered_wrongly", "why": "A mistake", "seen": 1}
    proposal = propose_destroying(by=town.actor("pru"), **said, now=NOW)
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        decide_proposal(by=town.actor("max"), proposal_ref=proposal, agrees=True, now=NOW)
    end_task(by=town.actor("dot"), task_ref=ref, why="Answered.", now=NOW)
    decide_proposal(by=town.actor("max"), proposal_ref=proposal, agrees=True, now=NOW)
    assert not TaskSubject.objects.exists()
