"""What a migration does with rows that stand already."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from pytest_django import DjangoDbBlocker

from kith.kernel.refs import is_ref, new_ref
from kith.project.tests.test_laying import empty_place

CODES = ["tr", "en", "cy"]


@pytest.fixture
def place(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    with django_db_blocker.unblock(), empty_place(tmp_path / "walked") as made:
        yield made


def walk_to(place: BaseDatabaseWrapper, app: str, step: str) -> Any:
    """The models as they stand there."""
    MigrationExecutor(place).migrate([(app, step)])
    return MigrationExecutor(place).loader.project_state([(app, step)]).apps


def rows_of(apps: Any, model: str, place: BaseDatabaseWrapper) -> Any:
    return apps.get_model(model)._default_manager.using(place.alias)


def test_languages_that_stand_get_a_ref_each_and_stay_in_their_order(
    place: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = walk_to(place, "people", "0001_squashed_0006_taken_over")
    subject = rows_of(before, "access.Subject", place).create(ref=new_ref())
    person = rows_of(before, "people.Person", place).create(subject_id=subject.pk, kind="adult")
    for code in CODES:
        rows_of(before, "people.Language", place).create(person_id=person.pk, code=code)

    monkeypatch.setattr("kith.apps.people.migrations.0008_languages_get_refs.AT_ONCE", 2)
    languages = rows_of(walk_to(place, "people", "0009_languages_by_ref"), "people.Language", place)

    rows = list(languages.order_by("place", "pk"))
    assert [row.code for row in rows] == CODES and all(row.withdrawn_at is None for row in rows)
    assert len({row.ref for row in rows}) == len(CODES) and all(is_ref(row.ref) for row in rows)
    with pytest.raises(IntegrityError):
        languages.create(person_id=person.pk, code="fr", ref=rows[0].ref)
