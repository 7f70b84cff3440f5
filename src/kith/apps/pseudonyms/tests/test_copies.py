"""Copies carry stand-ins and nothing that names anybody, and say so; the same people have the same in every copy."""

import pytest

from kith.apps.pseudonyms.tests.making import FACT, begin, copied, county, facts_in, say
from kith.testing.factories import Partnership

pytestmark = pytest.mark.django_db
__all__ = ["county"]


def test_first(county: Partnership):
    say(county, FACT)
    made = begin(county)
    data = copied(county, made).data
    print(data.decode())
    print(copied(county, made, "svg", what="family").data.decode()[:3000])
    assert facts_in(data) == [""]
