"""A chronology as a timeline: walked by keys, in step with its table, looked through, and whole without scripts."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, sign_in

pytestmark = [pytest.mark.browser]
WORD = "Anneanne"
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"


def open_story(page: Page, address: str) -> None:
    """Noor's, from her page."""
    page.goto(address)
    page.get_by_role("link", name="Noor", exact=False).first.click()
    page.get_by_role("link", name="What has happened", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What has happened for Noor")


@pytest.fixture
def story(signed_in: Page, site: Site) -> Page:
    open_story(signed_in, site.address)
    return signed_in


@pytest.fixture
def without_scripts(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site.address, site.email)
    open_story(page, site.address)
    yield page
    context.close()


def marks(page: Page) -> list[str]:
    """What the marks say, in the order in which they stand."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("[data-story] a")]
          .sort((a, b) => a.dataset.at - b.dataset.at).map((each) => each.getAttribute("aria-label"))"""
    )
    return found


def test_it_is_accessible_at_every_width(story: Page, assert_accessible: Callable[[str], None]) -> None:
    assert_accessible("a timeline")
    story.get_by_role("link", name="theme").click()
    assert_accessible("a timeline by theme")


def test_keys_walk_in_the_order_of_time_and_lead_to_the_row_and_back(story: Page) -> None:
    said = marks(story)
    assert len(said) > 10
    assert story.locator("[data-story] a[tabindex='0']").count() == 1
    story.locator("[data-story] a[tabindex='0']").focus()
    story.keyboard.press("Home")
    assert story.evaluate(FOCUSED) == said[0]
    walked = [story.evaluate(FOCUSED)]
    for _ in said[1:]:
        story.keyboard.press("ArrowRight")
        walked.append(story.evaluate(FOCUSED))
    assert walked == said
    lane = "document.activeElement.closest('[data-lane]').getAttribute('aria-label')"
    story.keyboard.press("Home")
    before = story.evaluate(lane)
    story.keyboard.press("ArrowUp")
    assert story.evaluate(lane) != before

    mark = story.locator("[data-story] a:not(.kith-lanes__mark--pile)").first
    mark.focus()
    story.keyboard.press("Enter")
    row = story.locator("tr.is-chosen")
    expect(row).to_have_count(1)
    assert story.evaluate("document.activeElement.id") == row.get_attribute("id")
    expect(story.locator("#lanes-said")).to_have_text("The row is marked in the table.")
    row.get_by_role("link", name="in the timeline").click()
    assert story.evaluate(FOCUSED) == mark.get_attribute("aria-label")


def test_plus_goes_nearer_round_the_mark_and_the_question_mark_lists_the_keys(story: Page) -> None:
    story.locator("[data-story] a[tabindex='0']").focus()
    story.keyboard.press("Home")
    story.keyboard.press("?")
    expect(story.get_by_role("dialog", name="Keys in the timeline")).to_be_visible()
    story.keyboard.press("Escape")
    first = marks(story)[0]
    story.keyboard.press("+")
    story.wait_for_url(re.compile(r"from=\d{4}-\d\d-\d\d&to="))
    expect(story.locator("[data-story] a:focus")).to_have_count(1)
    assert first in marks(story)
    story.keyboard.press("-")
    expect(story.locator(".kith-lanes__now")).to_have_text("the whole story")


def test_words_looked_for_stay_out_of_the_address_and_along_on_the_way(story: Page) -> None:
    story.get_by_label("Look in the rows for").fill(WORD)
    story.get_by_role("button", name="Show").first.click()
    expect(story.get_by_role("status").filter(has_text="of")).to_contain_text("Show them all")
    rows = story.locator("tbody tr").count()
    assert 0 < rows < 20
    assert WORD not in story.url
    story.get_by_role("button", name="theme").click()
    expect(story.get_by_role("button", name="theme")).to_have_attribute("aria-current", "true")
    assert story.locator("tbody tr").count() == rows
    assert WORD not in story.url
    assert story.get_by_label("Look in the rows for").input_value() == WORD
    story.get_by_label("Look in the rows for").fill("")
    story.get_by_text("Only some rows").click()
    story.get_by_label("only with Noor").check()
    story.get_by_role("button", name="Show").last.click()
    story.wait_for_url(re.compile("said=1"))
    expect(story.locator("tbody").get_by_text("not asked yet")).to_have_count(0)


def test_every_mark_and_every_zoom_is_a_link_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    single = page.locator("[data-story] a:not(.kith-lanes__mark--pile)").first
    target = single.get_attribute("href") or ""
    assert page.locator(f"tr{target}").count() == 1
    page.get_by_role("link", name="Show less time, nearer").click()
    expect(page.locator(".kith-lanes__now")).not_to_have_text("the whole story")
    page.locator("tbody").get_by_role("link", name="in the timeline").first.click()
    assert "#mark-" in page.url
