"""Signing in and out: a new session each time, the same words for every failure, and no end of guesses."""

from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.apps.people.models import Person
from kith.testing.factories import agency, child, email_of, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
PASSWORD = "heron stands in the shallows"
SESSION = "__Host-kith-session"


@pytest.fixture
def child_page() -> Iterator[str]:
    with rolled_back():
        cache.clear()
        made = partnership(
            agencies=[agency("council")], workers=[worker("ana", password=PASSWORD), worker("new", password="")]
        )
        made.add([family(child("mina"))])
        made.involve("mina", "ana")
        yield reverse("children:child", args=[made.refs["mina"]])
        cache.clear()


def sign_in(client, who="ana", password=PASSWORD, **query):
    return client.post("/sign-in", {"login": email_of(who), "password": password}, query_params=query)


def test_whoever_signs_in_gets_a_session_that_was_not_known_before(child_page):
    client = Client()
    planted = client.session
    planted["basket"] = "planted by somebody else"
    planted.save()
    client.cookies[SESSION] = planted.session_key
    assert sign_in(client).status_code == 302
    assert client.cookies[SESSION].value != planted.session_key
    assert client.get(child_page).status_code == 200
    assert not Session.objects.filter(session_key=planted.session_key).exists()


def test_cookies_belong_to_this_host_and_to_no_script(child_page):
    client = Client()
    form, signed_in = client.get("/sign-in"), sign_in(client)
    cookies = {**form.cookies, **signed_in.cookies}
    assert set(cookies) == {"__Host-kith-session", "__Host-kith-csrf"}
    for name, cookie in cookies.items():
        assert cookie["secure"] and cookie["httponly"] and cookie["path"] == "/" and not cookie["domain"], name
        assert cookie["samesite"] in ("Lax", "Strict"), name
    assert not cookies["__Host-kith-session"]["expires"], "it ends with the browser"


def test_signing_out_ends_the_session_for_everybody_who_has_it(child_page):
    client = Client()
    sign_in(client)
    thief = Client()
    thief.cookies[SESSION] = client.cookies[SESSION].value
    assert thief.get(child_page).status_code == 200
    left = client.post("/sign-out")
    assert left["Clear-Site-Data"] == '"cache", "cookies"'
    assert client.get(child_page).status_code == thief.get(child_page).status_code == 302


def test_a_link_does_not_sign_anybody_out(child_page):
    client = Client()
    sign_in(client)
    client.get("/sign-out")
    assert client.get(child_page).status_code == 200


def test_whoever_is_made_inactive_is_out_at_the_next_request(child_page):
    client = Client()
    sign_in(client)
    User.objects.update(is_active=False)
    assert client.get(child_page).status_code in (302, 404)


def words_of(response: HttpResponse, who: str) -> str:
    """The page without what was typed and without its token."""
    page = response.content.decode().replace(email_of(who), "")
    return page.split("csrfmiddlewaretoken")[0] + page.split("csrfmiddlewaretoken")[1][80:]


def test_every_failure_says_the_same(child_page):
    """A wrong password, somebody unknown, somebody who left, and somebody who has no password yet."""
    User.objects.filter(email=email_of("new")).update(is_active=False)
    said = {words_of(sign_in(Client(), who, "wrong password"), who) for who in ("ana", "nobody", "new")}
    assert len(said) == 1


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(child_page):
    client = Client()
    answers = [sign_in(client, password=f"guess {n}") for n in range(6)]
    assert "Too many" in answers[5].content.decode() or answers[5].status_code == 429
    assert "Too many" not in answers[4].content.decode() and answers[4].status_code != 429
    sign_in(client)
    assert client.get(child_page).status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(child_page, elsewhere):
    response = sign_in(Client(), next=elsewhere)
    assert "evil" not in response.headers["Location"]


def test_a_form_without_its_token_changes_nothing(child_page):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(email=email_of("ana")))
    before = Person.objects.count()
    response = client.post(f"{child_page}/add-person", {"called": "Baz", "relation": "parent"})
    assert response.status_code == 409
    assert Person.objects.count() == before


def test_nobody_signs_up(child_page):
    for path in ("/signup", "/accounts/signup/", "/sign-up", "/password/reset/"):
        assert Client().get(path).status_code == 404
