import pytest
from tests.trust.test_two_worlds import *
from tests.trust.giving_stories import publishing_what_happened


@pytest.mark.django_db
@pytest.mark.parametrize("hide", WALKERS)
def test_one(hide):
    found = compare(hide, tuple(sorted({*WALKERS[hide], "pru", "ira", "tess"})), (publishing_what_happened,))
    assert not found, found
