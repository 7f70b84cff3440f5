"""Somebody needs to talk, on whatever they have in their hand; and somebody has to be off the page at once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.apps.helplines.services import load_numbers
from kith.testing.factories import NOW, OPERATOR, TODAY
from kith.testing.help_numbers import invented_numbers
from tests.journeys.conftest import focus_on

pytestmark = [pytest.mark.browser]
SMALLEST = 52
NEUTRAL = "/health"  # any page without our name on it will do here
SHEET = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def eastmarch(live_server, transactional_db, settings, complaints: list[str]) -> str:
    load_numbers(by=OPERATOR, numbers=invented_numbers(TODAY), now=NOW)
    address = live_server.url.replace("127.0.0.1", "localhost")
    settings.LEAVE_TO = address + NEUTRAL
    return address


@pytest.mark.parametrize("path", ["/help-now", "/tell-us", "/sign-in", "/nowhere"])
def test_everybody_can_use_the_pages_without_signing_in(
    page: Page, eastmarch: str, assert_accessible: Callable[[str], None], path: str
) -> None:
    page.goto(eastmarch + path)
    assert_accessible(path)
    for line in page.get_by_role("region", name="Numbers you can ring now").get_by_role("link").all():
        box = line.bounding_box()
        assert box and box["height"] >= SMALLEST and box["width"] >= SMALLEST


def test_the_numbers_come_right_after_the_heading_on_a_phone(page: Page, eastmarch: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{eastmarch}/help-now")
    heading, strip = page.get_by_role("heading", level=1).bounding_box(), page.locator(".kith-help").bounding_box()
    assert heading and strip and heading["y"] < strip["y"] < 320
    expect(page.get_by_role("link", name="In danger now 999")).to_have_attribute("href", "tel:999")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_way_out_is_always_on_the_screen_and_big_enough(page: Page, eastmarch: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{eastmarch}/help-now")
    page.mouse.wheel(0, 5_000)
    way_out = page.get_by_role("button", name="Leave this page")
    expect(way_out).to_be_in_viewport(ratio=1)
    box = way_out.bounding_box()
    assert box and box["height"] >= SMALLEST and box["width"] >= SMALLEST


@pytest.mark.parametrize("how", ["press the button", "press Shift three times"])
def test_leaving_takes_the_page_out_of_the_history(page: Page, eastmarch: str, how: str) -> None:
    page.goto("about:blank")
    page.goto(f"{eastmarch}/sign-in")  # leaves a cookie of ours
    page.goto(f"{eastmarch}/help-now")
    assert page.context.cookies()
    if how == "press the button":
        page.get_by_role("button", name="Leave this page").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(f"**{NEUTRAL}")
    assert page.context.cookies() == []
    page.go_back()
    assert page.url.endswith("/sign-in")


def test_leaving_is_the_second_thing_the_keyboard_reaches(page: Page, eastmarch: str) -> None:
    page.goto(f"{eastmarch}/help-now")
    focus_on(page, "Leave this page", most=3)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{NEUTRAL}")


def test_leaving_works_without_a_script(browser: Browser, eastmarch: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{eastmarch}/help-now")
    page.get_by_text("Leave this page", exact=True).last.click()
    page.wait_for_url(f"**{NEUTRAL}")
    context.close()


def test_a_printed_page_keeps_the_numbers_and_loses_the_buttons(page: Page, eastmarch: str) -> None:
    page.goto(f"{eastmarch}/help-now")
    page.emulate_media(media="print")
    expect(page.get_by_text("01632 960210").first).to_be_visible()
    expect(page.locator(".kith-leave")).to_be_hidden()


@pytest.mark.parametrize("numbers", ["the county's", "the national"])
def test_the_printed_page_is_one_sheet_of_paper(page: Page, request: pytest.FixtureRequest, numbers: str) -> None:
    request.getfixturevalue("eastmarch" if numbers == "the county's" else "transactional_db")
    page.goto(f"{request.getfixturevalue('live_server').url}/help-now")
    assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1
