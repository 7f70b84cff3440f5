"""A worker makes a page for a child's mum; she opens it on her telephone with the six digits, and it can be closed."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import WIDTHS, Site

pytestmark = [pytest.mark.browser]
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def telephone(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser, which has never signed in."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


def choose_a_reader(page: Page) -> None:
    page.get_by_role("link", name="Children").first.click()
    page.locator(".kith-main li a").first.click()
    page.get_by_role("link", name="Links for the family").click()
    expect(page.get_by_text("No link is open.")).to_be_visible()
    page.get_by_role("link", name="Make a page for somebody").click()
    page.get_by_role("group", name="Who is the page for?").get_by_role("radio").nth(1).check()
    page.get_by_role("radio", name="They are too young to decide this").check()
    page.get_by_role("group", name="Whom may the page call by their first name?").get_by_role("checkbox").first.check()
    page.get_by_role("group", name=re.compile("Which workers stand on the page")).get_by_role("checkbox").first.check()


def test_a_page_for_mum(
    signed_in: Page, telephone: BrowserContext, site: Site, assert_accessible: Callable[[str], None]
) -> None:
    choose_a_reader(signed_in)
    assert_accessible("the form of a family page")
    signed_in.get_by_role("button", name="Look at the page").click()
    expect(signed_in.get_by_role("heading", name="This is what they will see")).to_be_visible()
    assert_accessible("the preview")
    signed_in.get_by_role("button", name="Make the link").click()
    assert_accessible("the link and the digits")
    address = signed_in.locator(".kith-copy__address").inner_text()
    digits = signed_in.locator(".kith-copy__digits").inner_text()

    reader = telephone.new_page()
    reader.goto(address)
    assert reader.title() == "My page"
    reader.get_by_label("Your 6 digits").fill("12")
    reader.get_by_role("button", name="Open").click()
    expect(reader.get_by_text("That did not work.")).to_be_visible()
    reader.get_by_label("Your 6 digits").fill(digits)
    reader.get_by_role("button", name="Open").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("People around")
    assert reader.url.endswith("/my-page"), "the link itself does not stay in sight"
    for width in WIDTHS.values():
        reader.set_viewport_size({"width": width, "height": 640})
        found = Axe().run(reader)
        assert found.violations_count == 0, found.generate_report()
        assert reader.evaluate("document.documentElement.scrollWidth") <= width
    reader.emulate_media(media="print")
    expect(reader.get_by_role("heading", name="Family")).to_be_visible()
    expect(reader.locator(".kith-leave")).to_be_hidden()
    reader.emulate_media(media="screen")

    signed_in.get_by_role("link", name="Done").click()
    expect(signed_in.get_by_text("Opened 1 of 5 times")).to_be_visible()
    assert_accessible("the list of links")
    signed_in.get_by_role("button", name="Close the link for").click()
    expect(signed_in.get_by_text("No link is open.")).to_be_visible()
    reader.reload()
    expect(reader.get_by_role("heading", name="This page is closed now")).to_be_visible()
