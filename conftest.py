"""What every test run shares: which tests run on which database, where doctests are, and which browser."""

import gc
import os
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from kith.testing.emptying import let_tests_empty_the_database
from tools.system_parts import chromium

pytest_plugins = ("tools.limit_of_tests",)

DOCTESTED = ("kernel", "engines")
USE_NO_DATABASE = (*(f"src/kith/{storey}" for storey in DOCTESTED), "tests/tools")
USES_THE_DATABASE = {"db", "transactional_db", "live_server", "django_db_reset_sequences", "django_db_setup"}

# What these ask does not depend on the database, or takes too long to be asked twice.
# At the gate they run on SQLite, in the long run on both.
ASKED_ONCE = (
    "src/kith/web",
    "tests/trust/hostile",
    *(f"tests/trust/test_{name}.py" for name in ("canaries", "contexts", "headers", "help_strip", "link_pages")),
    *(f"tests/trust/test_{name}.py" for name in ("relative_pages", "own_pages", "stored_file_pages", "speaking_up")),
    *(f"tests/trust/test_{what}.py" for what in ("complaints", "reading_together", "team_in_the_loop")),
    *(f"tests/trust/test_{who}_copies.py" for who in ("family", "drawn", "voice", "people", "story", "sealed")),
    *(f"tests/trust/test_given_{what}.py" for what in ("pictures", "stories")),
    "tests/journeys",
    "tests/trust/test_route_census.py",
    "tests/trust/access/test_stateful.py",
    "src/kith/project/tests/test_laying.py",
)

# Begun first: whoever of the two processes met one of these last would finish it alone.
LONGEST = (
    "tests/trust/durability",
    "tests/trust/access/test_stateful.py",
    "tests/trust/access/test_three_answers.py",
    "tests/trust/test_two_worlds.py",
    "tests/trust/test_canaries.py",
    "tests/trust/hostile/test_texts.py",
    "tests/journeys",
)

LONG_SEARCH = 400  # examples of each property that names no size of its own; those of access name theirs

hypothesis_settings.register_profile("gate", deadline=None, print_blob=True)
hypothesis_settings.register_profile(
    "long",
    deadline=None,
    print_blob=True,
    max_examples=LONG_SEARCH,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile("gate")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-tests-only", action="store_true", help="leave out tests that use no database")


def pytest_configure() -> None:
    # Playwright keeps an event loop running in the thread of the tests; Django would refuse the database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    let_tests_empty_the_database()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Collect plain modules, for their doctests, only from the storeys that promise doctests; and nothing that is
    not asked on this database, for looking through it takes as long as many tests."""
    if config.getoption("--database-tests-only"):
        here = os.path.relpath(collection_path, config.rootpath)
        is_long = hypothesis_settings.get_current_profile_name() == "long"
        if here.startswith(USE_NO_DATABASE if is_long else (*USE_NO_DATABASE, *ASKED_ONCE)):
            return True
    is_plain_module = collection_path.suffix == ".py" and not collection_path.name.startswith("test_")
    if not is_plain_module or collection_path.name in ("__init__.py", "conftest.py"):
        return None
    roots = [config.rootpath / "src" / "kith" / storey for storey in DOCTESTED]
    return None if any(root in collection_path.parents for root in roots) else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    if not config.getoption("--database-tests-only"):
        return
    kept = [item for item in items if uses_the_database(item) and not item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def uses_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("django_db") or item.get_closest_marker("postgres"):
        return True
    return bool(USES_THE_DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_collection_finish() -> None:
    """What is imported stays for good, and worlds are thrown away whole: looking for rubbish less often saves a
    fifteenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and chromium() is None:
        leave_out("Chromium is not installed (apt-get install chromium)")
    if item.get_closest_marker("postgres") and connection.vendor == "sqlite":
        pytest.skip("asks about PostgreSQL itself; this run is on SQLite")


def leave_out(reason: str) -> None:
    """Skip on somebody's own machine; fail where everything has to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Drive the system's Chromium; its sandbox cannot start as root."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": str(chromium()), "args": arguments}
