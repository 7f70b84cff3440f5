"""Documents, locks and vendored files keep up with the code."""

import pytest

from kith.project.environment import TABLE
from tests.architecture.checks.documents import (
    altered_vendor_files,
    apps_in_order,
    disagreeing_locks,
    misplaced_rows,
    undocumented_settings,
    unknown_commands,
)
from tests.architecture.house import ROOT, SOURCE, expect_none, our_files

OPERATE = ROOT / "docs" / "operate"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
VENDOR = SOURCE / "web" / "static" / "vendor"


@pytest.mark.skipif(not OPERATE.exists(), reason="docs/operate is not written yet")
def test_every_setting_is_described():
    expect_none(undocumented_settings(OPERATE / "settings.md", [setting.name for setting in TABLE]))


@pytest.mark.parametrize("page", [path for path in our_files() if path.suffix == ".md"], ids=lambda path: path.name)
def test_commands_in_documents_exist(page):
    expect_none(unknown_commands(page, ROOT / "Makefile"))


def test_each_app_has_one_row_in_the_order_in_which_they_stand():
    order = apps_in_order(ROOT / ".importlinter")
    assert set(order) == {folder.parent.name for folder in SOURCE.glob("apps/*/__init__.py")}
    expect_none(misplaced_rows(ARCHITECTURE, "app", order))


def test_each_engine_has_one_row():
    engines = sorted(folder.parent.name for folder in SOURCE.glob("engines/*/__init__.py"))
    expect_none(misplaced_rows(ARCHITECTURE, "engine", engines))


def test_the_tests_run_on_the_versions_that_people_run():
    expect_none(disagreeing_locks(ROOT / "requirements.lock", ROOT / "requirements-dev.lock"))


@pytest.mark.skipif(not VENDOR.exists(), reason="nothing is vendored yet")
def test_vendored_files_are_what_they_say():
    expect_none(altered_vendor_files(VENDOR))
