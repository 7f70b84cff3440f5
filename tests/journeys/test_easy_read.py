"""A worker helps a mother who reads slowly to open her page on her own phone: easy to read, with one code to keep."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import Site

pytestmark = [pytest.mark.browser]
PHONE = {"width": 360, "height": 780}


@pytest.fixture
def telephone(browser: Browser) -> Iterator[BrowserContext]:
    """Her own: it has never signed in, and is held in one hand."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    yield context
    context.close()


def require_easy(page: Page) -> None:
    """No axe violation, no sideways scroll, large letters, and no paragraph of more than one sentence."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for line in page.locator(".kith-easy__line").all():
        assert line.evaluate("at => parseFloat(getComputedStyle(at).fontSize)") >= 20
        assert line.inner_text().rstrip().count(". ") == 0


def make_the_link(page: Page) -> tuple[str, str]:
    """For her mother, with somebody to ring on it; the address and the digits, which are shown once."""
    page.get_by_role("link", name="Children").first.click()
    page.get_by_role("link", name="Noor Wrayburn").first.click()
    page.get_by_role("link", name="Links for the family").click()
    page.get_by_role("link", name="Make a page for somebody").click()
    page.get_by_role("radio", name=re.compile(", Mum$")).check()
    page.get_by_role("radio", name="They can decide this for themself, and say yes").check()
    page.get_by_role("group", name="Which workers stand on the page").get_by_role("checkbox").first.check()
    page.get_by_role("radio", name="Easy read").check()
    page.get_by_role("radio", name="I tell them when we meet").check()
    page.get_by_role("button", name="Look at the page").click()
    expect(page.locator(".kith-copy__frame.kith-easy")).to_be_visible()
    page.get_by_role("button", name="Make the link").click()
    address = page.locator(".kith-copy__address").inner_text()
    return address, page.locator(".kith-copy__digits").inner_text()


def test_one_code_opens_a_page_that_is_easy_to_read(
    signed_in: Page, telephone: BrowserContext, site: Site, assert_accessible: Callable[[str], None]
) -> None:
    address, digits = make_the_link(signed_in)
    assert_accessible("the link, the digits and the slip")
    signed_in.emulate_media(media="print")
    slip = signed_in.locator(".kith-slip")
    expect(slip.get_by_role("img", name="The address, for a camera")).to_be_visible()
    expect(slip).to_contain_text(address)
    printed = signed_in.locator("body").inner_text()
    assert digits not in printed and digits.replace(" ", "") not in printed, "the digits are never on paper"
    assert "Noor" not in printed and "Rowan" not in printed, "a slip says nothing about anybody"
    signed_in.emulate_media(media="screen")

    reader = telephone.new_page()
    reader.goto(address)
    assert reader.title() == "My page"
    require_easy(reader)
    code = reader.get_by_label("Your 6 digits")
    code.fill("not this one")
    reader.get_by_role("button", name="Open").tap()
    expect(reader.get_by_role("heading", name="What you can do")).to_be_visible()
    expect(reader.get_by_text("The code may be too old.")).to_be_visible()
    require_easy(reader)
    code.fill(f"  {'-'.join(digits.replace(' ', '')).replace('0', 'o')} ")
    reader.get_by_role("button", name="Open").tap()
    reader.wait_for_url("**/my-page")
    expect(reader.get_by_role("heading", level=1)).to_have_text("People around Noor")
    require_easy(reader)
    ring = reader.locator(".kith-easy__ring a").first
    assert (ring.get_attribute("href") or "").startswith("tel:")
    first = reader.get_by_role("heading", level=2).first.bounding_box()
    box = ring.bounding_box()
    assert box and first and box["y"] < first["y"] and box["height"] >= 44, "whom to ring stands above everything else"
