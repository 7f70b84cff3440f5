"""A page left alone is locked, and nothing that was typed is lost, sent by itself, or shown to anybody else."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client

from kith.apps.audit.models import AuditRow
from kith.apps.people.models import Person
from kith.apps.records.field_sealing import open_sealed
from kith.web.account.keeping import KEPT
from kith.web.account.sessions import IDLE_MINUTES, KEPT_WORDS_MINUTES, SIGNED_IN_HOURS
from tests.trust.signing import page_of_mina, sign_in, signed_in, small_world

pytestmark = pytest.mark.django_db


@dataclass
class World:
    """Mina's pages, and the clock."""

    clock: time_machine.Traveller
    child_page: str
    form_page: str
    words: dict[str, str]

    def later(self, **time: int) -> None:
        self.clock.shift(dt.timedelta(**time))


@pytest.fixture
def world() -> Iterator[World]:
    with small_world() as (clock, made):
        page = page_of_mina(made)
        words = {"called": "Ottoline Varley", "relation": "parent", "to": made.refs["mina"], "told_by": "Her father"}
        yield World(clock, page, f"{page}/add-person", words)


def is_locked(response: HttpResponse) -> bool:
    return response.status_code == 302 and response.headers["Location"].startswith("/sign-in?next=")


@pytest.mark.parametrize(("who", "minutes"), [("ana", IDLE_MINUTES["everybody"]), ("fay", IDLE_MINUTES["front_door"])])
def test_a_page_left_alone_is_locked_after_the_minutes_of_the_role(world, who, minutes):
    client = signed_in(who)
    world.later(minutes=minutes - 1)
    assert client.get(world.child_page).status_code == 200
    world.later(minutes=minutes)
    assert is_locked(client.get(world.child_page))
    assert f"You were away {minutes} minutes, so we locked the page." in client.get("/sign-in").content.decode()


def test_whoever_works_on_is_asked_again_after_ten_hours(world):
    client = signed_in()
    for _ in range(SIGNED_IN_HOURS * 6 - 1):
        world.later(minutes=10)
        assert client.get("/my-sign-in").status_code == 200
    world.later(minutes=10)
    assert is_locked(client.get("/my-sign-in"))
    assert f"You signed in {SIGNED_IN_HOURS} hours ago" in client.get("/sign-in").content.decode()


def test_a_thief_with_the_old_cookie_gets_nothing_after_the_lock(world):
    client = signed_in()
    thief = Client()
    thief.cookies.update(client.cookies)
    world.later(minutes=16)
    client.get(world.child_page)
    assert thief.get(world.child_page).status_code == 302
    sign_in(client)
    assert thief.get(world.child_page).status_code == 302


def locked_form(world: World, who: str = "ana") -> Client:
    """A form was sent an age after it was opened."""
    client = signed_in(who)
    client.get(world.form_page)
    world.later(minutes=16)
    assert is_locked(client.post(world.form_page, world.words))
    return client


def test_words_come_back_in_the_form_and_are_saved_only_when_somebody_presses_again(world):
    client = locked_form(world)
    before = Person.objects.count()
    assert "Your words are kept." in client.get("/sign-in").content.decode()
    back = sign_in(client, next=world.form_page)
    assert back.headers["Location"] == world.form_page
    for _ in range(2):  # opening the page again does not lose them
        page = client.get(world.form_page).content.decode()
        assert 'value="Ottoline Varley"' in page and 'value="Her father"' in page
        assert "Your words are back." in page
    assert Person.objects.count() == before, "nothing is sent by itself"
    assert client.post(world.form_page, world.words).status_code == 302
    assert Person.objects.count() == before + 1
    assert 'value="Ottoline Varley"' not in client.get(world.form_page).content.decode()
    assert KEPT not in client.session


def test_somebody_else_sees_nothing_of_it_and_it_is_destroyed(world):
    client = locked_form(world)
    sign_in(client, "ben")
    assert KEPT not in client.session
    assert "Ottoline" not in client.get(world.form_page).content.decode()
    client.post("/sign-out")
    sign_in(client, "ana")
    assert "Ottoline" not in client.get(world.form_page).content.decode()


def test_words_belong_to_their_page(world):
    client = locked_form(world)
    sign_in(client)
    for other in (world.child_page, f"{world.form_page}?relation=child", f"{world.child_page}/add-home"):
        assert "Her father" not in client.get(other).content.decode()


def test_words_are_kept_for_an_hour(world):
    client = locked_form(world)
    world.later(minutes=KEPT_WORDS_MINUTES)
    sign_in(client)
    assert "Ottoline" not in client.get(world.form_page).content.decode()
    assert KEPT not in client.session


