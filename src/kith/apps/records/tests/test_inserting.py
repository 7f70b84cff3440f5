"""Rows inserted many at once are what the same rows saved one by one would be."""

import datetime as dt
from itertools import count

import pytest
from django.apps import apps

from kith.apps.records.base import (
    ChangedOutsideDeed,
    insert_all,
    insert_values,
    insert_with_keys,
    open_gate,
    refs_from,
)
from kith.testing.factories import NOW

pytestmark = pytest.mark.django_db
MORE_THAN_ONE_STATEMENT_HOLDS = 1_200


@pytest.fixture
def batches():
    return apps.get_model("access", "Batch")


@pytest.fixture
def subjects():
    return apps.get_model("access", "Subject")


def said(row):
    return {
        field.attname: getattr(row, field.attname) for field in row._meta.fields if field.attname not in ("id", "ref")
    }


def test_what_a_row_leaves_out_has_its_default(subjects):
    with open_gate():
        subjects(has_case=True).save()
        insert_all(subjects, [{"has_case": True}])
        insert_with_keys(subjects, [{"has_case": True}])
    one, *others = map(said, subjects.objects.all())
    assert others == [one] * 2
    assert one["version"] == 1


def test_refs_are_drawn_one_for_each_row_in_order_and_a_given_ref_stays(batches):
    numbers = count(1)
    with open_gate(), refs_from(lambda: f"ref-{next(numbers)}"):
        insert_all(batches, [{}, {"ref": "mine"}, {}])
        insert_with_keys(batches, [{}])
    assert list(batches.objects.order_by("pk").values_list("ref", flat=True)) == ["ref-1", "mine", "ref-2", "ref-3"]


def test_keys_come_in_the_order_of_the_rows_however_many_statements_it_takes(batches):
    times = [NOW + dt.timedelta(minutes=minute) for minute in range(MORE_THAN_ONE_STATEMENT_HOLDS)]
    with open_gate():
        keys = insert_with_keys(batches, ({"published_at": at} for at in times))
    stored = batches.objects.in_bulk(keys)
    assert [stored[key].published_at for key in keys] == times


def test_no_rows_are_no_work(batches):
    with open_gate():
        insert_all(batches, [])
        insert_values(batches, ["ref"], [])
        assert insert_with_keys(batches, []) == []
    assert not batches.objects.exists()


def test_a_value_without_a_column_is_refused(batches):
    with open_gate(), pytest.raises(TypeError, match="no column for \\['colour'\\]"):
        insert_all(batches, [{"colour": "green"}])


@pytest.mark.parametrize(
    "insert", [insert_all, insert_with_keys, lambda model, _: insert_values(model, ["ref"], [["r"]])]
)
def test_outside_a_deed_or_load_nothing_is_inserted(batches, insert):
    with pytest.raises(ChangedOutsideDeed, match="Batch cannot be created"):
        insert(batches, [{}])
    assert not batches.objects.exists()
