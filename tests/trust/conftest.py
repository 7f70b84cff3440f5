"""The clock that stands still and the small county, for every test that does not need a county of its own."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache

from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.county import build_county


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def county(clock: time_machine.Traveller) -> Iterator[Partnership]:
    with rolled_back():
        cache.clear()
        yield build_county()
