"""No test goes on for ever: what takes too long says where each thread stands, and ends as failed, by name.

pytest's own limit is called off by the first failure, and what follows, the tidying up, may hang just as well; so
the clock is set anew for that. A process of the tests that is ended in this way is missed by the one that deals out
the tests, which tells whose test it was and lets another process go on.
"""

import faulthandler
import os
from collections.abc import Generator

import pytest

OPTION, SECONDS = "most_seconds_per_test", 900  # the longest takes fifty, and a busy machine ten times as long
STANDARD_ERROR = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    what = "how long a test may prepare and run, and then tidy up, before its process is ended"
    parser.addini(OPTION, what, "int", default=SECONDS)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[STANDARD_ERROR] = os.dup(2)  # the real one, which tests have taken from them


def pytest_unconfigure(config: pytest.Config) -> None:
    os.close(config.stash[STANDARD_ERROR])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    _set_the_clock(item.config)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    _set_the_clock(item.config)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _set_the_clock(config: pytest.Config) -> None:
    faulthandler.dump_traceback_later(config.getini(OPTION), exit=True, file=config.stash[STANDARD_ERROR])
