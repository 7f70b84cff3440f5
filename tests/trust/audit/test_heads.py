"""Signed heads: read back only as they were signed, by the key they should be signed with."""

import json

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.audit.heads import CannotReadHeads, own_key, read_heads, signed, written
from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.records.keys import WrongKey, new_key, read_keys
from kith.testing.factories import NOW


def head(sequence: int = 3, chain: str = "council"):
    return signed(chain=chain, sequence=sequence, hash="ab" * 32, now=NOW)


def test_a_file_of_heads_is_read_as_it_was_written():
    heads = (head(3), head(5), head(2, "school"))
    assert read_heads(written(heads), name="heads") == heads
    assert read_heads(written(heads[:1]) + "\n" + written(heads[1:]), name="heads", key=own_key()) == heads


@given(chain=st.text(max_size=26), sequence=st.integers(1, 10**12))
def test_any_chain_can_have_a_head(chain, sequence):
    (one,) = read_heads(written([head(sequence, chain)]), name="heads")
    assert (one.chain, one.sequence) == (chain, sequence)


@pytest.mark.parametrize(
    ("name", "value"),
    [("chain", "school"), ("sequence", 2), ("hash", "cd" * 32), ("at", "2020-01-01"), ("form", "2"), ("chain", [])],
)
def test_a_head_that_was_changed_is_refused(name, value):
    line = json.dumps(json.loads(written([head()])) | {name: value})
    with pytest.raises(CannotReadHeads, match="Line 2 of heads"):
        read_heads(written([head()]) + line, name="heads")


def test_a_head_of_another_installation_is_refused(monkeypatch):
    mine = written([head()])
    monkeypatch.setattr(settings, "AUDIT_KEYS", read_keys(AUDIT_KEY, new_key()))
    theirs = written([head()])
    for text, key in ((mine + theirs, ""), (theirs + mine, ""), (mine, own_key())):
        with pytest.raises(CannotReadHeads, match="not signed with the key"):
            read_heads(text, name="heads", key=key)


@pytest.mark.parametrize("text", ["", "\n \n", "nonsense", "[]", "{}", '{"chain": 1}', "null", '"text"', "7"])
def test_what_is_no_file_of_heads_is_said_in_a_sentence(text):
    with pytest.raises(CannotReadHeads, match="head of an audit chain"):
        read_heads(text, name="heads")


@given(st.text(max_size=200))
def test_nothing_that_is_read_breaks_the_reader(text):
    with pytest.raises(CannotReadHeads):
        read_heads(text, name="heads")


@pytest.mark.parametrize("text", ["", " , ", "short", "A" * 44, "a key, oops"])
def test_a_wrong_audit_key_is_said_in_a_sentence(text):
    with pytest.raises(WrongKey, match="audit key"):
        read_keys(AUDIT_KEY, text.replace("a key", new_key()))


def test_several_keys_may_stand_in_the_setting():
    one, two = new_key(), new_key()
    assert read_keys(AUDIT_KEY, f" {one},\n{two} ") == (*read_keys(AUDIT_KEY, one), *read_keys(AUDIT_KEY, two))
