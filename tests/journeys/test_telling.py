"""A school tells the front door of a child, the front door decides, and the school hears by which thresholds."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from kith.apps.directory.queries import thresholds_in_force
from tests.journeys.conftest import emails_of, sign_in
from tests.journeys.grown_county import county_workers

pytestmark = [pytest.mark.browser]
SCHOOL = "marcus-feld-ibrahim"
WORRY = "He had bruises on both arms and did not want to go home."


@pytest.fixture
def emails(transactional_db) -> dict[str, str]:
    """Of the school lead and of a worker at the front door."""
    front_door = next(worker.key for worker in county_workers() if worker.role == "front_door")
    found = emails_of(SCHOOL, front_door)
    return {"school": found[SCHOOL], "front door": found[front_door]}


def test_a_school_hears_what_became_of_its_worry(
    browser: Browser,
    page: Page,
    live_server,
    emails: dict[str, str],
    complaints: list[str],
    assert_accessible: Callable[[str], None],
) -> None:
    address = live_server.url.replace("127.0.0.1", "localhost")
    sign_in(page, address, emails["school"])
    page.get_by_role("link", name="Tell the front door about a child").click()
    page.get_by_role("link", name="Tell the front door", exact=True).click()
    assert_accessible("telling")
    page.get_by_label("What are you worried about?").fill(WORRY)
    page.get_by_label("The child’s name").fill("Kestrel Vane")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("The front door has it").first).to_be_visible()

    desk = browser.new_page()
    sign_in(desk, address, emails["front door"])
    desk.goto(f"{address}/front-door")
    desk.get_by_role("link", name="Kestrel Vane").click()
    expect(desk.get_by_text(WORRY)).to_be_visible()
    desk.get_by_label("A strategy discussion: a child may be suffering significant harm").check()
    desk.get_by_label("Why?").fill("Bruises on both arms, and fear of going home.")
    desk.get_by_role("button", name="Decide").click()
    expect(desk.get_by_role("heading", name="Front door", level=1)).to_be_visible()
    expect(desk.get_by_role("link", name="Kestrel Vane")).to_have_count(0)
    desk.close()

    page.reload()
    page.get_by_role("link", name="Kestrel Vane").click()
    expect(page.get_by_text("A strategy discussion is held")).to_be_visible()
    expect(page.get_by_text("Bruises on both arms, and fear")).to_be_visible()
    in_force = thresholds_in_force(timezone.localdate()).version
    expect(page.get_by_text(f"Version {in_force}")).to_be_visible()
    assert_accessible("the outcome")
