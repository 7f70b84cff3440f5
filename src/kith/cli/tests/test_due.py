"""`kith due`: a date in words and in figures with the rule behind it, and one sentence where there is none."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine

from kith.cli.main import main

TODAY = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    """What the command prints and what it warns of."""

    def by(*arguments: object) -> tuple[str, str]:
        assert main(["due", *map(str, arguments)]) == 0
        printed = capsys.readouterr()
        return printed.out, printed.err

    return by


def test_a_due_date_with_its_reckoning_rule_and_authority(said: Callable[..., tuple[str, str]]) -> None:
    out, err = said("S47_TO_ICPC", "2025-12-15")
    assert out.splitlines()[0] == "Due Thursday 8 January 2026 (2026-01-08)."
    for part in (
        "15 working days after the strategy discussion that began the enquiry, with Monday 15 December 2025 as day 0.",
        "Boxing Day on 26 December 2025",
        "Rule: S47_TO_ICPC (Initial child protection conference), version from 1 April 2015, on file 2026-11-20.",
        "Authority: statutory guidance. Source: Working Together to Safeguard Children 2023",
    ):
        assert part in out
    assert err == ""


def test_the_name_of_the_region_may_be_given(said: Callable[..., tuple[str, str]]) -> None:
    assert said("core_first", "2026-11-02", "--region", "england")[0].startswith("Due Monday 16 November 2026")


def test_hours_are_counted_from_a_time_in_london(said: Callable[..., tuple[str, str]]) -> None:
    out, _ = said("POLICE_PROT", "2026-10-24T14:30")
    assert out.startswith("Due 13:30 on Tuesday 27 October 2026 (2026-10-27T13:30:00+00:00).")


def test_what_lies_beyond_the_bank_holidays_is_warned_of(said: Callable[..., tuple[str, str]]) -> None:
    out, err = said("LCSPR_COPY", "2029-01-05")
    assert out.startswith("Due Wednesday 27 December 2028")
    assert err.startswith("Bank holidays are on file up to 26 December 2028 only")


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_the_rules_are_listed(arguments: tuple[str, ...], said: Callable[..., tuple[str, str]]) -> None:
    lines = said(*arguments)[0].splitlines()
    assert "  LADO                     1 working day       Allegation against somebody who works with children" in lines
    assert any(line.startswith("  EHA_COMPLETE") and line.endswith("(unconfirmed)") for line in lines)


def test_a_rule_alone_is_shown_with_its_versions(said: Callable[..., tuple[str, str]]) -> None:
    out, _ = said("LCSPR")
    assert "The review is published: 6 calendar months after the decision to hold a review." in out
    assert "Reasons for delay that are named: criminal proceedings, family proceedings." in out


def test_a_county_confirms_a_rule(tmp_path: Path, said: Callable[..., tuple[str, str]]) -> None:
    own = tmp_path / "eastmarch.toml"
    own.write_text('[[rules]]\nid = "EHA_COMPLETE"\nsource = "Eastmarch manual"\nvalid_from = 2026-04-01\n', "utf-8")
    out, _ = said("EHA_COMPLETE", "2026-11-02", "--rules", own)
    assert out.startswith("Due Monday 14 December 2026")
    assert "Source: Eastmarch manual." in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("CORE_FIRST", "2026-11-25"), "Wednesday 25 November 2026 has yet to come"),
        (("CORE_FIRST", "2020-01-01"), "CORE_FIRST is on file from 1 January 2024 only"),
        (("TEA", "2026-11-02"), 'There is no rule called "TEA"'),
        (("TEA",), 'There is no rule called "TEA"'),
        (("CORE_FIRST", "yesterday"), "yesterday is not a day. Write it as 2026-11-24"),
        (("CORE_FIRST", "2026-11-02T09:00"), "give the day alone"),
        (("RHI", "2026-11-02"), "RHI is counted in hours: give the time too, as 2026-11-24T14:30."),
        (("RHI", "0001-01-01T00:00+05:00"), "RHI is on file from 1 January 2024 only"),
        (("EHA_COMPLETE", "2026-11-02"), "EHA_COMPLETE is unconfirmed"),
        (("EXCL_DAY6", "2026-11-02"), "EXCL_DAY6 gives no date: it is due from the sixth school day"),
        (("CORE_FIRST", "2026-11-02", "--region", "wales"), "There are no rules for wales; Kith has those of england."),
        (("CORE_FIRST", "2026-11-02", "--rules", "nowhere.toml"), "nowhere.toml cannot be opened"),
        (("--rules", Path(__file__).parent), "tests cannot be opened"),
        (("--rules", __file__), "This is not TOML"),
    ],
)
def test_a_refusal_is_one_sentence(arguments: tuple[object, ...], says: str, refusal: Callable[..., str]) -> None:
    assert says in refusal("due", *arguments)
