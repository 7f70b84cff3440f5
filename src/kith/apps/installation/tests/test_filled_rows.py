"""A row that was read is like one that Django itself has made: it is stored already, and what was left out is read."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.apps.installation.models import Installation
from kith.apps.records.base import open_gate

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def stored() -> Installation:
    with open_gate():
        return Installation.objects.create(id=1, kind="demo", partnership="Eastmarch", made_at=NOON)


def test_it_is_what_was_stored(stored: Installation) -> None:
    read = Installation.objects.get()
    assert read == stored
    assert (read.pk, read.kind, read.partnership, read.seed, read.made_at) == (1, "demo", "Eastmarch", "", NOON)


def test_it_is_stored_again_and_not_once_more(stored: Installation) -> None:
    read = Installation.objects.get()
    read.partnership = "Westmarch"
    with open_gate(), CaptureQueriesContext(connection) as asked:
        read.save()
    assert [query["sql"].split()[0] for query in asked] == ["UPDATE"]
    assert list(Installation.objects.values_list("partnership", flat=True)) == ["Westmarch"]


def test_what_was_left_out_is_read_when_it_is_asked_for(stored: Installation) -> None:
    read = Installation.objects.only("kind").get()
    with CaptureQueriesContext(connection) as asked:
        assert read.partnership == "Eastmarch"
    assert len(asked) == 1
