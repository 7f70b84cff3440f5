"""What is remembered within one answer, and what ends it."""

from collections.abc import Callable, Collection
from itertools import count

import pytest

from kith.apps.records.gate import open_gate
from kith.apps.records.remembering import asked_once, each_remembered, one_memory, remembered


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


def test_of_several_only_those_are_looked_up_about_whom_nobody_has_asked() -> None:
    looked_up: list[set[int]] = []

    def names(keys: Collection[int]) -> dict[int, str]:
        looked_up.append(set(keys))
        return {key: f"name of {key}" for key in keys if key != 9}

    with one_memory():
        assert each_remembered("names", [1, 2], names) == {1: "name of 1", 2: "name of 2"}
        assert each_remembered("names", [3, 2, 9], names) == {3: "name of 3", 2: "name of 2"}
        assert each_remembered("names", [2, 1], names) == {2: "name of 2", 1: "name of 1"}
        assert each_remembered("other names", [1], names) == {1: "name of 1"}
    assert each_remembered("names", [1], names) == {1: "name of 1"}
    assert looked_up == [{1, 2}, {3, 9}, {1}, {1}]


def test_a_question_is_asked_once_for_the_same_values() -> None:
    numbers = count()

    @asked_once
    def question(*, key: str, other: int) -> tuple[str, int, int]:
        return key, other, next(numbers)

    with one_memory():
        assert question(key="a", other=1) == question(other=1, key="a") == ("a", 1, 0)
        assert question(key="a", other=2) == ("a", 2, 1)
    assert question(key="a", other=1) == ("a", 1, 2)
