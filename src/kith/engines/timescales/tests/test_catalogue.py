"""The rules as shipped, and the one version by which a case is judged."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.timescales import Authority, CannotFindRule, Catalogue, england_rules
from kith.engines.timescales.tests.samples import a_rule, day

SHIPPED = england_rules()
HANDBOOK = tomllib.loads((Path(__file__).parent / "data" / "handbook_rules.toml").read_text(encoding="utf-8"))


OLD = a_rule(10, valid_from=day("2024-01-01"), valid_to=day("2026-09-01"))
NEW = a_rule(5, valid_from=day("2026-09-01"))
TWO_VERSIONS = Catalogue("england", "1", (NEW, OLD))


@pytest.mark.parametrize("code", HANDBOOK["codes"])
def test_every_code_of_the_handbook_is_on_file(code):
    assert [rule for rule in SHIPPED.rules if rule.id.startswith(code)]


@pytest.mark.parametrize("rule_id", HANDBOOK["limits"])
def test_limits_are_those_of_the_handbook(rule_id):
    rule = SHIPPED.versions(rule_id)[-1]
    assert rule.is_confirmed
    assert (rule.limit.count, rule.limit.unit) == tuple(HANDBOOK["limits"][rule_id])


@pytest.mark.parametrize("rule_id", HANDBOOK["unsure"])
def test_what_the_handbook_is_unsure_of_is_off(rule_id):
    assert not SHIPPED.versions(rule_id)[-1].is_confirmed


def test_no_local_procedure_is_on_before_a_county_says_so():
    assert [rule.id for rule in SHIPPED.rules if rule.authority is Authority.LOCAL and rule.is_confirmed] == []


def test_the_conference_counts_from_the_discussion_that_began_the_enquiry():
    assert SHIPPED.versions("S47_TO_ICPC")[0].trigger == "the strategy discussion that began the enquiry"


def test_sentences_fit_together():
    for rule in SHIPPED.rules:
        assert rule.duty[0].isupper() and not rule.duty.endswith(".")
        assert not rule.trigger[0].isupper() and not rule.trigger.endswith(".")
        assert all(text == "" or text.endswith(".") for text in (rule.no_date, rule.note))


def test_names_say_one_thing_each():
    assert len({rule.name for rule in SHIPPED.rules}) == len(SHIPPED.rules)


def test_capitals_in_the_name_of_a_rule_do_not_matter():
    assert SHIPPED.versions("core_first") == SHIPPED.versions("CORE_FIRST")


@pytest.mark.parametrize(
    ("on", "limit"), [("2024-01-01", 10), ("2026-08-31", 10), ("2026-09-01", 5), ("2040-01-01", 5)]
)
def test_a_case_is_judged_by_the_version_of_its_trigger(on, limit):
    assert TWO_VERSIONS.in_force("TEA", on=day(on)).limit.count == limit


def test_versions_are_told_from_the_oldest():
    assert TWO_VERSIONS.versions("TEA") == (OLD, NEW)


@pytest.mark.parametrize(
    ("rule_id", "on", "says"),
    [
        ("COFFEE", "2026-01-01", 'There is no rule called "COFFEE"'),
        ("TEA", "2023-12-31", "TEA is on file from 1 January 2024 only; what held on 31 December 2023 is not known"),
    ],
)
def test_a_refusal_is_one_sentence(rule_id, on, says):
    with pytest.raises(CannotFindRule, match=says):
        TWO_VERSIONS.in_force(rule_id, on=day(on))


def test_a_rule_that_has_ended_is_refused():
    ended = Catalogue("england", "1", (OLD,))
    with pytest.raises(CannotFindRule, match="No version of TEA was in force on 1 September 2026"):
        ended.in_force("TEA", on=day("2026-09-01"))


@given(st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31)))
def test_on_every_day_one_version_holds_and_no_more(on):
    assert len([rule for rule in TWO_VERSIONS.rules if rule.is_in_force(on)]) == 1
