"""A grandmother's page shows what she was told and how to disagree; a father “not involved” becomes a father asked."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser]
PHONE = {"width": 390, "height": 800}
YESTERDAY = dt.datetime.now(tz=dt.UTC).date() - dt.timedelta(days=1)
WORDS = "Noor is safe. She sleeps in hospital tonight."
WRONG = "Nobody rang me that night."
NOT_INVOLVED = {
    "Who said “not involved”?": "An earlier note",
    "On which day?": f"{YESTERDAY:%d/%m/%Y}",
    "What was checked?": "School has his number.",
    "When does somebody look at this again?": f"{YESTERDAY + dt.timedelta(days=9):%d/%m/%Y}",
}


@pytest.fixture
def telephone(browser: Browser) -> Iterator[BrowserContext]:
    """Another browser, which has never signed in."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


def open_the_loop(page: Page) -> None:
    page.get_by_role("link", name="Children").first.click()
    page.locator(".kith-main li a", has_text="Noor").first.click()
    page.get_by_role("link", name=re.compile("^In the loop: who")).click()


def tell_grandmother(page: Page, assert_accessible: Callable[[str], None]) -> None:
    page.get_by_role("link", name="Add what happened, or is planned").click()
    page.get_by_role("radio", name="Something important happened").check()
    page.get_by_label("On which day?").fill(f"{YESTERDAY:%d/%m/%Y}")
    page.get_by_label("What is it, in a few words?").fill("Tablets, and a night in hospital")
    page.get_by_label("What do we call it to the family?").fill("A night in hospital now")
    page.get_by_role("button", name="Record it").click()
    assert_accessible("one occasion")
    page.get_by_role("link", name="Comfort Ashdown").click()
    page.get_by_label("Told on which day?").fill(f"{YESTERDAY:%d/%m/%Y}")
    page.get_by_label("Told by whom?").fill("Priyanka")
    page.get_by_label("What were they told?").fill(WORDS)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text(f"“{WORDS}”")).to_be_visible()
    page.get_by_role("link", name="Back to the loop").click()


def make_her_page(page: Page) -> tuple[str, str]:
    page.get_by_role("link", name="Make a page for a relative").click()
    page.get_by_role("radio", name=re.compile("^Comfort")).check()
    page.get_by_role("radio", name="They can decide this for themself, and say yes").check()
    page.get_by_role("checkbox", name=re.compile("A night in hospital now")).check()
    page.get_by_role("button", name="Look at the page").click()
    page.get_by_role("button", name="Make the link").click()
    return page.locator(".kith-copy__address").inner_text(), page.locator(".kith-copy__digits").inner_text()


def write_to_us(reader: Page) -> None:
    reader.get_by_role("link", name="Write to us").click()
    assert Axe().run(reader).violations_count == 0
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("link", name="Choose one of the three.")).to_be_visible()
    reader.get_by_role("radio", name="Something is wrong").check()
    reader.get_by_label("What do you want to say?").fill(WRONG)
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("heading", name="We have it. Thank you.")).to_be_visible()
    expect(reader.get_by_text(WRONG)).to_be_visible()
    assert Axe().run(reader).violations_count == 0
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off a phone"
    reader.get_by_role("link", name="Back to your page").click()
    expect(reader.get_by_text(WRONG)).to_be_visible()


def answer_her(page: Page, assert_accessible: Callable[[str], None]) -> None:
    page.goto(page.url.partition("/children")[0])
    page.get_by_role("link", name="Comfort Ashdown says that something is wrong").click()
    expect(page.get_by_text(WRONG)).to_be_visible()
    assert_accessible("answering a relative")
    page.get_by_label("What was done?").fill("Priyanka met her, and said sorry.")
    page.get_by_role("radio", name="We met").check()
    page.get_by_label("Told on which day?").fill(f"{YESTERDAY + dt.timedelta(days=1):%d/%m/%Y}")
    page.get_by_label("Told by whom?").fill("Priyanka")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Priyanka met her, and said sorry.")).to_be_visible()


def test_a_grandmothers_page_and_a_father_asked(
    signed_in: Page, telephone: BrowserContext, assert_accessible: Callable[[str], None]
) -> None:
    open_the_loop(signed_in)
    loop = signed_in.url
    assert_accessible("the loop")
    tell_grandmother(signed_in, assert_accessible)
    address, digits = make_her_page(signed_in)

    reader = telephone.new_page()
    reader.goto(address)
    reader.get_by_label("Your 6 digits").fill(digits)
    reader.get_by_role("button", name="Open").click()
    expect(reader.get_by_text(WORDS)).to_be_visible()
    expect(reader.get_by_role("heading", name="You do not agree?")).to_be_visible()
    expect(reader.get_by_text("We answer you within 10 working days.")).to_be_visible()
    assert "Tablets" not in reader.content() and "Kwabena" not in reader.content()
    assert Axe().run(reader).violations_count == 0
    write_to_us(reader)

    answer_her(signed_in, assert_accessible)
    signed_in.goto(loop)
    signed_in.get_by_role("link", name="Kwabena Ashdown", exact=True).click()
    signed_in.get_by_role("link", name="Somebody said “not involved”").click()
    for label, words in NOT_INVOLVED.items():
        signed_in.get_by_label(label).fill(words)
    signed_in.get_by_role("button", name="Record it").click()
    assert_accessible("a father")
    expect(signed_in.get_by_text("Nobody has spoken to them.")).to_be_hidden()
    signed_in.get_by_role("link", name="Whether contact is safe").click()
    signed_in.get_by_label("Other parent asked alone, on which day?").fill(f"{YESTERDAY:%d/%m/%Y}")
    signed_in.get_by_label("Child asked alone, on which day?").fill(f"{YESTERDAY:%d/%m/%Y}")
    signed_in.get_by_role("radio", name="Yes, by the ways named here").check()
    signed_in.get_by_role("checkbox", name="By telephone").check()
    signed_in.get_by_role("button", name="Record it").click()
    expect(signed_in.get_by_text("Nobody has spoken to them. Who does, by the safe way?")).to_be_visible()
    signed_in.get_by_role("link", name="Spoken to, told and heard").click()
    signed_in.get_by_label("Who spoke to them?").fill("Priyanka")
    signed_in.get_by_label("On which day?").fill(f"{YESTERDAY:%d/%m/%Y}")
    signed_in.get_by_label("What do they think?").fill("I was never asked.")
    signed_in.get_by_role("button", name="Record it").click()
    expect(signed_in.get_by_text("I was never asked.")).to_be_visible()
    signed_in.get_by_role("link", name="Back to the loop").click()
    expect(signed_in.get_by_text(f"Spoken to on {YESTERDAY.day} {YESTERDAY:%B %Y} by Priyanka")).to_be_visible()
