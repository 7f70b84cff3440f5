"""Signing in with a second step, coming back after a time-out, and leaving nothing behind; each page through axe."""

import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import CDPSession, Page, expect

from kith.web.account import sessions
from kith.web.account.sessions import IDLE_MINUTES
from tests.journeys.conftest import Site, focus_on

pytestmark = [pytest.mark.browser]
Check = Callable[[str], None]


@pytest.fixture
def finger(page: Page) -> CDPSession:
    """A telephone or laptop that holds passkeys and whose owner always puts their finger on it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": options | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    return session


def test_an_app_with_codes_is_added_and_asked_for(signed_in: Page, site: Site, assert_accessible: Check) -> None:
    page = signed_in
    page.get_by_role("link", name="My sign-in").click()
    assert_accessible("My sign-in")
    page.get_by_role("link", name="Add an app").click()
    assert_accessible("Add an app")
    page.get_by_text("I cannot scan it").click()
    secret = page.locator(".kith-key").inner_text().replace(" ", "")
    page.get_by_label("Which code does it show now?").fill(code_of(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your spare codes")
    assert_accessible("Spare codes")
    spare = page.locator(".kith-codes li").first.inner_text()
    page.get_by_role("link", name="I have them").click()
    expect(page.get_by_text("10 codes left")).to_be_visible()
    assert_accessible("My sign-in with steps")
    sign_out(page)
    give_password(page, site)
    expect(page.get_by_role("heading", level=1)).to_have_text("Show that it is you")
    assert_accessible("The second step")
    page.get_by_label("Code").fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="That code is not right")).to_be_visible()
    assert_accessible("The second step, refused")
    page.get_by_label("Code").fill(spare)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="My sign-in")).to_be_visible()


def test_a_passkey_signs_in_by_itself(
    signed_in: Page, site: Site, finger: CDPSession, assert_accessible: Check
) -> None:
    page = signed_in
    page.get_by_role("link", name="My sign-in").click()
    page.get_by_role("link", name="Add a passkey").click()
    assert_accessible("Add a passkey")
    page.get_by_label("What do you call it?").fill("Work laptop")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your spare codes")
    page.get_by_role("link", name="I have them").click()
    expect(page.get_by_text("Passkey: Work laptop")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("link", name="My sign-in")).to_be_visible()
    sign_out(page)
    give_password(page, site)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("link", name="My sign-in")).to_be_visible()


def test_words_are_back_after_a_time_out(
    signed_in: Page, site: Site, assert_accessible: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = signed_in
    focus_on(page, "Find a child by name")
    page.keyboard.type("Noor")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Noor Wrayburn").first.click()
    page.get_by_role("link", name="Add a person").first.click()
    page.get_by_label("What do you call them?").fill("Ottoline Varley")
    page.get_by_label("Who told us?").fill("Her father")
    form = page.url
    with monkeypatch.context() as patched:
        patched.setitem(IDLE_MINUTES, "everybody", 0)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_text("Your words are kept.")).to_be_visible()
    assert_accessible("The locked page")
    give_password(page, site)
    page.wait_for_url(form)
    expect(page.get_by_label("What do you call them?")).to_have_value("Ottoline Varley")
    expect(page.get_by_label("Who told us?")).to_have_value("Her father")
    expect(page.get_by_role("status").filter(has_text="Your words are back.")).to_be_visible()
    assert_accessible("The form, filled in again")


def test_taking_the_picture_away_asks_again_and_then_the_file_follows(
    signed_in: Page, site: Site, assert_accessible: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = signed_in
    page.get_by_role("region", name="Your children").get_by_role("link", name="Noor Wrayburn").first.click()
    page.get_by_role("link", name="Open the picture").first.click()
    picture = page.url
    with monkeypatch.context() as patched:
        patched.setattr(sessions, "CONFIRMED_MINUTES", -1)
        page.get_by_text("Copies and lists").click()
        page.get_by_role("link", name="Download SVG").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Confirm it is you")
    assert_accessible("Confirm it is you")
    page.get_by_label("Password", exact=True).fill(site.password)
    with page.expect_download() as download:
        page.get_by_role("button", name="It is me").click()
    assert download.value.suggested_filename.endswith(".svg")
    assert page.url == picture


def test_after_signing_out_going_back_shows_nothing(signed_in: Page) -> None:
    page = signed_in
    name = page.locator(".kith-me b").inner_text()
    sign_out(page)
    for _ in range(2):
        page.go_back()
        page.get_by_role("heading", level=1).wait_for()
        assert name not in page.content()


def sign_out(page: Page) -> None:
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Email address").wait_for()


def give_password(page: Page, site: Site) -> None:
    page.get_by_label("Email address").fill(site.email)
    page.get_by_label("Password", exact=True).fill(site.password)
    page.keyboard.press("Enter")
    page.get_by_label("Email address").wait_for(state="detached")


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
