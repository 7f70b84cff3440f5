"""Somebody seals where a child lives, somebody else confirms it, and a worker says whom they know in their own life."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.apps.agencies.models import User
from tests.journeys.conftest import PASSWORD
from tests.journeys.test_grandmother import find, follow

pytestmark = [pytest.mark.browser]


def test_a_seal_is_set_confirmed_and_seen_by_its_list(
    signed_in: Page, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    open_noor(page)
    follow(page, "Seal something about Noor")
    assert_accessible("The form of a seal")
    page.get_by_role("button", name="Seal it").click()
    expect(page.get_by_role("alert")).to_contain_text("“Why?” has no answer yet")
    assert_accessible("The form of a seal with what is missing")
    page.get_by_label("Everything about Noor").check()
    page.get_by_label("Safe address.").check()
    page.get_by_label("Why?", exact=True).fill("A court keeps somebody away from her.")
    page.get_by_role("button", name="Seal it").click()
    expect(page.get_by_role("status")).to_contain_text("Sealed.")
    assert_accessible("The child's page with a seal")
    follow(page, "Sealed: Safe address")
    assert_accessible("A seal")

    sign_in_as_data_protection_lead(page)
    follow(page, "Something waits for a second person")
    assert_accessible("What waits for a second person")
    follow(page, "Look at it and confirm")
    expect(page.locator("main")).not_to_contain_text("Noor")
    assert_accessible("Confirming a seal")
    page.get_by_role("button", name="Confirm the seal").click()
    expect(page.get_by_role("status")).to_contain_text("Confirmed.")


def test_a_child_known_in_ones_own_life_closes(signed_in: Page, assert_accessible: Callable[[str], None]) -> None:
    page = signed_in
    open_noor(page)
    noor = page.url
    follow(page, "I know Noor or the family in my own life")
    assert_accessible("Saying that you know a child")
    page.get_by_role("button", name="Close it to me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")
    assert_accessible("What happens now")
    page.goto(noor)
    assert "nothing here for you to open" in page.inner_text("body")


def open_noor(page: Page) -> None:
    find(page, "Noor")
    follow(page, "Noor Wrayburn")


def sign_in_as_data_protection_lead(page: Page) -> None:
    user = User.objects.filter(role="data_protection_lead").first()
    user.set_password(PASSWORD)
    user.save()
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Email address").wait_for()
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sign out").wait_for()
