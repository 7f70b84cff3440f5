"""Heads for a second agency: a file for each day, added to and never spoilt, whenever the machine stops."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings

from kith.apps.agencies.projections import Operator
from kith.apps.audit.heads import CannotReadHeads
from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.audit.queries import check_record
from kith.apps.audit.services import CannotUseFile, add_heads, hand_out_heads, heads_in, load
from kith.apps.records.keys import new_key, read_keys
from kith.testing.factories import NOW

pytestmark = pytest.mark.django_db
FILE = "heads-2026-11-24"
LATER = NOW + dt.timedelta(minutes=5)


def write_row(agency: str = "council") -> None:
    with load("test.load", by=Operator("ana", agency), now=NOW, payload={}):
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With the heads of two chains in it."""
    write_row("council")
    write_row("school")
    assert hand_out_heads(tmp_path, now=NOW) == 2
    return tmp_path


def test_only_chains_that_went_on_get_a_new_head(folder):
    assert hand_out_heads(folder, now=LATER) == 0
    write_row("school")
    assert hand_out_heads(folder, now=LATER) == 1
    assert [(head.chain, head.sequence) for head in heads_in(folder / FILE)] == [
        ("council", 1),
        ("school", 1),
        ("school", 2),
    ]


def test_each_day_begins_a_file_with_every_chain_and_the_folder_is_held_against_the_record(folder):
    assert hand_out_heads(folder, now=NOW + dt.timedelta(days=1)) == 2
    assert sorted(path.name for path in folder.iterdir()) == [FILE, "heads-2026-11-25"]
    heads = heads_in(folder)
    assert len(heads) == 4 and check_record(heads).faults == ()


def test_a_file_that_was_cut_off_anywhere_is_whole_again_after_the_next_time(folder):
    """A machine that stops while it writes leaves any part of what it wrote."""
    whole = (folder / FILE).read_bytes()
    end = whole.index(b"\n")
    for length in (*range(9), end // 2, end, end + 1, end + 2, len(whole) - 9, len(whole) - 1):
        (folder / FILE).write_bytes(whole[:length])
        hand_out_heads(folder, now=NOW)
        assert {head.chain for head in heads_in(folder / FILE)} == {"council", "school"}
        assert (folder / FILE).read_bytes().startswith(whole[: whole[:length].rfind(b"\n") + 1])


@pytest.mark.parametrize("content", [b"notes of mine", b"{}", b"line\n{", b"\xff", b'{"at":1}\n'])
def test_what_is_no_file_of_ours_is_left_alone(folder, content):
    (folder / FILE).write_bytes(content)
    with pytest.raises((CannotUseFile, CannotReadHeads)):
        hand_out_heads(folder, now=NOW)
    with pytest.raises((CannotUseFile, CannotReadHeads)):
        add_heads(folder / FILE, ())
    assert (folder / FILE).read_bytes() == content


def test_heads_by_another_key_are_never_mixed_with_ours(folder, monkeypatch):
    monkeypatch.setattr(settings, "AUDIT_KEYS", read_keys(AUDIT_KEY, new_key()))
    before = (folder / FILE).read_bytes()
    with pytest.raises(CannotReadHeads, match="not signed with the key"):
        hand_out_heads(folder, now=LATER)
    assert (folder / FILE).read_bytes() == before


def test_a_folder_that_is_not_there_is_said_and_not_made(tmp_path):
    """Where it is missing, what is usually mounted there is not; heads beside the record would be worth nothing."""
    write_row()
    with pytest.raises(CannotUseFile, match="not there"):
        hand_out_heads(tmp_path / "mount", now=NOW)
    assert not (tmp_path / "mount").exists()


def test_an_empty_folder_holds_no_heads(tmp_path):
    with pytest.raises(CannotUseFile, match="holds no file of heads"):
        heads_in(tmp_path)
