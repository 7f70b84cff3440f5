"""A worker between two visits: sign in, find the child, add the grandmother nobody had asked, take the picture away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import focus_on

pytestmark = [pytest.mark.browser]


def test_a_grandmother_is_added_by_keyboard_alone(signed_in: Page, assert_accessible: Callable[[str], None]) -> None:
    page = signed_in
    assert_accessible("Today")
    find(page, "Noor")
    assert_accessible("Find")
    follow(page, "Noor Wrayburn")
    assert_accessible("The child's page")
    follow(page, "Open the picture")
    assert_accessible("The picture")
    follow(page, "Add person")
    assert_accessible("Add a person")
    describe_grandmother(page)
    expect(page.locator("#canvas svg")).to_contain_text("Varley")
    expect(page.get_by_role("status").filter(has_text="Ottoline Varley is added.")).to_be_visible()
    assert_accessible("The picture with her")
    assert_downloads(page)


def test_what_was_added_can_be_undone(signed_in: Page) -> None:
    page = signed_in
    find(page, "Noor")
    follow(page, "Noor Wrayburn")
    follow(page, "Open the picture")
    follow(page, "Add person")
    describe_grandmother(page)
    focus_on(page, "Undo: Ottoline Varley added")
    page.keyboard.press("Enter")
    expect(page.locator("#canvas svg")).not_to_contain_text("Varley")


def test_a_form_that_cannot_be_saved_keeps_every_word(
    signed_in: Page, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    find(page, "Noor")
    follow(page, "Noor Wrayburn")
    follow(page, "Add a person")
    focus_on(page, "Who told us?")
    page.keyboard.type("Her teacher")
    focus_on(page, "Add more")
    page.keyboard.press("Enter")
    focus_on(page, "When were they born?")
    page.keyboard.type("31/02/2020")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is no day 31 in February 2020")
    expect(page.get_by_label("Who told us?")).to_have_value("Her teacher")
    expect(page.get_by_label("When were they born?")).to_have_value("31/02/2020")
    assert_accessible("A form with errors")


def test_what_is_not_there_and_what_is_not_for_you_are_one_page(
    signed_in: Page, assert_accessible: Callable[[str], None]
) -> None:
    signed_in.goto(signed_in.url.rstrip("/") + "/children/00000000000000000000000000")
    expect(signed_in.get_by_role("heading", level=1)).to_be_visible()
    assert "nothing here for you to open" in signed_in.inner_text("body")
    assert_accessible("Nothing here")


def find(page: Page, name: str) -> None:
    focus_on(page, "Find a child by name")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Children called").wait_for()


def follow(page: Page, name: str) -> None:
    before = page.url
    focus_on(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def describe_grandmother(page: Page) -> None:
    focus_on(page, "What do you call them?")
    page.keyboard.type("Ottoline Varley")
    focus_on(page, "How do they belong?")
    page.keyboard.type("parent of")
    focus_on(page, "To whom?")
    page.keyboard.type("Kwabena")
    focus_on(page, "Who told us?")
    page.keyboard.type("Her father")
    page.keyboard.press("Enter")
    page.wait_for_url("**/picture")


def assert_downloads(page: Page) -> None:
    focus_on(page, "Copies and lists")
    page.keyboard.press("Enter")
    for link, begins in (("Download SVG", b"<svg"), ("Download PNG", b"\x89PNG")):
        with page.expect_download() as download:
            focus_on(page, link)
            page.keyboard.press("Enter")
        assert Path(download.value.path()).read_bytes().startswith(begins)
        assert "Noor" not in download.value.suggested_filename
