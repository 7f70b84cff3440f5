"""What travels round a page: nothing is stored, framed or run from elsewhere, and cookies stay where they belong."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from kith.apps.people.models import Tie
from kith.testing.factories import Partnership, rolled_back
from tests.trust.county import RELATIVES, build_county
from tests.trust.crawling import every_path
from tests.trust.visitor import Answer, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = build_county()
        made.refs["visible tie"] = Tie.objects.get(kind="in_conflict").ref
        made.refs["hidden"] = "0" * 26
        yield made


def every_answer(county: Partnership) -> list[Answer]:
    """Of every page, absent pages and the page for signing in among them."""
    signed_in, nobody = visitor("pru"), visitor()
    for path in [*every_path(county.refs, RELATIVES[:1], ("mina",)), "/nowhere"]:
        signed_in.get(path)
    for path in ("/", "/sign-in", "/nowhere"):
        nobody.get(path)
    return signed_in.answers + nobody.answers


def test_every_answer_carries_the_headers_and_the_policy_that_protect_it(county):
    answers = every_answer(county)
    assert {answer.status for answer in answers} >= {200, 302, 404, 405}
    expect_protection(answers)
    expect_nothing_from_elsewhere({dict(answer.headers)["Content-Security-Policy"] for answer in answers})


def expect_protection(answers: list[Answer]) -> None:
    for answer in answers:
        headers = dict(answer.headers)
        assert "no-store" in headers["Cache-Control"], answer.asked
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]


def expect_nothing_from_elsewhere(policies: set[str]) -> None:
    for policy in policies:
        parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert "unsafe" not in policy and "*" not in policy and "http" not in policy
        assert parts["default-src"] == parts["base-uri"] == parts["frame-ancestors"] == "'none'"
        assert parts["script-src"] == parts["style-src"] == parts["form-action"] == "'self'"


def test_a_file_to_take_away_says_nothing_in_its_name(county):
    answer = visitor("pru").get(reverse("children:picture_svg", args=[county.refs["mina"]]))
    disposition = dict(answer.headers)["Content-Disposition"]
    assert disposition.startswith("attachment") and "ina" not in disposition and county.refs["mina"] not in disposition


def test_no_key_of_the_database_is_in_an_address(county):
    """Refs only: a number in a path is nobody."""
    browser = visitor("pru")
    for key in (county.subject_ids["mina"], 1, "01"):
        assert browser.get(f"/children/{key}").status == 404


def test_https_is_held_for_a_year_and_only_https_says_so(county):
    over_https, over_http = (Client().get("/sign-in", secure=is_secure) for is_secure in (True, False))
    assert over_https.headers["Strict-Transport-Security"] == f"max-age={365 * 24 * 60 * 60}"
    assert "Strict-Transport-Security" not in over_http.headers


def test_signing_out_tells_the_browser_to_forget(county):
    browser = visitor("pru")
    answer = browser.post("/sign-out")
    assert dict(answer.headers)["Clear-Site-Data"] == '"cache", "cookies"'
    assert not any("Clear-Site-Data" in dict(other.headers) for other in browser.answers[1:])
