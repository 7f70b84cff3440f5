"""The public page is there for everybody, also when the database is not."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from kith.apps.agencies.models import User
from kith.apps.helplines.services import load_numbers
from kith.testing.factories import NOW, OPERATOR, TODAY, agency, email_of, partnership, rolled_back, worker
from kith.testing.help_numbers import invented_numbers
from kith.web import context


@pytest.fixture
def eastmarch() -> Iterator[None]:
    with rolled_back():
        load_numbers(by=OPERATOR, numbers=invented_numbers(TODAY), now=NOW)
        yield


@pytest.mark.django_db
def test_it_shows_the_countys_numbers_and_the_national_ones_beside_them(eastmarch):
    page = Client().get("/help-now").content.decode()
    for number in ("tel:999", "tel:01632960200", "tel:01632960210", "tel:08001111", "tel:116123", "tel:111"):
        assert number in page
    assert "01632 960220" not in page, "the out-of-hours team is for workers"


@pytest.mark.django_db
def test_its_title_and_address_say_nothing(eastmarch):
    assert "<title>My page</title>" in Client().get("/help-now").content.decode()


def test_without_a_database_it_still_answers(monkeypatch):
    """No database fixture: whatever touches the database here fails, as it would in an outage."""

    def broken() -> None:
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(context, "installation_facts", broken)
    monkeypatch.setattr("kith.apps.helplines.queries._standing", broken)
    answer = Client().get("/help-now")
    assert answer.status_code == 200
    for number in ("tel:999", "tel:111", "tel:116123", "tel:08001111"):
        assert number in answer.content.decode()


@pytest.mark.django_db
def test_a_missing_second_step_does_not_stand_before_it(monkeypatch):
    monkeypatch.setattr("kith.web.account.second_steps.is_demanded", lambda: True)
    with rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        client = Client()
        client.force_login(User.objects.get(email=email_of("abe")))
        assert client.get("/").status_code == 302
        assert client.get("/help-now").status_code == 200
        assert client.get("/leave").headers["Location"] == settings.LEAVE_TO
