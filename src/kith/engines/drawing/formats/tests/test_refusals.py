"""Every bad file ends in one plain sentence that says what is wrong and, where there is one, the place."""

import pytest

from kith.engines.drawing.formats import CannotReadFamily, read
from kith.engines.drawing.formats.tests.bad_files import ALL, BadFile, chain


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_in_one_sentence(bad: BadFile) -> None:
    with pytest.raises(CannotReadFamily) as refusal:
        read(bad.make(), name="family.ged")
    sentence = refusal.value.message
    assert bad.says in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 300


def test_the_corpus_is_large_and_its_names_differ() -> None:
    assert len({bad.name for bad in ALL}) == len(ALL) >= 40


def test_a_long_line_of_descent_is_no_circle() -> None:
    assert len(read(chain(3_000, closed=False), name="x").network.persons) == 3_000


def test_nothing_of_a_refusal_depends_on_the_file_name() -> None:
    with pytest.raises(CannotReadFamily, match="ZIP"):
        read(b"PK\x03\x04", name="family.ged")
