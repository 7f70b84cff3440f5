"""Keeping the numbers: who may, what is refused, and that every change can be undone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import OperationalError

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.audit.models import AuditRow
from kith.apps.helplines import models, services
from kith.apps.helplines.projections import PLACES, HelpNumber
from kith.apps.helplines.queries import help_strip, kept_numbers, may_keep, more_listeners
from kith.apps.helplines.rules import CannotSetNumber
from kith.apps.records.base import StaleVersion
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
LINE = HelpNumber(
    label="Eastmarch crisis line",
    shown="01632 960 200",
    dial="01632960200",
    hours="Day and night",
    checked_on=TODAY,
    source="The county's mental health team",
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        workers = [
            worker("abe", "administrator"),
            worker("dot", "data_protection_lead"),
            worker("pru"),
            worker("max", "manager"),
        ]
        yield partnership(agencies=[agency("council")], workers=workers)


@pytest.fixture
def abe(county: Partnership) -> Actor:
    return county.actor("abe")


def set_line(abe: Actor, number: HelpNumber = LINE, *, place: str = "crisis", expected: int = 0) -> None:
    services.set_number(by=abe, place=place, number=number, expected_version=expected, now=NOW)


def kept(abe: Actor, place: str = "crisis"):
    return next(each for each in kept_numbers(abe, now=NOW) if each.place == place)


def test_the_national_numbers_stand_until_a_county_says_otherwise(county):
    strip = help_strip()
    assert [strip.danger.dial, strip.crisis.dial, strip.tonight.dial] == ["999", "111", "116123"]


def test_a_county_number_stands_in_its_place_alone(abe):
    set_line(abe)
    strip = help_strip()
    assert strip.crisis == LINE
    assert strip.tonight.dial == "116123"


def test_more_listeners_repeat_nothing_that_the_strip_shows(abe):
    assert [each.dial for each in more_listeners(help_strip())] == ["08001111"]
    set_line(abe)
    assert [each.dial for each in more_listeners(help_strip())] == ["08001111", "111"]


def test_without_a_database_there_are_still_numbers_to_ring(monkeypatch):
    def broken(*args: object) -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(models.HelpNumber.objects, "order_by", broken, raising=False)
    assert help_strip().danger.dial == "999"
    assert help_strip().crisis.dial == "111"


@pytest.mark.parametrize("who", ["pru", "max"])
def test_other_roles_may_neither_see_nor_change(county, who):
    actor = county.actor(who)
    assert not may_keep(actor)
    before = AuditRow.objects.count()
    deeds = [
        lambda: kept_numbers(actor, now=NOW),
        lambda: set_line(actor),
        lambda: services.check_number(by=actor, place="crisis", expected_version=0, now=NOW),
        lambda: services.take_out_number(by=actor, place="crisis", expected_version=0, now=NOW),
        lambda: services.put_back_number(by=actor, place="crisis", version=0, expected_version=0, now=NOW),
    ]
    for deed in deeds:
        with pytest.raises(NothingHere):
            deed()
    assert AuditRow.objects.count() == before + len(deeds), "every refusal is on record"
    assert not models.HelpNumber.objects.exists()


def test_a_keeper_who_has_left_may_no_more(county):
    assert not may_keep(replace(county.actor("abe"), is_active=False))


def test_both_roles_keep_them(county):
    for who in ("abe", "dot"):
        assert may_keep(county.actor(who))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"label": "  "}, "who answers"),
        ({"hours": "x" * 81}, "at most 80"),
        ({"dial": "01632 960200"}, "3 to 15 digits"),
        ({"dial": "call us"}, "3 to 15 digits"),
        ({"dial": "01632960201"}, "not the same"),
        ({"shown": "01632 960"}, "not the same"),
        ({"checked_on": TODAY + dt.timedelta(days=1)}, "still to come"),
    ],
)
def test_a_number_that_would_lead_astray_is_refused(abe, change, says):
    with pytest.raises(CannotSetNumber, match=says):
        set_line(abe, replace(LINE, **change))
    assert help_strip().crisis.dial == "111"


@pytest.mark.parametrize(("shown", "dial"), [("+44 1632 960200", "01632960200"), ("111, then press 2", "111")])
def test_the_same_number_may_be_written_in_more_than_one_way(abe, shown, dial):
    set_line(abe, replace(LINE, shown=shown, dial=dial))
    assert help_strip().crisis.shown == shown


def test_danger_is_999_and_nothing_else(abe):
    with pytest.raises(CannotSetNumber, match="999"):
        set_line(abe, place="danger")


def test_there_are_no_other_places(abe):
    with pytest.raises(CannotSetNumber, match="no place called 'lunch'"):
        set_line(abe, place="lunch")


def test_a_check_is_dated_and_of_a_national_number_makes_the_countys_own(abe):
    later = NOW + dt.timedelta(days=200)
    assert not kept(abe, "tonight").is_own
    services.check_number(by=abe, place="tonight", expected_version=0, now=later)
    now_kept = kept(abe, "tonight")
    assert now_kept.is_own
    assert (now_kept.number.dial, now_kept.number.checked_on) == ("116123", later.date())


def test_a_team_that_is_not_on_file_cannot_be_checked(abe):
    with pytest.raises(CannotSetNumber, match="no out-of-hours team"):
        services.check_number(by=abe, place="out_of_hours_workers", expected_version=0, now=NOW)


def test_a_number_nobody_rang_for_ninety_days_is_due(abe):
    set_line(abe)
    for days, due in ((0, False), (90, False), (91, True)):
        found = {each.place: each.is_due for each in kept_numbers(abe, now=NOW + dt.timedelta(days=days))}
        assert found["crisis"] is due


def test_every_change_can_be_undone(abe):
    set_line(abe)
    set_line(abe, replace(LINE, label="Night nurses"), expected=1)
    services.put_back_number(by=abe, place="crisis", version=1, expected_version=2, now=NOW)
    assert help_strip().crisis == LINE
    services.take_out_number(by=abe, place="crisis", expected_version=3, now=NOW)
    assert help_strip().crisis.dial == "111"
    services.put_back_number(by=abe, place="crisis", version=3, expected_version=4, now=NOW)
    assert help_strip().crisis == LINE
    services.put_back_number(by=abe, place="crisis", version=0, expected_version=5, now=NOW)
    assert help_strip().crisis.dial == "111"
    assert kept(abe).version == 6
    with pytest.raises(CannotSetNumber, match="not on file"):
        services.put_back_number(by=abe, place="crisis", version=9, expected_version=6, now=NOW)


def test_whoever_comes_second_hears_of_it(abe):
    set_line(abe)
    with pytest.raises(StaleVersion):
        set_line(abe, replace(LINE, label="Night nurses"), expected=0)
    assert help_strip().crisis == LINE


def test_a_change_is_on_record_with_what_stood_before(abe):
    set_line(abe)
    row = AuditRow.objects.order_by("-pk")[0]
    assert (row.event, row.actor, row.rule) == ("helplines.number.set", abe.ref, "R3")


def test_numbers_can_be_loaded_and_are_checked_on_the_way(county):
    services.load_numbers(by=OPERATOR, numbers={"crisis": LINE}, now=NOW)
    assert help_strip().crisis == LINE
    with pytest.raises(CannotSetNumber):
        services.load_numbers(by=OPERATOR, numbers={"danger": LINE}, now=NOW)


def test_every_place_has_a_national_number_with_a_source():
    strip = help_strip()
    for place in PLACES:
        number = getattr(strip, place)
        assert number.source and number.checked_on
