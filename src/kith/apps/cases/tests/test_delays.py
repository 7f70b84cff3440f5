"""Reasons for a delay: they stand beside a clock in their order, and never make late into met."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import PathStep
from kith.apps.cases.projections import ClockCard, DelayTold, StepTaken
from kith.apps.cases.services import CannotExplain
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, rolled_back, worker

pytestmark = pytest.mark.django_db
MONDAY, FRIDAY = dt.date(2026, 11, 2), dt.date(2026, 11, 27)
RULE = "S47_TO_ICPC"
POLICE = DelayTold(
    reason="criminal",
    words="They ask us to wait.",
    done="They join on Friday.",
    agreed_by="The chair",
    look_again_on=FRIDAY,
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """A child whose first conference was due yesterday."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("school", kind="school")],
            workers=[worker("ana"), worker("tess", agency="school"), worker("ben")],
        )
        made.add([family(child("kit", "Kit Brook"), person("mum", "Mother Brook"))])
        made.involve("kit", "ana")
        made.involve("kit", "tess")
        step(made, "strategy")
        step(made, "section_47")
        yield made


def step(county: Partnership, name: str, on: dt.date = MONDAY) -> None:
    services.take_step(
        by=county.actor("ana"),
        child_ref=county.refs["kit"],
        said=StepTaken(step=name, on=on),
        expected_version=PathStep.objects.count(),
        now=NOW,
    )


def begun(name: str = "section_47") -> str:
    return PathStep.objects.get(step=name).ref


def explain(county: Partnership, told: DelayTold = POLICE, who: str = "ana", rule: str = RULE) -> None:
    services.explain_delay(
        by=county.actor(who), child_ref=county.refs["kit"], step_ref=begun(), rule=rule, told=told, now=NOW
    )


def clocks(county: Partnership, who: str = "ana", now: dt.datetime = NOW) -> dict[str, ClockCard]:
    with reading("test", by=county.actor(who), now=now):
        page = queries.path_page(county.actor(who), county.refs["kit"], now=now)
    return {one.rule: one for one in (*page.running, *page.ended)}


def test_reasons_stand_in_their_order_and_the_clock_stays_late(county):
    explain(county)
    explain(county, replace(POLICE, reason="missed"))
    clock = clocks(county)[RULE]
    assert clock.state == "overdue"
    assert [one.says for one in clock.reasons] == ["A police investigation or a criminal trial", "We missed it"]
    assert clock.reasons[0].by == "Ana Worker, Council"
    step(county, "conference_plan", on=NOW.date())
    clock = clocks(county)[RULE]
    assert (clock.state, clock.variance_days, len(clock.reasons)) == ("met late", 1, 2)
    explain(county, DelayTold(reason="too_few", agreed_by="nobody yet"))
    assert AuditRow.objects.filter(event="cases.clock.delay_explained").count() == 3


def test_whoever_may_only_read_sees_the_reason_and_adds_none(county):
    explain(county)
    seen = clocks(county, "tess")[RULE]
    assert (seen.reasons[0].words, seen.may_explain) == ("They ask us to wait.", False)
    with pytest.raises(CannotExplain, match="social care"):
        explain(county, who="tess")
    with pytest.raises(NothingHere):
        explain(county, who="ben")


def test_a_reason_comes_back_on_its_day(county):
    explain(county)
    days = [clocks(county, now=NOW + dt.timedelta(days=n))[RULE].reasons[0].is_look_due for n in (0, 2, 3)]
    assert days == [False, False, True]


def test_a_wrong_reason_is_taken_out_and_stays_struck_through(county):
    explain(county)
    ref = clocks(county)[RULE].reasons[0].ref
    take_out = {"child_ref": county.refs["kit"], "reason_ref": ref, "now": NOW}
    with pytest.raises(NothingHere):
        services.take_out_delay(by=county.actor("ben"), **take_out)
    services.take_out_delay(by=county.actor("ana"), **take_out)
    assert [one.is_taken_out for one in clocks(county)[RULE].reasons] == [True]
    with pytest.raises(NothingHere):
        services.take_out_delay(by=county.actor("ana"), **take_out)


def looks(county: Partnership, who: str, days: int) -> list[str]:
    now = NOW + dt.timedelta(days=days)
    with reading("test", by=county.actor(who), now=now):
        return [one.says for one in queries.delays_to_look_at(county.actor(who), now=now)]


def test_on_its_day_it_stands_before_whose_clock_it_is_until_somebody_has_looked(county):
    explain(county)
    assert looks(county, "ana", 2) == []
    (says,) = looks(county, "ana", 3)
    assert says.startswith("Kit Brook: look again at why it is late: Initial child protection")
    assert (looks(county, "tess", 3), looks(county, "ben", 3)) == ([], [])
    explain(county, replace(POLICE, look_again_on=FRIDAY + dt.timedelta(days=7)))
    assert looks(county, "ana", 3) == []
    assert [one.is_look_due for one in clocks(county, now=NOW + dt.timedelta(days=3))[RULE].reasons] == [False, False]
    assert len(looks(county, "ana", 10)) == 1
    step(county, "conference_plan", on=NOW.date())
    assert looks(county, "ana", 10) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reason": "weather"}, "from the list"),
        ({"reason": "other", "words": " "}, "your own words"),
        ({"agreed_by": ""}, "Nobody yet"),
        ({"done": ""}, "what is done"),
        ({"look_again_on": None}, "which day"),
        ({"look_again_on": MONDAY}, "over"),
    ],
)
def test_a_record_that_says_too_little_is_refused(county, changed, says):
    with pytest.raises(CannotExplain, match=says):
        explain(county, replace(POLICE, **changed))


def test_a_clock_met_in_time_has_nothing_to_explain_and_no_other_clock_is_there(county):
    step(county, "conference_plan", on=dt.date(2026, 11, 20))
    with pytest.raises(CannotExplain, match="has ended"):
        explain(county)
    with pytest.raises(NothingHere):
        explain(county, rule="CORE_FIRST")
