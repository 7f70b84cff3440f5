"""A question in prepared words answers what the same question answers in plain ones."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.db.models import Count, QuerySet
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.apps.records.base import prepared

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
KEYS = [f"{number:032}" for number in range(80)]
keys = st.one_of(st.lists(st.sampled_from(KEYS), max_size=9), st.lists(st.sampled_from(KEYS), min_size=60))
moments = st.integers(-2, 82).map(lambda hours: NOON + dt.timedelta(hours=hours))


def sessions(*, keys: list[str], now: dt.datetime, data: str | None) -> QuerySet[Session]:
    live = Session.objects.filter(session_key__in=keys, expire_date__gt=now).order_by("session_key")
    return live if data is None else live.filter(session_data=data)


def names(*, keys: list[str], now: dt.datetime, data: str | None) -> QuerySet[Session, str]:
    return sessions(keys=keys, now=now, data=data).values_list("session_key", flat=True)


def pairs(*, keys: list[str], now: dt.datetime, data: str | None) -> QuerySet[Session, tuple[str, dt.datetime]]:
    return sessions(keys=keys, now=now, data=data).values_list("session_key", "expire_date")


@pytest.fixture
def stored() -> None:
    Session.objects.bulk_create(
        Session(session_key=key, session_data="even" if n % 2 == 0 else "odd", expire_date=NOON + dt.timedelta(hours=n))
        for n, key in enumerate(KEYS)
    )


@pytest.mark.parametrize("question", [sessions, names, pairs])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=keys, now=moments, data=st.sampled_from([None, "even", "odd", "%s", "' or 1=1 --"]))
def test_the_answer_is_that_of_the_plain_question(stored, question, keys, now, data):
    asked = {"keys": keys, "now": now, "data": data}
    assert prepared(question)(**asked) == list(question(**asked))


@pytest.mark.parametrize("collect", [tuple, set, frozenset, dict.fromkeys, lambda some: dict.fromkeys(some).keys()])
def test_any_collection_is_a_list_of_values(stored, collect):
    assert prepared(names)(keys=collect(KEYS[:7]), now=NOON, data=None) == KEYS[1:7]


def test_rows_come_whole_with_times_that_know_their_zone(stored):
    (row,) = prepared(sessions)(keys=KEYS[:1], now=NOON - dt.timedelta(1), data=None)
    assert timezone.is_aware(row.expire_date) and row.expire_date == NOON
    assert row.session_data == "even" and not row._state.adding
    row.refresh_from_db()


def test_sql_is_written_once_for_lists_of_a_length_and_never_for_each(stored):
    ask = prepared(names)
    for length in range(1, 60):
        assert ask(keys=KEYS[:length], now=NOON, data=None) == KEYS[1:length]
    assert len(ask.known) == 12


def test_a_question_may_be_asked_within_another(stored):
    inner = prepared(names).written(keys=KEYS[:5], now=NOON + dt.timedelta(hours=2), data=None)
    again = prepared(names).written(keys=KEYS[:8], now=NOON, data=None)
    assert inner.params != again.params

    @prepared
    def outer(*, these, data):
        rows = Session.objects.extra(where=[f"session_key IN ({these.sql})"], params=these.params)
        return rows.filter(session_data=data).order_by("session_key").values_list("session_key", flat=True)

    assert outer(these=inner, data="odd") == [KEYS[3]]
    assert outer(these=again, data="even") == [KEYS[2], KEYS[4], KEYS[6]]


def test_a_range_is_part_of_the_question(stored):
    @prepared
    def some(*, numbers, now):
        rows = Session.objects.filter(expire_date__gt=now).order_by("session_key")
        return rows.values_list("session_key", flat=True)[numbers.start : numbers.stop]

    assert some(numbers=range(2), now=NOON) == KEYS[1:3]
    assert some(numbers=range(3, 4), now=NOON) == KEYS[4:5]


@pytest.mark.parametrize(
    "asked", [lambda: Session.objects.annotate(n=Count("pk")), lambda: Session.objects.values("session_key")]
)
def test_what_is_not_stored_as_it_stands_is_not_prepared(asked):
    with pytest.raises(TypeError, match="prepared words"):
        prepared(asked)()
