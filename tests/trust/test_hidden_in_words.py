"""Free words that name somebody whom the reader may not see: cut where that is sealed, and only there.

Whoever is hidden by sensitivity alone stays in the words of others. SECURITY.md says so: a seal is for those whose
name must not be read.
"""

from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse

from kith.apps.audit.services import load
from kith.apps.people.models import Person
from kith.testing.factories import NOW, OPERATOR, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.hidden import SECRET_PERSON, hide_relative, seal_relative
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
NOTE = f"Ask {SECRET_PERSON} before you ring."


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        yield build_county()


def read_of_dad(county: Partnership) -> bytes:
    """Dad's page, of whom somebody has written down the name, as Pru reads it."""
    with load("test.note", by=OPERATOR, now=NOW, payload={}):
        Person.objects.filter(subject__ref=county.refs["dad"]).update(note=NOTE)
    return visitor("pru").get(reverse("children:person", args=[county.refs["mina"], county.refs["dad"]])).body


def test_a_sealed_name_is_cut_from_the_words_of_others(county):
    seal_relative(county)
    assert SECRET_PERSON.encode() not in read_of_dad(county)


def test_a_name_above_the_readers_clearance_is_not_cut_from_the_words_of_others(county):
    """What is not promised, so that nobody believes it: their own record and ties are hidden all the same."""
    ref = hide_relative(county)
    page = read_of_dad(county)
    assert NOTE.encode() in page
    assert ref.encode() not in page and page.count(SECRET_PERSON.encode()) == 1
