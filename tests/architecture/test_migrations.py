"""The migrations of every app stand in one line."""

import pytest
from django.core.management import call_command

from tests.architecture.checks.migrations import not_linear
from tests.architecture.house import SOURCE, expect_none

FOLDERS = sorted((SOURCE / "apps").glob("*/migrations"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_migrations_are_linear(folder):
    expect_none(not_linear(folder))


@pytest.mark.django_db
def test_models_need_no_further_migration():
    """Whoever changes a model also writes its migration."""
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)
