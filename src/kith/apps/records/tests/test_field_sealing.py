"""Small secrets open for whom and what they were sealed, under any of the field keys, and for nothing else."""

import pytest

from kith.apps.records.field_keys import FIELD_KEY
from kith.apps.records.field_sealing import open_sealed, seal
from kith.apps.records.keys import WrongKey, new_key, read_keys
from kith.apps.records.sealing import CannotOpen


@pytest.fixture
def keys(settings) -> tuple[bytes, ...]:
    settings.FIELD_KEYS = read_keys(FIELD_KEY, f"{new_key()}, {new_key()}")
    return settings.FIELD_KEYS


def sealed() -> str:
    return seal("Ottoline", purpose="words", bound_to="page")


def test_what_was_sealed_opens_and_never_looks_the_same(keys):
    assert open_sealed(sealed(), purpose="words", bound_to="page") == "Ottoline"
    assert sealed() != sealed()


@pytest.mark.parametrize("wrong", [{"purpose": "other"}, {"bound_to": "elsewhere"}])
def test_it_opens_for_nothing_else(keys, wrong):
    with pytest.raises(CannotOpen):
        open_sealed(sealed(), **({"purpose": "words", "bound_to": "page"} | wrong))


@pytest.mark.parametrize(
    "change", [lambda text: text[:-8] + "AAAAAAA=", lambda text: text[:9], lambda text: "no", str.upper]
)
def test_a_changed_seal_does_not_open(keys, change):
    with pytest.raises(CannotOpen):
        open_sealed(change(sealed()), purpose="words", bound_to="page")


def test_an_old_key_still_reads_and_a_lost_one_does_not(keys, settings):
    old = sealed()
    settings.FIELD_KEYS = (*read_keys(FIELD_KEY, new_key()), *keys)
    assert open_sealed(old, purpose="words", bound_to="page") == "Ottoline"
    assert sealed().split(".")[0] != old.split(".")[0], "the first key is the one in use"
    settings.FIELD_KEYS = read_keys(FIELD_KEY, new_key())
    with pytest.raises(CannotOpen, match="not among the field keys"):
        open_sealed(old, purpose="words", bound_to="page")


@pytest.mark.parametrize(
    ("text", "says"), [("", "no field key"), ("short", "Key 1"), (f"{'A' * 43}=,nonsense!", "Key 2")]
)
def test_what_is_no_field_key_is_said_in_one_sentence(text, says):
    with pytest.raises(WrongKey, match=says):
        read_keys(FIELD_KEY, text)
