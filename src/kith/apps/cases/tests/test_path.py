"""The path of help: which step follows which, the clocks they move, and what stays late."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import PathStep
from kith.apps.cases.path import ENDED, NOWHERE, STATES, STEPS, Taken, clocks_after, state_after, steps_from
from kith.apps.cases.projections import ClockCard, PathPage, StepTaken
from kith.apps.cases.services import CannotStep
from kith.apps.records.base import StaleVersion
from kith.engines.drawing.network import Name, Person
from kith.engines.timescales import england_rules
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, rolled_back, worker

WITH_DATABASE = pytest.mark.django_db
MONDAY = dt.date(2026, 11, 2)


def test_the_table_is_complete():
    """Every state but a pregnancy that ended is reached and left again; every rule is one of the catalogue's."""
    reached = {step.after for step in STEPS.values() if step.after}
    assert reached == set(STATES)
    left = {state for state in STATES if any(step.after != state for step in steps_from(state))}
    assert left == set(STATES) - {ENDED}
    rules = {
        rule
        for step in STEPS.values()
        for rule in (*step.starts, *step.needs, *step.meets, *step.meets.values(), *step.stops)
        if rule
    }
    for rule in rules:
        assert england_rules().versions(rule)
    assert all(step.since in ("", *STEPS) for step in STEPS.values())


def test_each_clock_that_is_started_can_end():
    ended = {rule for step in STEPS.values() for rule in (*step.meets, *step.stops)}
    assert started() <= ended


def started() -> set[str]:
    """Every rule whose clock a step starts."""
    return {rule for step in STEPS.values() for rule in (*step.starts, *step.needs, *filter(None, step.meets.values()))}


def test_every_rule_is_started_by_a_step_or_a_contact_or_says_why_by_none():
    reasons = tomllib.loads((Path(__file__).parent / "data" / "started_by_no_step.toml").read_text(encoding="utf-8"))
    by_none = [rule for one in reasons["reasons"] for rule in one["rules"]]
    assert all(one["because"].endswith(".") for one in reasons["reasons"])
    assert len(by_none) == len(set(by_none))
    assert not started() & {*by_none}
    assert started() | {*by_none} == {rule.id for rule in england_rules().rules}


def test_an_assessment_before_birth_meets_its_clock_whichever_was_recorded_first():
    known, assessed = (Taken(step=step, on=MONDAY) for step in ("pregnancy_known", "before_birth"))
    later = replace(known, on=MONDAY + dt.timedelta(days=9))
    for taken in ([known, assessed], [assessed], [assessed, later]):
        runs = {(run.rule, run.is_open) for run in clocks_after(taken)}
        assert runs == {("PREBIRTH_START", False), ("PREBIRTH_CONFERENCE", True), ("ASSESS_45", True)}
        assert len(clocks_after(taken)) == 3
    assert {run.rule for run in clocks_after([known]) if run.is_open} == {"PREBIRTH_START", "PREBIRTH_CONFERENCE"}


def test_from_a_strategy_discussion_to_a_core_group():
    days = [dt.date(2026, 11, day) for day in (2, 4, 20, 27)]
    steps = ("strategy", "section_47", "conference_plan", "core_group")
    taken = [Taken(step=step, on=day) for step, day in zip(steps, days, strict=True)]
    assert state_after(taken) == "plan"
    runs = {run.rule: (run.trigger, run.completed) for run in clocks_after(taken)}
    assert runs["S47_TO_ICPC"] == (days[0], days[2])  # counted from the discussion, not from the enquiry
    assert runs["CORE_FIRST"] == (days[2], days[3])
    assert runs["RCPC_FIRST"] == (days[2], None)
    assert runs["CORE_NEXT"] == (days[3], None)


def test_coming_into_care_stops_the_clocks_of_a_plan():
    steps = ("strategy", "section_47", "conference_plan", "in_care", "care_review", "care_review")
    runs = clocks_after([Taken(step=step, on=MONDAY + dt.timedelta(days=n)) for n, step in enumerate(steps)])
    assert {run.rule for run in runs if run.stopped} == {"CORE_FIRST", "RCPC_FIRST", "CP_VISIT"}
    assert [run.rule for run in runs if run.is_open and "REV" in run.rule] == ["CLA_REVN"]


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("school", kind="school")],
            workers=[worker("ana"), worker("tess", agency="school"), worker("ben")],
        )
        unborn = Person(id="kit", kind="unborn", names=(Name(text="Kit Brook"),), birth=PartialDate("2027-01-30"))
        made.add([family(unborn, person("mum", "Mother Brook")), family(child("ann", "Ann Brook", born="2020-05-01"))])
        made.involve("ann", "ana")
        made.involve("kit", "ana")
        made.involve("kit", "tess")
        yield made


