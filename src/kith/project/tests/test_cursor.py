"""A question in Django's words is the same question in the database's, the first time and every time after."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("given", ["a", "b", "%s", "100%"])
def test_values_are_put_in_and_percent_signs_are_kept(given: str) -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT %s, 'half: 50%%'", [given]).fetchone() == (given, "half: 50%")


@pytest.mark.parametrize("given", ["a", "b"])
def test_values_may_have_names(given: str) -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT %(it)s, %(it)s, '%%'", {"it": given}).fetchone() == (given, given, "%")
