"""What an installation stored stays readable: ids of keys, derived keys, sealed bytes and hashes of rows are fixed.

The values were written down once. A change that makes one of these tests fail makes stored data unreadable.
"""

import datetime as dt
from typing import Any

import pytest

from kith.apps.audit.chain import START, Link, link_hash
from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.files.ciphers import decrypted
from kith.apps.files.keys import CONTENT, FILE_KEY
from kith.apps.records.base import open_bytes, open_sealed
from kith.apps.records.field_keys import FIELD_KEY
from kith.apps.records.keys import Key, KeyKind

SECRET = bytes(range(32))


@pytest.mark.parametrize(
    ("kind", "key_id", "purpose", "derived"),
    [
        (AUDIT_KEY, "496749b3", "wrap", "265e03b2e57c4f0be785642a7e20e6cb78967554b27a304601dfc1d5d1413666"),
        (FILE_KEY, "9b7578ad", "content", "e5afc53a3d361e6aad2857552dc5768b1a32b20c97464c9f31a6d3bc5a1cdf30"),
        (FIELD_KEY, "7700bcb1", "words", "5896e6bc43b90cfaf2bb66b56d6213a9a9fa973173117161ffb9ad91b55be1d3"),
    ],
    ids=lambda value: value.name if isinstance(value, KeyKind) else "",
)
def test_a_key_keeps_its_id_and_what_is_derived_from_it(kind: KeyKind, key_id: str, purpose: str, derived: str) -> None:
    key = Key(kind, SECRET)
    assert (key.id, key.derived(purpose).hex()) == (key_id, derived)


def test_what_was_sealed_opens() -> None:
    sealed = bytes.fromhex("0000000000000000000000007ddddcba3b9d74082a0dd86f0c63a16c25e04190")
    assert open_bytes(sealed, key=SECRET, bound_to="mina") == b"said"


def test_a_sealed_text_opens(settings: Any) -> None:
    settings.FIELD_KEYS = (Key(FIELD_KEY, SECRET),)
    sealed = "7700bcb1.AAAAAAAAAAAAAAAAbt94VpV36G089JATHE8VDYJXKqlpv5Jw"
    assert open_sealed(sealed, purpose="words", bound_to="page") == "Ottoline"


def test_a_stored_file_opens() -> None:
    stored = bytes.fromhex("4b49544831000000000000000000000000e9ac2068901d4f7e899827969848f54ec5e2dcfc")
    assert decrypted(stored, key=Key(FILE_KEY, SECRET), purpose=CONTENT, belongs_to="row") == b"said"


def test_a_row_keeps_its_hash() -> None:
    row = Link(
        chain="council",
        sequence=7,
        at=dt.datetime(2026, 3, 1, 12, 30, 5, 42, tzinfo=dt.UTC),
        actor="a" * 26,
        agency="b" * 26,
        event="test.moved",
        level=3,
        rule="R1",
        payload='{"é":1}',
        previous_hash=START,
    )
    sides = [("mina", "opened", "00ff"), ("lou", "listed")]
    assert link_hash(row, sides) == "0d6aa8ada7756226bdd7c43ddefe053d124944ac17d09a3dae55ed5378656113"
