"""The thresholds in force on a day, those of an earlier version, and the log of their changes."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.audit.models import AuditRow
from kith.apps.directory.county_files import CannotReadCountyData
from kith.apps.directory.queries import threshold_changes, thresholds_in_force, thresholds_of_version
from kith.apps.directory.services import load_county_data
from kith.testing.factories import NOW, OPERATOR, rolled_back

pytestmark = pytest.mark.django_db
STEP = """
[[steps]]
key = "{key}"
title = "{key}"
means = "Two threads."
who_decides = "The lead."
families_are_told = "We help."
agreement = "Yes."
how_to_ask = "Ring."
"""
FILE = """
kind = "thresholds"
version = "{version}"
title = "Steps of Eastmarch"
source = "Eastmarch threshold document"
authority = "local procedure"
checked = true
valid_from = {day}
"""
STEPS = STEP.format(key="early_help") + STEP.format(key="section_47")
CHANGE = """
[[changes]]
key = "disability"
on = 2026-09-01
about = "The disability team"
says = "It takes children with one lasting disability."
"""


@pytest.fixture(autouse=True)
def county() -> Iterator[None]:
    with rolled_back():
        yield


def loaded(version: str, day: str, more: str = CHANGE) -> bool:
    data = FILE.format(version=version, day=day) + STEPS + more
    return load_county_data(by=OPERATOR, data=data.encode(), name="steps.toml", now=NOW)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\x00k", "not written in UTF-8"),
        ("kind = “thresholds”".encode(), "no TOML file"),
        (b"kind = 'thresholds'\nx = " + b"9" * 5_000, "no TOML file"),
        (b"kind = 'thresholds'\nx = nan", "no TOML file"),
        (b"kind = 'thresholds'\nx = " + b"[" * 3_000, "no TOML file"),
        (b'kind = "thresholds"\nx = "a\\u0000b"', "no sign of any writing"),
        (b"kind = ['thresholds']", "does not say its kind"),
        (b"", "does not say its kind"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(data, says):
    with pytest.raises(CannotReadCountyData, match=says) as refused:
        load_county_data(by=OPERATOR, data=data, name="steps.toml", now=NOW)
    assert refused.value.message.endswith(".")
    assert len(refused.value.message) < 300


def test_a_mark_of_the_byte_order_in_front_does_no_harm():
    data = "\ufeff" + FILE.format(version="2026-09", day="2026-09-01") + STEPS
    assert load_county_data(by=OPERATOR, data=data.encode(), name="steps.toml", now=NOW)


def test_until_a_county_loads_its_own_the_common_steps_stand_and_say_so():
    common = thresholds_in_force(NOW.date())
    assert [step.key for step in common.steps][-2:] == ["section_17", "section_47"]
    assert (common.is_own, common.is_checked) == (False, False)
    assert thresholds_of_version(common.version) == common


def test_the_version_of_the_day_is_in_force_and_earlier_ones_can_be_read():
    loaded("2026-01", "2026-01-01")
    loaded("2026-09", "2026-09-01", "")
    assert thresholds_in_force(dt.date(2026, 8, 31)).version == "2026-01"
    assert thresholds_in_force(dt.date(2026, 9, 1)).version == "2026-09"
    assert thresholds_of_version("2026-01").step("early_help").means == "Two threads."
    assert thresholds_of_version("2025-01") is None
    assert not thresholds_in_force(dt.date(2025, 12, 31)).is_own


def test_loading_twice_is_loading_once_and_other_words_need_another_version():
    rows = AuditRow.objects.count()
    assert loaded("2026-01", "2026-01-01")
    assert not loaded("2026-01", "2026-01-01")
    assert AuditRow.objects.count() == rows + 1
    with pytest.raises(CannotReadCountyData, match="stands already and says something else"):
        loaded("2026-01", "2026-02-01")


def test_the_log_tells_what_changed_latest_first():
    loaded("2026-01", "2026-01-01")
    loaded("2026-10", "2026-10-01", CHANGE.replace("2026-09-01", "2026-10-01"))
    assert [(change.id, change.on.month) for change in threshold_changes()] == [
        ("2026-10/disability", 10),
        ("2026-01/disability", 9),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"kind = ", "no TOML file"),
        (b"kind = 'tides'", "does not say its kind"),
        (FILE.format(version="x", day="2026-01-01").encode(), "have to hold early_help"),
        (FILE.format(version="x", day="'soon'").encode(), "valid_from has to be a day"),
        ((FILE.format(version="x", day="2026-01-01") + STEPS + "[[changes]]\nkey='a'").encode(), "changes 1: on has"),
        ((FILE.format(version="x", day="2026-01-01") + STEPS + STEPS).encode(), "'early_help' stands twice"),
    ],
)
def test_a_broken_file_gets_one_sentence_and_changes_nothing(data, says):
    rows = AuditRow.objects.count()
    with pytest.raises(CannotReadCountyData, match=says):
        load_county_data(by=OPERATOR, data=data, name="steps.toml", now=NOW)
    assert AuditRow.objects.count() == rows
