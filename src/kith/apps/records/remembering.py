"""What one answer has found out once and goes on using: nothing is remembered beyond it, or inside a change."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")
Question = ParamSpec("Question")
_memory: ContextVar[dict[Hashable, Any] | None] = ContextVar("memory_of_one_answer", default=None)


@contextmanager
def one_memory() -> Iterator[None]:
    """For one answer, which shows everything as it was at one moment."""
    token = _memory.set({})
    try:
        yield
    finally:
        _memory.reset(token)


@contextmanager
def no_memory() -> Iterator[None]:
    """While something is changed, everything is looked up; and what was known before is forgotten."""
    known = _memory.get()
    token = _memory.set(None)
    try:
        yield
    finally:
        _memory.reset(token)
        if known is not None:
            known.clear()


def remembered(key: Hashable, find: Callable[[], Found]) -> Found:
    """The key names the question and everything on which its answer depends."""
    known = _memory.get()
    if known is None:
        return find()
    if key not in known:
        known[key] = find()
    found: Found = known[key]
    return found


def asked_once(question: Callable[Question, Found]) -> Callable[Question, Found]:
    """A question by keyword that one answer asks the database once, with the same values."""

    @wraps(question)
    def asked(*_: Question.args, **values: Question.kwargs) -> Found:
        return remembered((question, *sorted(values.items())), lambda: question(*_, **values))

    return asked


def each_remembered(
    question: Hashable, keys: Collection[Key], find: Callable[[Collection[Key]], Mapping[Key, Found]]
) -> dict[Key, Found]:
    """The answer for each of these keys; only those about which nobody has asked before are looked up."""
    known: dict[Key, Found] = remembered(question, dict)
    if unknown := set(keys) - known.keys():
        known |= find(unknown)
    return {key: known[key] for key in keys if key in known}
