"""Confirming that it is you: what takes pictures away asks again, and the person is back where they were."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from kith.apps.agencies.queries import actor_by_email
from kith.apps.people.models import Person
from kith.testing.factories import email_of
from kith.web.account.confirming import needs_confirming
from tests.trust.signing import PASSWORD, add_app, code_of, page_of_mina, signed_in, small_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Iterator[tuple[time_machine.Traveller, str]]:
    with small_world() as (clock, made):
        yield clock, page_of_mina(made)


def after_a_while(world, **browser) -> tuple[Client, str]:
    clock, page = world
    client = signed_in(**browser)
    clock.shift(dt.timedelta(minutes=6))
    return client, page


def test_whoever_has_just_signed_in_takes_the_picture_away(world):
    _, page = world
    client = signed_in()
    for form in ("svg", "png"):
        assert client.get(f"{page}/picture.{form}").status_code == 200


@pytest.mark.parametrize("form", ["svg", "png"])
def test_after_five_minutes_it_asks_and_then_the_file_follows_the_page(world, form):
    client, page = after_a_while(world)
    file, before = f"{page}/picture.{form}", {"Referer": f"http://testserver{page}/picture"}
    assert client.get(file, headers=before).headers["Location"] == "/confirm"
    assert "Password" in client.get("/confirm").content.decode()
    wrong = client.post("/confirm", {"password": "guess"})
    assert "That password is not right" in wrong.content.decode()
    assert client.get(file).status_code == 302
    client.get(file, headers=before)
    assert client.post("/confirm", {"password": PASSWORD}).headers["Location"] == f"{page}/picture"
    first, second = client.get(f"{page}/picture"), client.get(f"{page}/picture")
    assert first.headers["Refresh"] == f"0;url={file}"
    assert "Refresh" not in second.headers, "once"
    assert client.get(file).status_code == 200


@pytest.mark.parametrize("before", ["https://evil.example/x", "http://testserver//evil.example/x", ""])
def test_where_the_browser_does_not_say_it_leads_to_today(world, before):
    client, page = after_a_while(world)
    client.get(f"{page}/picture.svg", headers={"Referer": before})
    assert client.post("/confirm", {"password": PASSWORD}).headers["Location"] == "/"
    assert client.get("/").headers["Refresh"] == f"0;url={page}/picture.svg"


def test_it_holds_for_five_minutes(world):
    client, page = after_a_while(world)
    client.post("/confirm", {"password": PASSWORD})
    world[0].shift(dt.timedelta(minutes=5))
    assert client.get(f"{page}/picture.svg").status_code == 200
    world[0].shift(dt.timedelta(seconds=1))
    assert client.get(f"{page}/picture.svg").status_code == 302


def test_with_a_second_step_the_password_is_not_enough(world):
    clock, page = world
    client = signed_in()
    secret = add_app(client)
    clock.shift(dt.timedelta(minutes=6))
    assert "Password" not in client.get("/confirm").content.decode()
    assert client.post("/confirm", {"password": PASSWORD}).status_code == 200
    assert client.get(f"{page}/picture.svg").status_code == 302
    client.post("/confirm", {"code": code_of(secret)})
    assert client.get(f"{page}/picture.svg").status_code == 200


def test_after_five_wrong_passwords_it_has_to_wait(world):
    client, _ = after_a_while(world)
    for number in range(5):
        assert client.post("/confirm", {"password": f"guess {number}"}).status_code == 200
    assert client.post("/confirm", {"password": PASSWORD}).status_code == 429


def test_a_form_that_demands_it_comes_back_with_its_words(world):
    client, page = after_a_while(world)
    done: list[object] = []
    before = Person.objects.count()

    @needs_confirming
    def view(request: object) -> HttpResponse:
        done.append(request)
        return HttpResponse("done")

    request = RequestFactory().post(f"{page}/add-person", {"called": "Ottoline Varley", "password": "hunter"})
    request.session, request.now = client.session, timezone.now()
    request.actor = actor_by_email(email_of("ana"), on=request.now.date())
    assert view(request).headers["Location"] == "/confirm"
    request.session.save()
    assert not done
    assert "Your words are kept" in client.get("/confirm").content.decode()
    assert client.post("/confirm", {"password": PASSWORD}).headers["Location"] == f"{page}/add-person"
    back = client.get(f"{page}/add-person").content.decode()
    assert 'value="Ottoline Varley"' in back and "hunter" not in back
    assert Person.objects.count() == before


def test_it_is_asked_before_it_is_said_whether_anything_is_there(world):
    client, _ = after_a_while(world)
    assert client.get(f"/children/{'0' * 26}/picture.svg").headers["Location"] == "/confirm"
