"""The county's word on a timescale: from its day on the clocks judge by it, and whoever may not say so is refused."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.cases import queries, services
from kith.apps.cases.clocks import clock_of
from kith.apps.cases.models import ConfirmedRule
from kith.apps.cases.projections import RuleTold
from kith.apps.cases.services import CannotConfirm
from kith.engines.timescales import CannotReadRules, Unit, england_rules
from kith.testing.factories import NOW, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
OCTOBER = dt.date(2026, 10, 1)
TOLD = RuleTold(valid_from=OCTOBER, decided_by="The partners", written_in="Manual, part 3")
RULE = "EHA_COMPLETE"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        roles = {"abe": "administrator", "pru": "practitioner", "ada": "analyst"}
        yield partnership(agencies=[agency("council")], workers=[worker(key, role) for key, role in roles.items()])


def confirm(county: Partnership, told: RuleTold = TOLD, rule: str = RULE, who: str = "abe") -> str:
    services.confirm_rule(by=county.actor(who), rule=rule, told=told, now=NOW)
    return ConfirmedRule.objects.latest("pk").ref


def take_back(county: Partnership, ref: str, until: dt.date, why: str = "It was the draft.") -> None:
    services.take_back_rule(by=county.actor("abe"), rule=RULE, confirmed_ref=ref, holds_until=until, why=why, now=NOW)


def due(*triggers: dt.date) -> list[object]:
    return [clock_of(RULE, trigger, now=NOW).due_on or "unconfirmed" for trigger in triggers]


def test_clocks_judge_by_it_for_triggers_from_its_day_on(county):
    before, since = dt.date(2026, 9, 30), dt.date(2026, 11, 2)
    unconfirmed = clock_of(RULE, since, now=NOW)
    assert (unconfirmed.is_unconfirmed, unconfirmed.state, unconfirmed.due_on) == (True, "", None)
    confirm(county)
    assert due(before, OCTOBER, since) == ["unconfirmed", dt.date(2026, 11, 12), dt.date(2026, 12, 14)]
    confirm(county, replace(TOLD, valid_from=since, count=2, unit="weeks"))
    assert due(OCTOBER, since) == [dt.date(2026, 11, 12), dt.date(2026, 11, 16)]
    assert AuditRow.objects.filter(event="cases.rule.confirmed").count() == 2


def test_what_is_taken_back_is_unconfirmed_again_from_that_day(county):
    ref = confirm(county)
    take_back(county, ref, dt.date(2026, 11, 1))
    assert due(OCTOBER, dt.date(2026, 11, 2)) == [dt.date(2026, 11, 12), "unconfirmed"]
    with pytest.raises(NothingHere):
        take_back(county, ref, OCTOBER)
    (said,) = queries.rule_page(county.actor("abe"), RULE, now=NOW).said
    assert (said.taken_back_why, said.may_take_back) == ("It was the draft.", False)
    assert AuditRow.objects.latest("pk").event == "cases.rule.taken_back"


def test_a_wrong_word_is_taken_back_from_its_first_day_and_said_anew(county):
    ref = confirm(county, replace(TOLD, count=3, unit="weeks"))
    with pytest.raises(CannotConfirm, match="already"):
        confirm(county)
    with pytest.raises(CannotConfirm, match="began on 1 October"):
        take_back(county, ref, dt.date(2026, 9, 30))
    with pytest.raises(CannotConfirm, match="why"):
        take_back(county, ref, OCTOBER, why=" ")
    take_back(county, ref, OCTOBER)
    confirm(county)
    assert due(OCTOBER) == [dt.date(2026, 11, 12)]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"decided_by": ""}, "who decided"),
        ({"written_in": " "}, "where it is written"),
        ({"count": 3}, "both a number"),
        ({"count": -1, "unit": "weeks"}, "from 0 to 2,000"),
        ({"count": 3, "unit": "hours"}, "of working days, calendar days, weeks"),
    ],
)
def test_a_word_that_says_too_little_is_refused(county, changed, says):
    with pytest.raises(CannotConfirm, match=says):
        confirm(county, replace(TOLD, **changed))


def test_what_the_law_says_is_not_the_countys_to_say(county):
    for rule in ("CORE_FIRST", "FGDM_GATE", "NO_SUCH_RULE"):
        with pytest.raises(NothingHere):
            confirm(county, rule=rule)
    with pytest.raises(CannotReadRules, match="as it stands"):
        confirm(county, replace(TOLD, count=9, unit="weeks"), rule="CDR_MEETING")


def test_roles_without_the_action_see_or_say_nothing(county):
    with pytest.raises(NothingHere):
        confirm(county, who="pru")
    with pytest.raises(NothingHere):
        queries.rule_page(county.actor("pru"), RULE, now=NOW)
    with pytest.raises(NothingHere):
        queries.rules_page(county.actor("ada"), now=NOW)
    assert not queries.rules_page(county.actor("pru"), now=NOW).may_keep


def test_the_page_says_what_waits_what_the_county_said_and_when_the_holidays_run_out(county):
    confirm(county)
    page = queries.rules_page(county.actor("abe"), now=NOW)
    assert [one.id for one in page.own] == [RULE]
    assert page.own[0].source == "Manual, part 3 (The partners)"
    assert RULE not in {one.id for one in page.unconfirmed} and len(page.unconfirmed) > 10
    assert not page.holidays.runs_out_soon
    late = dt.datetime(2028, 11, 20, 9, tzinfo=dt.UTC)
    assert queries.rules_page(county.actor("abe"), now=late).holidays.runs_out_soon


@pytest.mark.parametrize(
    ("asked", "which", "found"),
    [
        ("core group", "", {"CORE_FIRST", "CORE_NEXT"}),
        ("S47", "", {"S47_TO_ICPC"}),
        ("placement vis", "", {"CLA_VISIT_FIRST", "CLA_VISIT_NEXT", "CLA_VISIT_LONG_TERM"}),
        ("core", "unconfirmed", {"CORE_NEXT"}),
        ("", "own", {RULE}),
        ("xylophone", "", set()),
        ("\x00 %' _", "nonsense", None),
    ],
)
def test_a_timescale_is_found_by_any_of_its_words_and_by_where_it_stands(county, asked, which, found):
    confirm(county)
    page = queries.rules_page(county.actor("pru"), asked, which, now=NOW)
    ids = {one.id for _, lines in page.groups for one in lines}
    assert ids == ({rule.id for rule in england_rules().rules} if found is None else found)
    assert len(page.unconfirmed) > 10  # what stands is said of all of them, whatever was asked for


def test_a_clock_that_counts_beyond_the_holidays_on_file_says_so():
    late = dt.datetime(2028, 12, 20, 9, tzinfo=dt.UTC)
    with time_machine.travel(late, tick=False):
        assert "up to 26 December 2028 only" in clock_of("S47_TO_ICPC", dt.date(2028, 12, 18), now=late).warnings[0]


def test_where_the_holidays_have_run_out_every_clock_that_needs_them_says_so_and_no_other():
    now, trigger = dt.datetime(2029, 3, 1, 9, tzinfo=dt.UTC), dt.date(2029, 2, 26)
    confirmed = [rule for rule in england_rules().rules if rule.is_confirmed and rule.is_in_force(trigger)]
    days = [rule for rule in confirmed if rule.limit and rule.limit.unit is not Unit.HOURS]
    with time_machine.travel(now, tick=False):
        cards = {rule.id: clock_of(rule.id, trigger, now=now) for rule in days}
    assert all(card.due_on for card in cards.values())
    needs = {rule.id for rule in days if rule.limit and rule.limit.unit is Unit.WORKING_DAYS}
    assert {key for key, card in cards.items() if "load a newer list" in " ".join(card.warnings)} == needs
    assert len(needs) > 10


def test_a_trigger_that_has_yet_to_come_starts_no_clock_and_says_why(county):
    clock = clock_of("CORE_FIRST", NOW.date() + dt.timedelta(days=1), now=NOW)
    assert (clock.state, clock.due_on, clock.may_explain) == ("", None, False)
    assert "has yet to come" in clock.warnings[0]