def step(county: Partnership, name: str, on: dt.date, who: str = "ana", **more: str) -> None:
    said = StepTaken(step=name, on=on, **more)
    services.take_step(
        by=county.actor(who),
        child_ref=county.refs["kit"],
        said=said,
        expected_version=PathStep.objects.count(),
        now=NOW,
    )


def page_of(county: Partnership, who: str = "ana", now: dt.datetime = NOW) -> PathPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.path_page(county.actor(who), county.refs["kit"], now=now)


def clock(clocks: tuple[ClockCard, ...], rule: str) -> ClockCard:
    return next(one for one in clocks if one.rule == rule)


@WITH_DATABASE
def test_a_late_conference_stays_late_with_its_reason_beside_it(county):
    step(county, "strategy", MONDAY)
    step(county, "section_47", MONDAY)
    assert clock(page_of(county).running, "S47_TO_ICPC").state == "overdue"
    step(county, "conference_plan", dt.date(2026, 11, 24), delay="Mum was in hospital", agreed_by="the chair")
    page = page_of(county)
    late = clock(page.ended, "S47_TO_ICPC")
    assert (late.state, late.variance_days, late.due_on) == ("met late", 1, dt.date(2026, 11, 23))
    assert late.delay == "Mum was in hospital (agreed by the chair)"
    assert page.state == "Child protection plan"


@WITH_DATABASE
def test_before_birth_the_path_is_the_same_and_the_plan_stays(county):
    step(county, "before_birth", MONDAY)
    step(county, "strategy", MONDAY)
    step(county, "section_47", MONDAY)
    step(county, "conference_plan", dt.date(2026, 11, 16))
    born = dt.datetime(2027, 2, 3, 9, tzinfo=dt.UTC)
    assert page_of(county, now=born).state == "Child protection plan"
    page = page_of(county)
    assert clock((*page.running, *page.ended), "PREBIRTH_CONFERENCE").is_unconfirmed


@WITH_DATABASE
def test_an_assessment_before_birth_is_offered_and_kept_of_a_baby_who_is_expected_alone(county):
    def offered(about: str) -> set[str]:
        with reading("test", by=county.actor("ana"), now=NOW):
            return {name for name, _ in queries.path_page(county.actor("ana"), county.refs[about], now=NOW).next_steps}

    assert offered("kit") - offered("ann") == {"before_birth"}
    said = {"said": StepTaken(step="before_birth", on=MONDAY), "expected_version": 0, "now": NOW}
    with pytest.raises(CannotStep, match="who is expected"):
        services.take_step(by=county.actor("ana"), child_ref=county.refs["ann"], **said)


@WITH_DATABASE
def test_what_does_not_follow_has_yet_to_come_or_is_not_theirs_is_refused(county):
    with pytest.raises(CannotStep, match="does not follow"):
        step(county, "core_group", MONDAY)
    with pytest.raises(CannotStep, match="yet to come"):
        step(county, "strategy", NOW.date() + dt.timedelta(days=1))
    with pytest.raises(CannotStep, match="social care"):
        step(county, "strategy", MONDAY, who="tess")
    with pytest.raises(CannotStep, match="whoever agreed"):
        step(county, "early_help", MONDAY, delay="late")
    with pytest.raises(NothingHere):
        step(county, "strategy", MONDAY, who="ben")
    step(county, "early_help", MONDAY, who="tess")
    with pytest.raises(CannotStep, match="before the step"):
        step(county, "assessment", MONDAY - dt.timedelta(days=1))
    assert {name for name, _ in page_of(county, "tess").next_steps} == {"early_help_assessed", "closed"}


@WITH_DATABASE
def test_only_the_last_step_is_taken_out_and_it_stays_struck_through(county):
    step(county, "early_help", MONDAY)
    step(county, "assessment", MONDAY)
    last, first = page_of(county).steps
    take = {"by": county.actor("ana"), "child_ref": county.refs["kit"], "now": NOW}
    with pytest.raises(NothingHere):
        services.take_out_step(**take, step_ref=first.ref)
    services.take_out_step(**take, step_ref=last.ref)
    page = page_of(county)
    assert page.state == "Early help"
    assert [one.is_taken_out for one in page.steps] == [True, False]


@WITH_DATABASE
def test_of_two_who_record_at_once_one_is_asked_to_look_again(county):
    step(county, "early_help", MONDAY)
    said = StepTaken(step="assessment", on=MONDAY)
    with pytest.raises(StaleVersion):
        services.take_step(by=county.actor("ana"), child_ref=county.refs["kit"], said=said, expected_version=0, now=NOW)


def test_nowhere_is_where_everybody_begins():
    assert state_after([]) == NOWHERE
