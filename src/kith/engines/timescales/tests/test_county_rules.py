"""A county confirms a rule or sets its own, and a file that is not right is refused in one sentence."""

from pathlib import Path

import pytest

from kith.engines.timescales import CannotReadRules, Unit, england_rules, with_county_rules
from kith.engines.timescales.tests.samples import day, due

SHIPPED = england_rules()
PAGE = Path(__file__).parents[5] / "docs" / "domain" / "timescales.md"


def row(**said: object) -> str:
    """A row of a county's file; values are written as TOML already."""
    fields = {"id": '"EHA_COMPLETE"', "source": '"Eastmarch manual, part 3"', "valid_from": "2026-04-01"} | said
    return "[[rules]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items() if value) + "\n"


def test_a_rule_is_confirmed_by_saying_who_says_so_and_from_when():
    county = with_county_rules(SHIPPED, row())
    before, since = county.versions("EHA_COMPLETE")
    assert (before.is_confirmed, before.valid_to) == (False, day("2026-04-01"))
    assert (since.is_confirmed, since.source) == (True, "Eastmarch manual, part 3")
    assert due(county.in_force("EHA_COMPLETE", on=day("2026-11-02")), day("2026-11-02")).on == day("2026-12-14")


def test_a_rule_without_a_limit_receives_one():
    county = with_county_rules(SHIPPED, row(id='"cp_visit"', limit=10, unit='"working days"'))
    rule = county.versions("CP_VISIT")[-1]
    assert (rule.limit.words, rule.no_date) == ("10 working days after", "")


def test_cases_from_before_keep_the_older_rule():
    haste = row(id='"CORE_FIRST"', limit=8, unit='"working days"', authority='"local procedure"')
    county = with_county_rules(SHIPPED, haste)
    counts = [county.in_force("CORE_FIRST", on=day(on)).limit.count for on in ("2026-03-31", "2026-04-01")]
    assert counts == [10, 8]


def test_a_county_has_rules_of_its_own():
    own = row(
        id='"TEA"', name='"Tea"', trigger='"the kettle boiled"', duty='"Tea is made"', owner='"the host"',
        authority='"good practice"', limit=1, unit='"hours"',
    )  # fmt: skip
    rule = with_county_rules(SHIPPED, own).versions("tea")[0]
    assert (rule.limit.unit, rule.is_confirmed, rule.group) == (Unit.HOURS, True, "Rules of the county’s own")


def test_rules_stay_in_their_places():
    ids = [rule.id for rule in with_county_rules(SHIPPED, row()).rules]
    assert ids[ids.index("EHA_COMPLETE") :][:3] == ["EHA_COMPLETE", "EHA_COMPLETE", "ASSESS_45"]


def test_the_example_in_the_documents_is_a_file_that_can_be_read():
    example = PAGE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    county = with_county_rules(SHIPPED, example)
    limits = [county.versions(rule_id)[-1].limit.words for rule_id in ("EHA_COMPLETE", "CP_VISIT", "CORE_FIRST")]
    assert limits == ["30 working days after", "10 working days after", "8 working days after"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[rules", "This is not TOML"),
        ("title = 1", "holds no rules"),
        ("rules = [1]", "has no id"),
        (row(id='""'), "has no id"),
        (row(source='""'), "EHA_COMPLETE does not say its source"),
        (row(valid_from=None), "EHA_COMPLETE does not say its valid_from"),
        (row(valid_from='"soon"'), "valid_from has to be a day, as 2026-09-01"),
        (row(valid_from="2026-04-01T09:00:00"), "valid_from has to be a day"),
        (row(valid_to="2026-04-01"), "EHA_COMPLETE ends before it begins"),
        (row() + row(), "has two versions on 2026-04-01"),
        (row(confirmed="false"), "EHA_COMPLETE is unconfirmed"),
        (row(limit=30), "has a limit without a unit"),
        (row(limit="true", unit='"weeks"'), "limit has to be a whole number"),
        (row(limit=-1, unit='"weeks"'), "limit has to be from 0 to 2000"),
        (row(limit=1, unit='"moons"'), "unit has to be one of working days, calendar days"),
        (row(authority='"me"'), "authority has to be one of statute"),
        (row(reasons_for_delay="[1]"), "reasons_for_delay has to be a list of texts"),
        (row(colour='"red"'), "EHA_COMPLETE has a field colour that rules do not have"),
        (row(id='"TEA"'), "TEA does not say its name"),
        (row(id='"CORE_FIRST"', limit=8, unit='"working days"'), "CORE_FIRST does not say its authority"),
    ],
)
def test_a_file_that_is_not_right_is_refused(text, says):
    with pytest.raises(CannotReadRules, match=says) as refused:
        with_county_rules(SHIPPED, text)
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    "said",
    [
        {"id": '"CORE_FIRST"', "limit": 11, "unit": '"working days"'},
        {"id": '"CORE_FIRST"', "limit": 1, "unit": '"weeks"'},
        {"id": '"LCSPR_COPY"', "limit": 6, "unit": '"working days"', "before": "true"},
    ],
)
def test_no_local_procedure_gives_more_time_than_the_law(said):
    with pytest.raises(CannotReadRules, match="a local procedure cannot give more time than statutory guidance does"):
        with_county_rules(SHIPPED, row(authority='"local procedure"', **said))


def test_new_guidance_may_give_more_time():
    longer = row(id='"CORE_FIRST"', limit=12, unit='"working days"', authority='"statutory guidance"')
    assert with_county_rules(SHIPPED, longer).versions("CORE_FIRST")[-1].limit.count == 12
