"""A baby from the first word to the front door until after the birth: one record, and every way to be wrong."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.models import Involvement, SealScope
from kith.apps.access.queries import NothingHere, team_around
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import Begun, PathStep
from kith.apps.cases.path import BORN, STEPS, Taken, clocks_after, state_after
from kith.apps.cases.projections import BabyTold, BornTold, ContactPage, EndedTold, PathPage, StepTaken, Told
from kith.apps.cases.services import CannotStep, CannotTakeBack
from kith.apps.people.models import Person as PersonRow
from kith.apps.people.models import PersonName, Tie
from kith.apps.people.queries import (
    births_to_look_at,
    expected_words,
    family_of,
    find_children,
    my_children,
    person_view,
)
from kith.apps.people.services import CannotBeBorn, CannotExpect
from kith.apps.records.base import StaleVersion
from kith.engines.drawing.network import Person
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
BOOKED = dt.date(2026, 11, 2)
DUE = "2026-11-30"
BORN_ON = dt.date(2026, 11, 23)
LATER = NOW + dt.timedelta(days=30)
WORRY = Told(words="She has missed every scan.", unborn=True, expected="2027-02-19", mother="Tegan Marl")


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("health", kind="health")],
            workers=[
                worker("fay", "front_door", teams=["front-door"], clearance=2),
                worker("ana"),
                worker("mia", agency="health"),
                worker("ben", agency="health"),
            ],
        )
        baby = Person(id="bump", kind="unborn", birth=PartialDate(DUE))
        people = (baby, person("mum", "Tegan Marl"), person("dad", "Corey Nudd"), child("sis", "Lark Marl"))
        made.add([family(*people, unions=[couple("mum", "dad", children=["bump", "sis"])], centres=["bump", "sis"])])
        for who in ("ana", "mia"):
            made.involve("bump", who)
        yield made


def step(county: Partnership, name: str, on: dt.date) -> None:
    services.take_step(
        by=county.actor("ana"),
        child_ref=county.refs["bump"],
        said=StepTaken(step=name, on=on),
        expected_version=page_of(county).version,
        now=NOW,
    )


def page_of(county: Partnership, ref: str = "", who: str = "ana", now: dt.datetime = NOW) -> PathPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.path_page(county.actor(who), ref or county.refs["bump"], now=now)


def birth(county: Partnership, on: dt.date = BORN_ON, who: str = "mia", name: str = "Kit Marl") -> str:
    return services.record_birth(
        by=county.actor(who),
        child_ref=county.refs["bump"],
        told=BornTold(on=on, name=name, sex="F"),
        expected_version=page_of(county).version,
        now=NOW,
    )


def take_out(county: Partnership, step_ref: str) -> None:
    services.take_out_step(by=county.actor("ana"), child_ref=county.refs["bump"], step_ref=step_ref, now=NOW)


def row(county: Partnership) -> PersonRow:
    return PersonRow.objects.get(subject__ref=county.refs["bump"])


def running(page: PathPage) -> set[str]:
    return {clock.rule for clock in page.running}


def with_a_plan(county: Partnership) -> None:
    for name, day in (("before_birth", 2), ("strategy", 3), ("section_47", 4), ("conference_plan", 16)):
        step(county, name, dt.date(2026, 11, day))


def test_the_path_with_its_clocks_workers_and_history_stays_when_the_baby_is_born(county):
    with_a_plan(county)
    before, team = page_of(county), [member.ref for member in team_of(county)]
    birth(county)
    after = page_of(county)
    assert (after.state, running(after)) == (before.state, running(before))
    assert [one.ref for one in after.steps[1:]] == [one.ref for one in before.steps]
    assert after.steps[0].more == "It was expected on 30 November 2026."
    assert [member.ref for member in team_of(county)] == team
    assert (row(county).kind, row(county).birth, row(county).sex) == ("child", PartialDate("2026-11-23"), "F")
    assert [one.name for one in found(county, "Kit Marl")] == ["Kit Marl"]


def team_of(county: Partnership) -> tuple:
    return team_around(county.actor("ana"), county.refs["bump"], now=NOW)


def found(county: Partnership, words: str) -> tuple:
    with reading("test", by=county.actor("ana"), now=NOW):
        return find_children(county.actor("ana"), words, now=NOW)


def test_an_unborn_child_is_expected_and_has_no_age(county):
    with reading("test", by=county.actor("ana"), now=NOW):
        (mine,) = my_children(county.actor("ana"), now=LATER)
        view = person_view(county.actor("ana"), county.refs["bump"], now=LATER)
    assert (mine.age, mine.born, mine.expected) == ("", "", "expected on 30 November 2026")
    assert (view.age, expected_words(view.person)) == ("", "expected on 30 November 2026")


def test_a_birth_that_is_recorded_late_stands_on_its_day_and_the_path_goes_on(county):
    with_a_plan(county)
    birth(county, on=dt.date(2026, 11, 10))
    assert [one.says for one in page_of(county).steps][1] == "The baby is born"
    step(county, "core_group", dt.date(2026, 11, 20))
    assert page_of(county).state == "Child protection plan"


def test_a_birth_ends_what_had_to_be_before_it_and_says_why(county):
    step(county, "before_birth", BOOKED)
    birth(county)
    (ended,) = (clock for clock in page_of(county).ended if clock.rule == "PREBIRTH_CONFERENCE")
    runs = clocks_after([Taken(step="before_birth", on=BOOKED), Taken(step=BORN, on=BORN_ON)])
    assert [(run.rule, run.why) for run in runs if run.stopped] == [(ended.rule, "the baby was born")]
    assert "ASSESS_45" in running(page_of(county))


def test_a_wrong_press_is_taken_back_whole(county):
    with_a_plan(county)
    was = page_of(county)
    take_out(county, birth(county, name="Wrong Name"))
    assert (row(county).kind, row(county).birth, row(county).sex) == ("unborn", PartialDate(DUE), "")
    assert not PersonName.objects.filter(person=row(county), withdrawn_at=None).exists()
    assert (page_of(county).state, running(page_of(county))) == (was.state, running(was))
    assert page_of(county).steps[0].is_taken_out
    birth(county)
    assert row(county).kind == "child"


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (NOW.date() + dt.timedelta(days=1), "yet to come"),
        (dt.date(2026, 11, 1), "assessment before birth began"),
        (dt.date(2025, 11, 23), "weeks before"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_one_sentence(county, on, says):
    if on.year == BOOKED.year:
        step(county, "before_birth", BOOKED)
    with pytest.raises(KithError, match=says):
        birth(county, on=on)
    assert row(county).kind == "unborn"


def test_nobody_is_born_twice_and_of_two_at_once_one_looks_again(county):
    birth(county)
    with pytest.raises(CannotBeBorn, match="already"):
        birth(county)
    stale = {"by": county.actor("mia"), "child_ref": county.refs["bump"], "expected_version": 0, "now": NOW}
    take_out(county, page_of(county).steps[0].ref)
    with pytest.raises(StaleVersion):
        services.record_birth(told=BornTold(on=BORN_ON), **stale)
    assert row(county).kind == "unborn"  # the whole deed is undone


def test_who_is_not_on_the_team_records_no_birth(county):
    with pytest.raises(NothingHere):
        birth(county, who="ben")
    with pytest.raises(CannotStep, match="form of its own"):
        step(county, BORN, BORN_ON)


def test_a_pregnancy_that_ended_ends_every_clock_with_that_reason_and_meets_none(county):
    with_a_plan(county)
    told = EndedTold(on=BORN_ON, how="miscarriage")
    ref = services.record_pregnancy_ended(
        by=county.actor("mia"), child_ref=county.refs["bump"], told=told, expected_version=4, now=NOW
    )
    page = page_of(county)
    assert (page.state, page.running, page.next_steps) == ("The pregnancy ended", (), ())
    runs = clocks_after([Taken(step=s.step, on=s.on_day) for s in PathStep.objects.order_by("on_day", "number")])
    assert {run.why for run in runs if run.completed is None} == {"the pregnancy ended"}
    assert row(county).loss == "miscarriage"
    with pytest.raises(CannotStep):
        step(county, "core_group", NOW.date())
    take_out(county, ref)
    assert (row(county).loss, row(county).death, row(county).has_died) == ("", None, False)
    assert page_of(county).state == "Child protection plan"


def test_no_step_follows_a_pregnancy_that_ended():
    ended = next(one.after for one in STEPS.values() if one.name == "pregnancy_ended")
    assert not any(ended in one.before for one in STEPS.values())
    assert state_after([Taken(step="strategy", on=BOOKED), Taken(step=BORN, on=BORN_ON)]) == "strategy"


def test_two_weeks_after_the_day_somebody_is_asked_to_look(county):
    due = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
    assert looks(county, due + dt.timedelta(days=14)) == ()
    (one,) = looks(county, due + dt.timedelta(days=15))
    assert (one.ref, "expected on 30 November 2026" in one.says) == (county.refs["bump"], True)
    assert looks(county, due + dt.timedelta(days=15), who="ben") == ()
    birth(county)
    assert looks(county, due + dt.timedelta(days=15)) == ()


def looks(county: Partnership, now: dt.datetime, who: str = "ana") -> tuple:
    with reading("test", by=county.actor(who), now=now):
        return births_to_look_at(county.actor(who), now=now)


def twin(county: Partnership, name: str = "Wren Marl", version: int = 0, on: dt.date = BORN_ON) -> str:
    return services.begin_twin(
        by=county.actor("mia"),
        child_ref=county.refs["bump"],
        told=BornTold(on=on, name=name),
        expected_version=version,
        now=NOW,
    )


def test_a_twin_begins_with_the_same_workers_people_and_path(county):
    with_a_plan(county)
    birth(county)
    second = twin(county)
    first, page = page_of(county), page_of(county, second)
    assert [(one.says, one.on) for one in page.steps] == [(one.says, one.on) for one in first.steps]
    assert {(clock.rule, clock.due_on) for clock in page.running} == {(c.rule, c.due_on) for c in first.running}
    workers = [one.user_id for one in Involvement.objects.filter(subject__ref=second).order_by("user")]
    assert workers == sorted(county.actor(who).id for who in ("ana", "mia"))
    ties = Tie.objects.filter(b__subject__ref=second)
    told = {(tie.kind, tie.a.subject.ref) for tie in ties}
    parents = {("birth", county.refs[who]) for who in ("mum", "dad")}
    assert told == parents | {("born_together", county.refs["bump"])}
    with pytest.raises(StaleVersion):
        twin(county)  # pressed twice
    with pytest.raises(CannotExpect, match="yet to come"):
        twin(county, version=1, on=NOW.date() + dt.timedelta(days=1))
    third = twin(county, "Rook Marl", version=1)
    assert Tie.objects.filter(kind="born_together", b__subject__ref=third).count() == 2


def test_a_twin_is_as_closed_as_the_first_and_tells_nothing_sealed_again(county):
    birth(county)
    tie = Tie.objects.get(a__subject__ref=county.refs["dad"], b__subject__ref=county.refs["bump"])
    seal(county, record=tie.ref)
    second = twin(county)
    assert not Tie.objects.filter(a__subject__ref=county.refs["dad"], b__subject__ref=second).exists()
    seal(county, record="")
    third = twin(county, "Rook Marl", version=1)
    assert SealScope.objects.filter(subject__ref=third, record_ref="").exists()
    with pytest.raises(NothingHere):
        page_of(county, third, who="ana")


def seal(county: Partnership, record: str) -> None:
    records = (("tie", record),) if record else ()
    new = NewSeal(kind="safe_address", why="It was said to one of us.", records=records)
    set_seal(by=county.actor("mia"), subject_ref=county.refs["bump"], seal=new, now=NOW)


def test_a_twin_begun_by_mistake_is_taken_back_while_nothing_was_added(county):
    birth(county)
    second = twin(county)
    assert services.take_back_record(by=county.actor("mia"), child_ref=second, now=NOW) == county.refs["bump"]
    assert found(county, "Wren Marl") == ()
    with pytest.raises(NothingHere), reading("test", by=county.actor("ana"), now=NOW):
        family_of(county.actor("ana"), second, now=NOW)
    third = twin(county, "Wren Marl")
    said = StepTaken(step="early_help", on=NOW.date())
    moment = NOW + dt.timedelta(minutes=1)
    services.take_step(by=county.actor("ana"), child_ref=third, said=said, expected_version=1, now=moment)
    with pytest.raises(CannotTakeBack):
        services.take_back_record(by=county.actor("mia"), child_ref=third, now=moment)


def told_of(county: Partnership, told: Told = WORRY) -> str:
    return services.tell_as_worker(by=county.actor("mia"), told=told, now=NOW).ref


def contact_of(county: Partnership, ref: str) -> ContactPage:
    with reading("test", by=county.actor("fay"), now=NOW):
        return queries.contact_page(county.actor("fay"), ref, now=NOW)


def begin(
    county: Partnership,
    ref: str,
    version: int = 1,
    mother_ref: str = "",
    mother_name: str = "Tegan Marl",
    day: str = "2027-02-19",
) -> str:
    baby = BabyTold(expected=PartialDate(day), mother_ref=mother_ref, mother_name=mother_name)
    return services.begin_unborn(by=county.actor("fay"), contact_ref=ref, baby=baby, expected_version=version, now=NOW)


def test_a_contact_about_a_baby_becomes_a_record_with_the_path_of_any_child(county):
    ref = told_of(county)
    page = contact_of(county, ref)
    assert (page.line.about, page.expected) == ("Baby of Tegan Marl", "expected on 19 February 2027")
    assert page.may_begin
    baby = begin(county, ref)
    after = contact_of(county, ref)
    assert ([one.ref for one in after.people], after.may_begin) == ([baby], False)
    path = page_of(county, baby, who="fay")
    assert {"before_birth", "strategy"} <= {name for name, _ in path.next_steps}
    assert len(path.contacts) == 1
    with pytest.raises(StaleVersion):
        begin(county, ref)  # pressed twice
    assert Begun.objects.count() == 1
    assert services.take_back_record(by=county.actor("fay"), child_ref=baby, now=NOW) == ref
    assert contact_of(county, ref).may_begin


def test_an_assessment_before_birth_is_recorded_late_where_the_pregnancy_was_known_and_on_a_day_before_it(county):
    baby = begin(county, told_of(county), day=DUE)
    at = {"by": county.actor("fay"), "child_ref": baby, "now": NOW}
    told = BornTold(on=BORN_ON, name="Kit Marl", sex="F")
    services.record_birth(told=told, expected_version=1, **at)
    assert "before_birth" in dict(page_of(county, baby, who="fay").next_steps)
    with pytest.raises(CannotStep, match="before that day"):
        services.take_step(said=StepTaken(step="before_birth", on=BORN_ON), expected_version=2, **at)
    services.take_step(said=StepTaken(step="before_birth", on=BOOKED), expected_version=2, **at)
    services.take_step(said=StepTaken(step="assessed", on=BORN_ON), expected_version=3, **at)
    assert "before_birth" not in dict(page_of(county, baby, who="fay").next_steps)


def test_the_mother_on_record_is_the_mother_and_one_who_is_closed_is_not_there(county):
    ref = told_of(county)
    baby = begin(county, ref, mother_ref=county.refs["mum"])
    assert Tie.objects.get(b__subject__ref=baby).a.subject.ref == county.refs["mum"]
    other = told_of(county)
    seal_mum = NewSeal(kind="safe_address", why="She is in danger.")
    set_seal(by=county.actor("mia"), subject_ref=county.refs["mum"], seal=seal_mum, now=NOW)
    for closed in (county.refs["mum"], "0" * 26):
        with pytest.raises(NothingHere):
            begin(county, other, mother_ref=closed)
    baby = begin(county, other, mother_name=county.refs["mum"])  # a ref that somebody once learnt, written as a name
    assert Tie.objects.get(b__subject__ref=baby).a.subject.ref != county.refs["mum"]


def test_a_baby_is_found_by_the_mothers_name_by_whoever_may_see_both(county):
    baby = begin(county, told_of(county), mother_name="Bryony Ashgrove")
    second = told_of(county, Told(words="No scan yet.", unborn=True, mother="Bryony Ashgrove"))
    (one,) = contact_of(county, second).suggested
    assert (one.ref, one.age) == (baby, "baby of Bryony Ashgrove, expected on 19 February 2027")
    services.link_person(by=county.actor("fay"), contact_ref=second, subject_ref=baby, expected_version=1, now=NOW)
    assert not contact_of(county, second).may_begin  # the same baby is not begun twice
    with pytest.raises(KithError, match="nobody’s mother"):
        begin(county, told_of(county), mother_ref=baby)
    assert found(county, "Bryony Ashgrove") == ()  # Ana works with neither


def test_a_mother_who_is_sealed_finds_no_baby_for_whoever_is_off_the_list(county):
    assert [one.mother for one in found(county, "Tegan Marl")] == ["Tegan Marl"]
    seal_mum = NewSeal(kind="safe_address", why="She is in danger.")
    set_seal(by=county.actor("mia"), subject_ref=county.refs["mum"], seal=seal_mum, now=NOW)
    assert found(county, "Tegan Marl") == ()


@pytest.mark.parametrize("day", ["2029-11-24", "2026-01-02", "2031"])
def test_no_baby_is_expected_years_ahead_or_long_ago(county, day):
    with pytest.raises(CannotExpect):
        told_of(county, Told(words="Missed scans.", unborn=True, expected=day))
    ref = told_of(county)
    with pytest.raises(CannotExpect):
        begin(county, ref, day=day)
    assert Begun.objects.count() == 0
