"""What a worker looked at, and what is unusual: for somebody who may read of nobody's case."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import refuse
from kith.apps.oversight.queries import looking_page, unusual_page
from kith.apps.oversight.tests.looks import build_town, listed, opened
from kith.apps.oversight.unusual import most_within, thresholds
from kith.kernel.decisions import refused
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def town() -> Partnership:
    return build_town()


def stranger(number: int) -> str:
    return f"{number:026d}"


def whys(town: Partnership, who: str, on: dt.date = TODAY) -> list[str]:
    rows = unusual_page(town.actor("dot"), on=on, now=LATER)
    return [row.why for row in rows if row.worker_ref == town.actor(who).ref]


def test_people_are_letters_in_the_order_of_the_day(town):
    opened(town, "pru", "mina", at=NOW)
    opened(town, "pru", "lou", at=NOW + MINUTE)
    listed(town, "pru", "mina", at=NOW + 2 * MINUTE)
    page = looking_page(town.actor("dot"), town.actor("pru").ref, on=TODAY, now=LATER)
    assert [row.people for row in page.rows] == [("A",), ("B",), ("A",)]
    assert page.rows[1].what == "the child’s page" and page.rows[1].rule == "works with them"
    assert not any(ref in repr(page) for ref in town.refs.values())


def test_a_refusal_tells_neither_of_whom_nor_by_which_rule(town):
    for rule, subject in (("R4", "mina"), ("R5", "mina"), ("R0", "")):
        ref = town.refs[subject] if subject else ""
        refuse("people.read", by=town.actor("pru"), now=NOW, decision=refused(rule, "Nothing."), subject=ref)
    opened(town, "pru", "lou", at=NOW + MINUTE)
    page = looking_page(town.actor("dot"), town.actor("pru").ref, on=TODAY, now=LATER)
    assert [(row.what, row.rule, row.people) for row in page.rows] == [
        ("the child’s page", "works with them", ("A",)),
        *[("was refused", "", ())] * 3,
    ]


def test_a_day_is_a_day_of_london(town):
    opened(town, "pru", at=dt.datetime(2026, 7, 14, 22, 59, tzinfo=dt.UTC))
    opened(town, "pru", at=dt.datetime(2026, 7, 14, 23, 0, tzinfo=dt.UTC))
    for day in (dt.date(2026, 7, 14), dt.date(2026, 7, 15)):
        assert len(looking_page(town.actor("dot"), town.actor("pru").ref, on=day, now=LATER).rows) == 1


@pytest.mark.parametrize("who", ["pru", "max", "fay", "ria", "tess"])
def test_only_the_data_protection_lead_reads_it(town, who):
    with pytest.raises(NothingHere):
        looking_page(town.actor(who), town.actor("pip").ref, on=TODAY, now=LATER)
    with pytest.raises(NothingHere):
        unusual_page(town.actor(who), on=TODAY, now=LATER)


def test_reading_it_is_on_record(town):
    looking_page(town.actor("dot"), town.actor("pru").ref, on=TODAY, now=LATER)
    unusual_page(town.actor("dot"), on=TODAY, now=LATER)
    events = set(AuditRow.objects.filter(actor=town.actor("dot").ref).values_list("event", flat=True))
    assert events == {"oversight.worker.read", "oversight.unusual.read"}


@pytest.mark.parametrize(("count", "is_unusual"), [(30, False), (31, True)])
def test_many_people_within_an_hour(town, count, is_unusual):
    for number in range(count):
        opened(town, "fay", stranger(number), at=NOW + number * MINUTE)
    assert bool(whys(town, "fay")) is is_unusual


def test_many_over_a_day_or_of_ones_own_are_usual(town):
    for number in range(40):
        opened(town, "fay", stranger(number), at=NOW - 3 * HOUR + number * 10 * MINUTE)
    assert whys(town, "fay") == []


def test_many_refusals(town):
    most = thresholds()["refused"]["more_than"]
    for number in range(most + 1):
        refuse("people.read", by=town.actor("pip"), now=NOW + number * MINUTE, decision=refused("R0", "Nothing."))
    assert whys(town, "pip") == [f"Was refused {most + 1} times."]
    assert whys(town, "pru") == []


def test_at_night_unless_one_works_at_night(town):
    night = dt.datetime(2026, 11, 24, 23, 0, tzinfo=dt.UTC)
    for number in range(5):
        for who in ("pip", "fay"):
            opened(town, who, stranger(number), at=night + number * MINUTE)
    assert whys(town, "pip") == ["Opened 5 different people at night."]
    assert whys(town, "fay") == []


def test_somebody_of_the_same_surname_who_is_not_ones_own_case(town):
    opened(town, "pip", "lou")
    opened(town, "pip", "mina")
    assert whys(town, "pip") == [thresholds()["own_surname"]["says"]]
    town.involve("lou", "pip")
    assert whys(town, "pip") == []


def test_after_the_work_has_ended(town):
    town.involve("mina", "pip", until=TODAY)
    opened(town, "pip", "mina")
    assert whys(town, "pip") == [thresholds()["after_end"]["says"]]
    town.involve("mina", "pip", since=TODAY)
    assert whys(town, "pip") == []


@given(st.lists(st.tuples(st.integers(0, 180), st.integers(0, 8))))
def test_the_busiest_hour_is_what_counting_every_hour_finds(openings):
    rows = sorted((NOW + minute * MINUTE, str(who)) for minute, who in openings)
    counted = [len({who for at, who in rows if start - HOUR < at <= start}) for start, _ in rows]
    assert most_within(rows, HOUR) == max(counted, default=0)
