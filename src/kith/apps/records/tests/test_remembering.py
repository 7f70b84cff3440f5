"""What is remembered within one answer, and what ends it."""

from collections.abc import Callable
from itertools import count

import pytest

from kith.apps.records.gate import open_gate
from kith.apps.records.remembering import one_memory, remembered


@pytest.fixture
def ask() -> Callable[[str], int]:
    """Every looking up gives another number."""
    numbers = count()
    return lambda key: remembered(key, lambda: next(numbers))


def test_outside_an_answer_everything_is_looked_up(ask: Callable[[str], int]) -> None:
    assert [ask("a"), ask("a")] == [0, 1]


def test_within_an_answer_each_question_is_looked_up_once(ask: Callable[[str], int]) -> None:
    with one_memory():
        assert [ask("a"), ask("b"), ask("a"), ask("b")] == [0, 1, 0, 1]
    with one_memory():
        assert ask("a") == 2


def test_nothing_is_remembered_while_something_changes_and_all_is_forgotten_after(ask: Callable[[str], int]) -> None:
    with one_memory():
        assert ask("a") == 0
        with open_gate():
            assert [ask("a"), ask("a")] == [1, 2]
        assert [ask("a"), ask("a")] == [3, 3]


def test_a_change_that_failed_is_forgotten_too(ask: Callable[[str], int]) -> None:
    with one_memory():
        ask("a")
        with pytest.raises(ValueError, match="half-way"), open_gate():
            raise ValueError("half-way")
        assert ask("a") == 1


def test_an_inner_answer_neither_uses_nor_ends_the_outer_one(ask: Callable[[str], int]) -> None:
    with one_memory():
        assert ask("a") == 0
        with one_memory():
            assert ask("a") == 1
        assert ask("a") == 0
