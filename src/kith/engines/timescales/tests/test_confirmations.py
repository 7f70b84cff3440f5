"""What a county confirms holds from its day on, until another word or none; what it cannot confirm is refused."""

from itertools import pairwise

import pytest

from kith.engines.timescales import (
    CannotReadRules,
    Confirmation,
    Limit,
    Unit,
    england,
    england_rules,
    with_confirmations,
)
from kith.engines.timescales.tests.samples import day

SHIPPED = england_rules()


def said(rule: str = "EHA_COMPLETE", since: str = "2026-04-01", until: str = "", limit: Limit | None = None):
    ends = day(until) if until else None
    return Confirmation(rule=rule, valid_from=day(since), valid_to=ends, source="Manual", limit=limit)


def holds(on: str, *told: Confirmation) -> str:
    """The limit of the early help assessment on a day, or that it is off."""
    rule = with_confirmations(SHIPPED, told).in_force("EHA_COMPLETE", day(on))
    return rule.limit.amount if rule.is_confirmed and rule.limit else "off"


def test_a_word_holds_from_its_day_until_the_next_or_until_it_is_taken_back():
    told = (
        said(until="2026-06-01"),
        said(since="2026-07-01", limit=Limit(6, Unit.WEEKS)),
        said(since="2026-09-01", limit=Limit(20, Unit.WORKING_DAYS)),
    )
    days = ("2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01", "2026-07-01", "2026-09-01", "2027-09-01")
    assert [holds(on, *reversed(told)) for on in days] == [
        *("off", "30 working days", "30 working days", "off", "6 weeks", "20 working days", "20 working days"),
    ]


def test_every_day_has_one_answer():
    told = (
        said(until="2026-06-01"),
        said(since="2026-07-01", until="2026-08-01"),
        said("CP_VISIT", limit=Limit(2, Unit.WEEKS)),
    )
    versions = with_confirmations(SHIPPED, told).versions("EHA_COMPLETE")
    assert all(earlier.valid_to == later.valid_from for earlier, later in pairwise(versions))
    assert [rule.is_confirmed for rule in versions] == [False, True, False, True, False]


def test_what_never_held_leaves_no_trace():
    assert with_confirmations(SHIPPED, [said(until="2026-04-01")]) == SHIPPED


def test_a_rule_that_counts_back_goes_on_counting_back():
    told = said("RCPC_REPORT", limit=Limit(3, Unit.WORKING_DAYS))
    rule = with_confirmations(SHIPPED, [told]).versions("RCPC_REPORT")[-1]
    assert rule.limit and rule.limit.words == "3 working days before"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (said("CORE_FIRST"), "there is nothing to confirm"),
        (said("CP_VISIT"), "say how long it may take here"),
        (said("FGDM_GATE", limit=Limit(1, Unit.WEEKS)), "a county confirms it as it stands"),
        (said("CDR_MEETING", limit=Limit(9, Unit.MONTHS)), "a county confirms it as it stands"),
        (said(since="2020-01-01"), "is on file from 1 January 2024"),
    ],
)
def test_what_a_county_cannot_confirm_is_refused_in_one_sentence(told, says):
    with pytest.raises(CannotReadRules, match=says) as refused:
        with_confirmations(SHIPPED, [told])
    assert "\n" not in refused.value.message


def test_one_day_is_not_confirmed_twice():
    with pytest.raises(CannotReadRules, match="twice from 1 April 2026"):
        with_confirmations(SHIPPED, [said(), said()])


def test_a_list_of_holidays_says_in_time_that_it_runs_out():
    last = england().known_to
    assert [england().runs_out_soon(last.replace(year=last.year - back)) for back in (0, 1)] == [True, False]
