"""Whatever cannot be read gets one of our own pages, with a sentence that says what to do."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.testing.factories import agency, email_of, partnership, rolled_back, worker
from kith.web.errors.pages import error_page

pytestmark = pytest.mark.django_db
TOO_MUCH = {
    "too long": {"asked": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)},
    "too many fields": {f"asked-{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)},
}


@pytest.fixture
def signed_in() -> Iterator[Callable[[bool], Client]]:
    """A worker's browser; where forms need their token, the form is read earlier than the view reads it."""

    def browser(needs_token: bool) -> Client:
        client = Client(enforce_csrf_checks=needs_token)
        client.force_login(User.objects.get(email=email_of("ana")))
        return client

    with rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("ana")])
        yield browser


def said(response: HttpResponse) -> tuple[int, bytes]:
    return response.status_code, response.content


@pytest.mark.parametrize("needs_token", [True, False])
@pytest.mark.parametrize("fields", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_a_form_that_holds_too_much_is_refused_in_plain_words(signed_in, fields, needs_token):
    client = signed_in(needs_token)
    client.get(reverse("today:home"))  # brings the cookie that goes with a form's token
    response = client.post(reverse("children:find"), fields)
    assert said(response) == said(error_page(413))
    assert b"too much to send at once" in response.content and b"Nothing was saved" in response.content


def test_an_ordinary_form_is_read(signed_in):
    assert signed_in(False).post(reverse("children:find"), {"asked": "Mina"}).status_code == 200


def test_nobody_signed_in_gets_the_same_page(signed_in):
    assert said(Client().post(reverse("account_login"), TOO_MUCH["too long"])) == said(error_page(413))


def test_a_broken_form_is_refused_in_plain_words(signed_in):
    response = signed_in(False).post(
        reverse("children:find"), b"cut off", content_type="multipart/form-data; boundary=\x00"
    )
    assert said(response) == said(error_page(400))


def test_an_address_that_is_not_ours_is_refused_in_plain_words():
    assert said(Client().get(reverse("account_login"), headers={"host": "elsewhere.example"})) == said(error_page(400))
