"""A county is copied only where SQLite can: in an open transaction its copy would wait for an end that never comes."""

import pytest

from kith.testing.copying import can_be_copied, copied
from tests.journeys.grown_county import grow_county


@pytest.mark.django_db
def test_in_an_open_transaction_nothing_is_copied():
    assert not can_be_copied()
    with pytest.raises(RuntimeError, match="open transaction"):
        copied()


@pytest.mark.django_db(transaction=True)
def test_a_county_put_back_is_the_county_that_was_grown(django_user_model):
    if not can_be_copied():
        pytest.skip("A county is copied on SQLite alone.")
    grow_county()
    first = set(django_user_model.objects.values_list("email", flat=True))
    django_user_model.objects.filter(email=min(first)).update(email="somebody-else@example.org")
    grow_county()
    assert set(django_user_model.objects.values_list("email", flat=True)) == first
