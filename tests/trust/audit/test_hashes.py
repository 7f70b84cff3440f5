"""What a row says is hashed as JSON, put together by hand; the encoder says the same of whatever may stand there."""

import datetime as dt
import hashlib

import pytest
from django.utils.dateparse import parse_datetime
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.audit.chain import LINK_COLUMNS, hash_of, moment, said, said_at_length
from kith.testing.factories import NOW

ANYTHING = st.one_of(st.text(max_size=12), st.integers(), st.none(), st.booleans(), st.floats(allow_nan=False))
TEXTS = st.text(max_size=12)
SIDES = st.lists(st.lists(TEXTS, min_size=2, max_size=3).map(tuple), max_size=4)
ROWS = st.tuples(*[st.just(NOW) if name == "at" else ANYTHING for name in LINK_COLUMNS])
MOMENTS = st.datetimes(timezones=st.just(dt.UTC))
AS_TOLD = (
    '["%s","council",3,"2026-11-24T10:30:00.000000+00:00","ana","council","test.deed",3,"R1","{}",[["mina","opened"]]]'
)


@given(ROWS, SIDES)
def test_by_hand_and_by_the_encoder_it_is_the_same(columns, sides):
    assert said(columns, sides) == said_at_length(columns, sides)


def test_rows_that_were_written_long_ago_keep_their_hash():
    columns = ("council", 3, NOW, "ana", "council", "test.deed", 3, "R1", "{}", "0" * 64, "")
    assert hash_of(columns, [("mina", "opened")]) == hashlib.sha256((AS_TOLD % ("0" * 64)).encode()).hexdigest()


@given(MOMENTS)
def test_a_time_as_sqlite_keeps_it_is_the_time_that_was_written(at):
    kept = str(at.replace(tzinfo=None))
    assert moment(kept) == moment(at) == at.isoformat(timespec="microseconds")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-24T10:30:00", "2026-11-24T25:30:00"])
def test_what_is_no_time_is_the_time_of_no_row(text):
    assert moment(text) == text


def test_a_time_in_another_form_is_read():
    assert moment("2026-11-24T11:30+01:00") == moment("2026-11-24 10:30:00") == moment(NOW)


@given(MOMENTS, st.integers(0, 25), st.characters())
def test_an_edited_time_is_the_same_only_where_it_reads_as_the_same(at, place, character):
    kept = str(at.replace(tzinfo=None))
    edited = kept[:place] + character + kept[place + 1 :]
    if moment(edited) == moment(at):
        read = parse_datetime(edited)
        assert read is not None and read.replace(tzinfo=dt.UTC) == at
