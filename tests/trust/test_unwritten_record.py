"""What cannot be put on the audit record is neither shown nor done: the page says busy, and nothing else."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from kith.apps.audit import services
from kith.apps.people.models import Person, Tie
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
SAID = ("Okafor", "Mensah", "Quay Row", "Penhale")


@pytest.fixture
def no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def append(entry: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(services, "append", append)


READS = (
    "child",
    "picture",
    "picture_svg",
    "picture_png",
    "picture_pdf",
    "people_csv",
    "people_xlsx",
    "add_person",
    "add_tie",
    "add_household",
)


@pytest.mark.parametrize("route", READS)
def test_a_read_is_refused(county, no_record, route):
    answer = visitor("pru").get(reverse(f"children:{route}", args=[county.refs["mina"]]))
    expect_busy(answer)


@pytest.mark.parametrize("path", ["/", "/children"])
def test_a_list_is_refused(county, no_record, path):
    expect_busy(visitor("pru").get(path))


def test_a_search_is_refused(county, no_record):
    expect_busy(visitor("fay").post(reverse("children:find"), asked="okafor"))


def test_a_refusal_that_cannot_be_recorded_says_busy_too(county, no_record):
    expect_busy(visitor("tess").get(reverse("children:child", args=[county.refs["mina"]])))


def test_a_deed_is_not_done(county, no_record):
    people, ties = Person.objects.count(), Tie.objects.count()
    where = reverse("children:add_person", args=[county.refs["mina"]])
    answer = visitor("pru").post(where, called="Baz", relation="parent", to=county.refs["mum"])
    expect_busy(answer)
    assert (Person.objects.count(), Tie.objects.count()) == (people, ties)


def test_a_page_that_shows_nobody_still_opens(county, no_record):
    assert visitor("ada").get("/children").status == 200
    assert visitor().get("/sign-in").status == 200


def expect_busy(answer) -> None:
    assert answer.status == 503
    assert not [name for name in SAID if name in answer.body.decode()]
