"""Leaving at once: out of the session, off this site, and by nobody else's will."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client

from kith.apps.agencies.models import User
from kith.testing.factories import agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in():
    with rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        client = Client()
        client.force_login(User.objects.get(email=email_of("abe")))
        yield client


def test_somebody_who_leaves_is_signed_out_and_led_to_a_neutral_page(signed_in):
    answer = signed_in.get("/leave", headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == settings.LEAVE_TO
    assert answer.headers["Clear-Site-Data"] == '"cookies"'
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not Session.objects.exists()
    assert signed_in.get("/").status_code == 302


def test_both_cookies_go_in_the_form_browsers_accept(signed_in):
    cookies = signed_in.get("/leave").cookies
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert cookies[name]["max-age"] == 0 and cookies[name]["secure"] and cookies[name]["path"] == "/"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_from_elsewhere_signs_nobody_out(signed_in, site):
    answer = signed_in.get("/leave", headers={"sec-fetch-site": site})
    assert answer.status_code == 302
    assert "Clear-Site-Data" not in answer.headers
    assert signed_in.get("/").status_code == 200


def test_somebody_who_never_signed_in_leaves_too():
    assert Client().get("/leave").headers["Location"] == settings.LEAVE_TO


@pytest.mark.parametrize("where", ["kith.web.middleware.actor_for", "kith.web.help.leaving.logout"])
def test_a_broken_database_holds_nobody_back(signed_in, monkeypatch, where):
    def broken(*args: object, **options: object) -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(where, broken)
    signed_in.raise_request_exception = False
    answer = signed_in.get("/leave")
    assert answer.headers["Location"] == settings.LEAVE_TO
    assert answer.headers["Clear-Site-Data"] == '"cookies"'
    assert signed_in.get("/today-is-no-route").status_code in (404, 500), "and only the way out is always open"
