"""A probation officer's condition warns against an unsafe address, before it is saved and afterwards."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import emails_of, sign_in

pytestmark = [pytest.mark.browser]
OFFICER, SOCIAL_WORKER = "jude-oyelaran-finch", "priyanka-oduya"
WARNING = "Ekow Quaye and Amadi Petrov-Quaye at one address"


@pytest.fixture
def emails(transactional_db) -> dict[str, str]:
    """Of the probation officer and of the children's social worker."""
    return emails_of(OFFICER, SOCIAL_WORKER)


@pytest.mark.long
def test_a_probation_officers_condition_warns_against_an_unsafe_address(
    browser: Browser,
    page: Page,
    live_server,
    emails: dict[str, str],
    complaints: list[str],
    assert_accessible: Callable[[str], None],
) -> None:
    address = live_server.url.replace("127.0.0.1", "localhost")
    sign_in(page, address, emails[OFFICER])
    page.get_by_role("link", name="Somebody is still to be told of a condition").click()
    page.get_by_role("link", name="Ekow Quaye").click()
    assert_accessible("the sentence")
    expect(page.get_by_role("heading", name="Residence restriction")).to_be_visible()
    expect(page.get_by_text(WARNING)).to_have_count(0)

    page.get_by_role("link", name="Add an address").click()
    page.get_by_label("What is the address?").fill("5 ropewalk")
    page.get_by_label("Postcode").fill("em18dw")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(WARNING).first).to_be_visible()
    assert_accessible("the warning")
    expect(page.get_by_label("What is the address?")).to_have_value("5 ropewalk")
    page.get_by_label("Why is it saved all the same?").fill("He is there already. The front door knows.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Unsafe address")).to_be_visible()
    expect(page.get_by_text(WARNING)).to_be_visible()
    page.get_by_role("button", name=re.compile("I have told them.*Priyanka Oduya")).first.click()
    expect(page.get_by_text("Recorded: they have been told.")).to_be_visible()

    desk = browser.new_page()
    sign_in(desk, address, emails[SOCIAL_WORKER])
    desk.get_by_role("link", name="Amadi Petrov-Quaye").first.click()
    expect(desk.get_by_role("heading", name="Unsafe address")).to_be_visible()
    desk.get_by_role("link", name="Adults with a condition that keeps Amadi").click()
    expect(desk.get_by_text("Jude Oyelaran-Finch")).to_be_visible()
    expect(desk.get_by_text("Nobody’s agreement was needed").first).to_be_visible()
    expect(desk.get_by_text("Amadi wants the calls")).to_have_count(0)
    desk.close()
