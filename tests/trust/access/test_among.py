"""The question whether a key is in a set is the same on both databases, in the words of each."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from kith.apps.access.among import IsAmong
from kith.apps.access.models import Subject
from kith.apps.people.models import Person
from kith.testing.factories import Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
NAMES = ("mina", "aunt", "lou", "uncle")


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council", "east")], workers=[worker("worker", "practitioner")])
    made.add([family(child("mina"), person("aunt")), family(child("lou"), person("uncle"))])
    return made


def keys_of(town: Partnership, *names: str) -> QuerySet:
    return Subject.objects.filter(ref__in=[town.refs[name] for name in names]).values("pk")


def among(town: Partnership, keys: QuerySet) -> set[str]:
    """Those for whom the answer is yes; for everybody else its opposite has to be."""
    yes, no = (
        set(Person.objects.filter(question).values_list("subject__ref", flat=True))
        for question in (IsAmong("subject_id", keys), ~IsAmong("subject_id", keys))
    )
    assert not yes & no
    assert yes | no == set(town.refs.values())
    return {name for name in NAMES if town.refs[name] in yes}


@pytest.mark.parametrize("names", [(), ("lou",), ("mina", "lou"), ("mina", "aunt", "lou"), NAMES])
def test_it_is_yes_for_the_keys_that_are_found_and_no_for_all_others(town, names):
    assert among(town, keys_of(town, *names)) == set(names)


def test_the_set_may_be_put_together_of_others_and_name_a_key_twice(town):
    both = keys_of(town, "mina", "lou").union(keys_of(town, "lou", "uncle"), all=True)
    assert among(town, both) == {"mina", "lou", "uncle"}
    assert among(town, both.difference(keys_of(town, "lou"))) == {"mina", "uncle"}


def test_a_set_known_to_be_empty_holds_nobody(town):
    assert among(town, Subject.objects.none().values("pk")) == set()


def test_postgresql_is_not_given_what_it_would_make_a_join_of(town):
    sql = str(Person.objects.filter(IsAmong("subject_id", keys_of(town, "lou"))).query)
    assert ("subject_id IN" in sql.replace('"', "")) is (connection.vendor != "postgresql")
