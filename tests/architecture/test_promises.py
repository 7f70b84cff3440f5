"""Nothing outgrows its budget, every module says what it is, and the list of exceptions only shrinks."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.checks.apostrophes import straight_apostrophes
from tests.architecture.checks.breach import Breach, is_test
from tests.architecture.checks.budgets import over_budget
from tests.architecture.checks.docstrings import missing_examples, missing_inits, missing_words
from tests.architecture.checks.one_home import written_again
from tests.architecture.checks.traces import colour_literals, machine_traces
from tests.architecture.house import (
    CODE_FOLDERS,
    ROOT,
    SOURCE,
    exceptions,
    expect_none,
    most_exceptions,
    our_files,
    python_files,
    seen_from_root,
)

# The palette, what is generated from it, and the icon that browsers show outside any page.
HOLD_COLOURS = ("palette.toml", "tokens.css", "icon.svg")


def breaches_of_budgets() -> Iterator[Breach]:
    for path in code():
        yield from over_budget(path)


def breaches_of_words() -> Iterator[Breach]:
    for folder in CODE_FOLDERS:
        yield from missing_inits(folder)
    for path in code():
        yield from missing_words(path)


def breaches_of_examples() -> Iterator[Breach]:
    for init in sorted((SOURCE / "engines").rglob("__init__.py")):
        if "tests" not in init.parts:
            yield from missing_examples(init.parent)


def breaches_of_colours() -> Iterator[Breach]:
    for path in our_files():
        if path.is_relative_to(SOURCE) and "tests" not in path.parts and path.name not in HOLD_COLOURS:
            yield from colour_literals(path)


def breaches_of_homes() -> Iterator[Breach]:
    for path in python_files(SOURCE):
        if not is_test(path):
            yield from written_again(path)


def breaches_of_print() -> Iterator[Breach]:
    for path in python_files(SOURCE / "apps", SOURCE / "web", SOURCE / "engines" / "kinship"):
        if not is_test(path):
            yield from straight_apostrophes(path)


def breaches_of_place() -> Iterator[Breach]:
    for path in our_files():
        yield from machine_traces(path)


PROMISES = {
    "what has its home in the kernel is not written again": breaches_of_homes,
    "nothing is over budget": breaches_of_budgets,
    "modules and packages say what they are": breaches_of_words,
    "functions that engines offer show an example": breaches_of_examples,
    "colours come from the palette": breaches_of_colours,
    "what is said has printed apostrophes": breaches_of_print,
    "no file knows the machine it was written on": breaches_of_place,
}


def code() -> list[Path]:
    return [*python_files(), ROOT / "conftest.py"]


@cache
def breaches_of(promise: str) -> tuple[Breach, ...]:
    return tuple(PROMISES[promise]())


@pytest.mark.parametrize("promise", PROMISES)
def test_the_house_keeps_its_promises(promise):
    expect_none(breaches_of(promise))


def test_every_exception_is_still_needed():
    breaches = [seen_from_root(breach) for promise in PROMISES for breach in breaches_of(promise)]
    assert exceptions() <= {(breach.check, breach.where) for breach in breaches}


def test_the_list_of_exceptions_only_shrinks():
    assert len(exceptions()) == most_exceptions(), "set at_most in exceptions.toml to the number of entries"
