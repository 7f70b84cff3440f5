"""The meetings of the steps: planned and held, who came, who was missing and why, and who was not thought of."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere, team_around
from kith.apps.access.services import Destroying, NewSeal, set_seal
from kith.apps.audit.services import Deed, load, reading
from kith.apps.cases import queries, services
from kith.apps.cases.meetings import CannotMeet, groups, meetings
from kith.apps.cases.models import MeetingGuest, StepMeeting
from kith.apps.cases.path import STEPS, Taken, clocks_after
from kith.apps.cases.projections import GuestTold, MeetingCard, MeetingTold, StepTaken
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

WITH_DATABASE = pytest.mark.django_db
TODAY = NOW.date()
ON = dt.date(2026, 11, 16)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[
                agency("council", "front-door"),
                agency("health", kind="community_health"),
                agency("yard, east", kind="police"),
            ],
            workers=[worker("ana"), worker("mia", agency="health"), worker("pol", agency="yard, east"), worker("ben")],
        )
        made.add([family(child("ivy", "Ivy Brook"), person("mum", "Mother Brook"), person("dad", "Father Brook"))])
        for who in ("ana", "mia", "pol"):
            made.involve("ivy", who)
        yield made


def on_team(county: Partnership, who: str) -> str:
    team = team_around(county.actor("ana"), county.refs["ivy"], now=NOW)
    return next(one.ref for one in team if one.name.casefold().startswith(who))


def guest(county: Partnership, who: str, presence: str, why: str = "") -> GuestTold:
    if who in groups():
        return GuestTold(kind="group", key=who, presence=presence, why=why, says=who)
    if who in county.refs:
        return GuestTold(kind="family", key=county.refs[who], presence=presence, why=why, says=who)
    return GuestTold(kind="worker", key=on_team(county, who), presence=presence, why=why, says=who)


def keep(
    county: Partnership, *guests: GuestTold, on: dt.date = ON, ref: str = "", version: int = 0, **more: str
) -> str:
    told = MeetingTold(**{"kind": "strategy", "on": on, "at": "14.30", "place": "By video", "guests": guests} | more)  # type: ignore[arg-type]
    return services.keep_meeting(
        by=county.actor("ana"),
        child_ref=county.refs["ivy"],
        told=told,
        meeting_ref=ref,
        expected_version=version,
        now=NOW,
    )


def cards(county: Partnership, who: str = "ana", now: dt.datetime = NOW) -> tuple[MeetingCard, ...]:
    with reading("test", by=county.actor(who), now=now):
        return queries.path_page(county.actor(who), county.refs["ivy"], now=now).meetings


@WITH_DATABASE
def test_who_came_who_was_missing_and_why_and_whom_nobody_thought_of(county):
    keep(
        county,
        guest(county, "ana", "came"),
        guest(county, "pol", "came"),
        guest(county, "mia", "away", "On leave, and nobody stood in"),
        guest(county, "mum", "came"),
        guest(county, "dad", "not_invited", "Nobody had his address"),
        guest(county, "probation", "not_invited", "Nobody thought of it"),
    )
    (card,) = cards(county)
    assert (card.says, card.on, card.at, card.place) == ("Strategy discussion", ON, "14:30", "By video")
    assert [one.split(",")[0] for one in card.came] == ["Ana Worker", "Pol Worker", "Mother Brook"]
    assert [(name.split(",")[0], why) for name, _, why in card.missing] == [
        ("Mia Worker", "On leave, and nobody stood in"),
        ("Father Brook", "Nobody had his address"),
        ("Probation", "Nobody thought of it"),
    ]
    assert card.not_thought_of == ("School or nursery",)


@WITH_DATABASE
def test_a_plan_becomes_held_with_its_step_and_a_day_alone_does_not(county):
    ahead = TODAY + dt.timedelta(days=7)
    ref = keep(county, guest(county, "mum", "invited"), on=ahead)
    assert [one.stands for one in cards(county)] == ["Planned"]
    with pytest.raises(CannotMeet, match="yet to come"):
        keep(county, guest(county, "mum", "came"), on=ahead, ref=ref, version=1)
    keep(county, guest(county, "mum", "came"), ref=ref, version=1)
    assert [one.stands for one in cards(county)] == ["No step is recorded for it yet"]
    said = StepTaken(step="strategy", on=ON)
    services.take_step(by=county.actor("ana"), child_ref=county.refs["ivy"], said=said, expected_version=0, now=NOW)
    assert [one.stands for one in cards(county)] == ["Held"]
    assert MeetingGuest.objects.filter(meeting__ref=ref).count() == 2  # what was said before stays on record


@WITH_DATABASE
def test_the_form_of_a_step_finds_its_meeting_and_offers_team_groups_and_family(county):
    said = StepTaken(step="strategy", on=ON)
    services.take_step(by=county.actor("ana"), child_ref=county.refs["ivy"], said=said, expected_version=0, now=NOW)
    ref = keep(county, guest(county, "mum", "came"))
    with reading("test", by=county.actor("ana"), now=NOW):
        page = queries.path_page(county.actor("ana"), county.refs["ivy"], now=NOW)
        form = queries.meeting_form(county.actor("ana"), county.refs["ivy"], step_ref=page.steps[0].ref, now=NOW)
    assert (form.ref, form.version, form.told.kind, form.told.on) == (ref, 1, "strategy", ON)
    offered = {(one.kind, one.says.split(",")[0]): one.presence for one in form.offered}
    assert offered["family", "Mother Brook"] == "came"
    assert {says for kind, says in offered if kind == "worker"} == {"Ana Worker", "Mia Worker", "Pol Worker"}
    assert {one.key for one in form.offered if one.kind == "group"} == {"education", "probation"}


@WITH_DATABASE
def test_whoever_is_sealed_is_in_no_meeting_of_those_off_the_list(county):
    keep(county, guest(county, "dad", "not_invited", "He is in a refuge"), guest(county, "mum", "came"))
    seal = NewSeal(kind="adoption", why="He must not be found.")
    set_seal(by=county.actor("mia"), subject_ref=county.refs["dad"], seal=seal, now=NOW)
    (card,) = cards(county)
    assert (card.missing, card.came) == ((), ("Mother Brook",))
    assert [name for name, _, _ in cards(county, "mia")[0].missing] == ["Father Brook"]
    with pytest.raises(NothingHere):
        keep(county, guest(county, "dad", "came"), on=TODAY)
    keep(county, guest(county, "mum", "came"), ref=card.ref, version=1)  # by somebody to whom he is closed
    assert [name for name, _, _ in cards(county, "mia")[0].missing] == ["Father Brook"]


@WITH_DATABASE
@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"kind": "party"}, "what kind"),
        ({"at": "half past"}, "time such as"),
        ({"on": TODAY + dt.timedelta(days=800)}, "more than a year"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(county, more, says):
    with pytest.raises(CannotMeet, match=says):
        keep(county, **more)
    with pytest.raises(CannotMeet, match="Say why mum was not there"):
        keep(county, guest(county, "mum", "away"))
    assert not StepMeeting.objects.exists()


@WITH_DATABASE
def test_pressed_twice_it_is_one_meeting_of_two_who_change_one_looks_again_and_it_can_be_taken_out(county):
    ref = keep(county)
    with pytest.raises(CannotMeet, match="on record already"):
        keep(county)
    keep(county, ref=ref, version=1)
    with pytest.raises(StaleVersion):
        keep(county, ref=ref, version=1)
    take = {"child_ref": county.refs["ivy"], "meeting_ref": ref, "now": NOW}
    with pytest.raises(NothingHere):
        services.take_out_meeting(by=county.actor("ben"), **take)
    services.take_out_meeting(by=county.actor("ana"), **take)
    assert [one.is_taken_out for one in cards(county)] == [True]
    keep(county)


@WITH_DATABASE
def test_nobody_off_the_team_is_named_and_nothing_is_left_of_whoever_is_destroyed(county):
    with pytest.raises(NothingHere):
        keep(county, GuestTold(kind="worker", key="0" * 26, presence="came"))
    keep(county, guest(county, "mum", "came"))
    change = Destroying(subject_ref=county.refs["mum"], subject_id=county.subject_ids["mum"], seen=1, merge_refs=())
    with load("test", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(change, Deed(), now=NOW)
    assert not MeetingGuest.objects.exists()


def test_every_meeting_belongs_to_steps_of_the_path_and_asks_groups_that_there_are():
    named = [step for one in meetings().values() for step in one.steps]
    assert set(named) <= set(STEPS)
    assert len(named) == len(set(named))
    assert {name for one in meetings().values() for name in one.asks} <= set(groups())


def test_the_clock_of_an_enquiry_counts_from_the_discussion_that_began_it():
    days = {"strategy": 2, "no_enquiry": 3, "strategy again": 9, "section_47": 11, "born": 12}
    taken = [Taken(step=name.split()[0], on=dt.date(2026, 11, day)) for name, day in days.items()]
    (run,) = (run for run in clocks_after(taken) if run.rule == "S47_TO_ICPC")
    assert (run.trigger, run.is_open) == (dt.date(2026, 11, 9), True)
