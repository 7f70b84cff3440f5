"""The keepers' page, from the form to the undo."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.apps.helplines.queries import help_strip
from kith.testing.factories import NOW, agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
SENT = {
    "label": "Eastmarch crisis line",
    "shown": "01632 960200",
    "dial": "01632960200",
    "hours": "Day and night",
    "checked_on": "24 November 2026",
    "source": "The county",
    "version": "0",
}


@pytest.fixture
def keeper() -> Iterator[Client]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        client = Client()
        client.force_login(User.objects.get(email=email_of("abe")))
        yield client


def change(keeper: Client, place: str = "crisis", **differently: str):
    return keeper.post(reverse("help:change_number", args=[place]), SENT | differently)


def test_a_number_is_changed_and_the_change_undone(keeper):
    assert change(keeper).headers["Location"] == "/numbers"
    assert help_strip().crisis.shown == "01632 960200"
    page = keeper.get("/numbers").content.decode()
    assert "In crisis in my mind: Saved." in page
    assert "Undo: number changed" in page
    keeper.post("/numbers/crisis/put-back/0?version=1")
    assert help_strip().crisis.dial == "111"


def test_pressing_that_it_was_checked_dates_it(keeper):
    change(keeper, checked_on="1 July 2026")
    assert "That is more than 90 days ago" in keeper.get("/numbers").content.decode()
    keeper.post("/numbers/crisis/checked", {"version": "1"})
    assert help_strip().crisis.checked_on == NOW.date()
    assert "days ago" not in keeper.get("/numbers").content.decode()


def test_taking_out_leads_back_to_the_national_number(keeper):
    change(keeper)
    keeper.post("/numbers/crisis/take-out", {"version": "1"})
    assert help_strip().crisis.dial == "111"
    assert "The national number stands" in keeper.get("/numbers").content.decode()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"dial": "01632960201"}, "are not the same"),
        ({"checked_on": "yesterday"}, "Write a day such as"),
        ({"label": ""}, "has no answer yet"),
    ],
)
def test_what_cannot_be_saved_comes_back_with_every_word(keeper, wrong, says):
    answer = change(keeper, **wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page and "01632 960200" in page
    assert help_strip().crisis.dial == "111"


def test_danger_stays_999(keeper):
    assert change(keeper, "danger").status_code == 422
    assert help_strip().danger.dial == "999"


def test_whoever_comes_second_keeps_their_words(keeper):
    change(keeper)
    answer = change(keeper, label="Another line")
    assert answer.status_code == 422
    assert "Look again, then save" in answer.content.decode()
    assert "Another line" in answer.content.decode()


def test_the_form_offers_no_national_number_as_the_countys_own(keeper):
    page = keeper.get("/numbers/out_of_hours_workers/change").content.decode()
    form = page[page.index("<h1>") :]
    assert "No out-of-hours team" not in form


def test_there_is_no_page_for_a_place_that_does_not_exist(keeper):
    assert keeper.get("/numbers/lunch/change").status_code == 404