def test_a_row_with_words_that_nobody_comes_back_for_is_cleared(world):
    locked_form(world)
    assert Session.objects.count() == 1
    world.later(minutes=KEPT_WORDS_MINUTES + 1)
    signed_in("ben")
    assert Session.objects.count() == 1


def test_what_is_stored_cannot_be_read_or_moved(world):
    client = locked_form(world)
    row = Session.objects.get()
    held = str(row.get_decoded())
    assert "Ottoline" not in held and "father" not in held
    session = client.session
    session[KEPT] = {**session[KEPT], "page": f"{world.form_page}?elsewhere"}
    session.save()
    sign_in(client)
    assert "Ottoline" not in client.get(f"{world.form_page}?elsewhere").content.decode()


def test_no_password_is_ever_kept(world):
    client = signed_in()
    world.later(minutes=16)
    assert is_locked(client.post(world.form_page, {**world.words, "password": "hunter", "code": "123456"}))
    kept = client.session[KEPT]
    bond = "\n".join(str(kept[part]) for part in ("of", "page", "to", "until"))
    held = open_sealed(kept["sealed"], purpose=f"kept words of {kept['of']}", bound_to=bond)
    assert "called=" in held and "hunter" not in held and "123456" not in held


def test_a_form_that_is_on_another_page_comes_back_there(world):
    """Taking out stands on the picture and goes elsewhere; the browser says where it stood."""
    client = signed_in()
    world.later(minutes=16)
    sent = client.post(
        f"{world.child_page}/people/{'0' * 26}/take-out",
        {"why": "x"},
        headers={"Referer": f"http://testserver{world.child_page}/picture"},
    )
    assert sent.headers["Location"] == "/sign-in?" + "next=" + f"{world.child_page}/picture".replace("/", "%2F")


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/steal", "//evil.example/", "http://testserver//evil.example/", "javascript:alert(1)"],
)
def test_a_page_elsewhere_is_never_led_to(world, elsewhere):
    client = signed_in()
    world.later(minutes=16)
    sent = client.post(world.form_page, world.words, headers={"Referer": elsewhere})
    assert "evil" not in sent.headers["Location"] and "script" not in sent.headers["Location"]


def test_a_second_tab_can_still_be_sent_after_coming_back(world):
    client = Client(enforce_csrf_checks=True)
    token = token_on(client.get("/sign-in"))
    sign_in(client, csrfmiddlewaretoken=token)
    second_tab = token_on(client.get(world.form_page))
    world.later(minutes=16)
    assert is_locked(client.get(world.child_page))
    sign_in(client, csrfmiddlewaretoken=token_on(client.get("/sign-in")))
    assert client.post(world.form_page, {**world.words, "csrfmiddlewaretoken": second_tab}).status_code == 302


def test_somebody_elses_forms_from_before_are_worth_nothing(world):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, csrfmiddlewaretoken=token_on(client.get("/sign-in")))
    old = token_on(client.get(world.form_page))
    world.later(minutes=16)
    assert is_locked(client.get(world.child_page))
    sign_in(client, "ben", csrfmiddlewaretoken=token_on(client.get("/sign-in")))
    assert client.post(world.form_page, {**world.words, "csrfmiddlewaretoken": old}).status_code == 409


def test_words_are_kept_only_of_forms_that_are_ours(world):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, csrfmiddlewaretoken=token_on(client.get("/sign-in")))
    world.later(minutes=16)
    assert client.post(world.form_page, world.words).status_code == 409
    assert KEPT not in client.session


def token_on(response: HttpResponse) -> str:
    return response.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def test_a_part_of_a_page_tells_the_browser_to_go_and_sign_in(world):
    client = signed_in()
    world.later(minutes=16)
    answer = client.get(world.child_page, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith("/sign-in?next=")


def test_signing_in_locking_and_signing_out_stand_on_the_record(world):
    client = signed_in()
    world.later(minutes=16)
    client.get(world.child_page)
    sign_in(client)
    client.post("/sign-out")
    said = list(AuditRow.objects.filter(event__startswith="account.").order_by("pk").values_list("event", flat=True))
    assert said == ["account.signed_in", "account.locked", "account.signed_in", "account.signed_out"]


def test_after_signing_out_the_browser_holds_nothing_to_go_back_to(world):
    client = signed_in()
    assert "no-store" in client.get(world.child_page).headers["Cache-Control"]
    assert client.post("/sign-out").headers["Clear-Site-Data"] == '"cache", "cookies"'
    assert is_locked(client.get(world.child_page))
