"""What is sealed opens only with its key, whole, and for what it is bound to."""

import pytest

from kith.apps.records.sealing import NONCE, CannotOpen, open_bytes, seal_bytes

KEY = bytes(32)


def sealed() -> bytes:
    return seal_bytes(b"said", key=KEY, bound_to="mina")


def test_what_is_sealed_opens_and_never_looks_the_same():
    assert open_bytes(sealed(), key=KEY, bound_to="mina") == b"said"
    assert sealed() != sealed()


@pytest.mark.parametrize(
    ("data", "key", "bound_to"),
    [
        pytest.param(sealed(), KEY, "lou", id="for somebody else"),
        pytest.param(sealed(), b"1" * 32, "mina", id="with another key"),
        pytest.param(sealed()[:-1], KEY, "mina", id="cut off"),
        pytest.param(bytes(NONCE), KEY, "mina", id="a nonce alone"),
        pytest.param(b"", KEY, "mina", id="nothing"),
    ],
)
def test_nothing_else_opens(data: bytes, key: bytes, bound_to: str):
    with pytest.raises(CannotOpen):
        open_bytes(data, key=key, bound_to=bound_to)
