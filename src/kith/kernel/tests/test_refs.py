"""References carry 128 bits, look alike and repeat only when seeded."""

from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.refs import ALPHABET, is_ref, new_ref, seeded_refs


@given(st.binary(min_size=16, max_size=16))
def test_every_bit_can_be_read_back(seed: bytes) -> None:
    ref = new_ref(lambda size: seed[:size])
    number = 0
    for sign in ref:
        number = number * 32 + ALPHABET.index(sign)
    assert number.to_bytes(16, "big") == seed
    assert is_ref(ref)


def test_shape_is_checked() -> None:
    ref = new_ref()
    assert len(ref) == 26 and ref == ref.lower()
    for wrong in ("", ref[:-1], ref + "0", ref.upper() + "A", ref[:-1] + "l", "8" + ref[1:], ref + "\n"):
        assert not is_ref(wrong)


def test_references_differ_and_seeds_repeat() -> None:
    assert len({new_ref() for _ in range(1000)}) == 1000
    one, again, other = seeded_refs("heron"), seeded_refs("heron"), seeded_refs("curlew")
    first = [one() for _ in range(50)]
    assert first == [again() for _ in range(50)]
    assert len({*first, *(other() for _ in range(50))}) == 100
