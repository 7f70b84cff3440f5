"""A group supervision from the request to the figures: who asks, who triages, who leads, who comes, who counts."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from kith.kernel.days import day_words
from kith.testing.supervised_in_town import MOST
from tests.journeys.conftest import WORKER, emails_of, sign_in
from tests.journeys.grown_county import county_workers

pytestmark = [pytest.mark.browser]
STUCK = "We go round in circles, and nobody says so."
COMES = "priyanka-oduya"


@pytest.fixture
def emails(transactional_db) -> dict[str, str]:
    """By name for those who may lead, and for whoever asks, comes, triages and counts by what they do."""
    workers = county_workers()
    first_of = {worker.role: worker.key for worker in reversed(workers)}
    leading: dict[str, str] = {}
    for worker in workers:
        if worker.role == "practitioner":
            leading.setdefault(worker.agency_key, worker.key)
    names = {worker.key: f"{worker.given} {worker.family}" for worker in workers}
    leaders = list(leading.values())[:MOST]
    found = emails_of(WORKER, COMES, first_of["business_unit"], first_of["analyst"], *leaders)
    return {names[key]: found[key] for key in leaders} | {
        "asks": found[WORKER],
        "comes": found[COMES],
        "triages": found[first_of["business_unit"]],
        "counts": found[first_of["analyst"]],
    }


def test_from_the_request_to_the_figures(
    browser: Browser,
    page: Page,
    live_server,
    emails: dict[str, str],
    complaints: list[str],
    assert_accessible: Callable[[str], None],
) -> None:
    address = live_server.url.replace("127.0.0.1", "localhost")

    def as_(who: str) -> Page:
        tab = browser.new_page()
        sign_in(tab, address, emails[who])
        tab.get_by_role("link", name="Supervision", exact=True).click()
        return tab

    before = counted(as_("counts"))
    sign_in(page, address, emails["asks"])
    number = ask_without_a_name(page, assert_accessible)
    pair = let_it_go_ahead(as_("triages"), number, emails)
    tabs = [as_(name) for name in pair]
    for tab in tabs:
        agree_to_lead(tab, number)
    say_that_it_happened(tabs[0], pair)
    say_what_it_changed(as_("comes"), number)
    assert counted(as_("counts")) == [count + 1 for count in before]
    page.get_by_role("link", name="Children", exact=True).click()
    page.get_by_role("link", name="Noor").first.click()
    expect(page.get_by_role("heading", name="Group supervision")).to_be_visible()
    expect(page.get_by_text("What was said there is kept nowhere.")).to_be_visible()
    assert_accessible("the child's page afterwards")


def counted(tab: Page) -> list[int]:
    """How many were asked for, went ahead and happened, with those that the county has already."""
    return [int(count) for count in re.findall(r"\d+", tab.get_by_text(" asked for, ").inner_text())]


def ask_without_a_name(page: Page, assert_accessible: Callable[[str], None]) -> str:
    """A youth worker asks in one press from Noor's page, and her name is sent back; the number of the request."""
    page.get_by_role("link", name="Noor").first.click()
    page.get_by_role("link", name="Ask for group supervision").click()
    page.get_by_label("Why now?").fill("Noor has moved twice.")
    page.get_by_label("What feels stuck?").fill(STUCK)
    for choice in ("10 to 13", "Priyanka Oduya", "Fenside", "The family was told and agrees"):
        page.get_by_label(choice).check()
    assert_accessible("asking")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_text("Leave out the name").first).to_be_visible()
    page.get_by_label("Why now?").fill("The home has changed twice.")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_text("waits for triage").first).to_be_visible()
    assert_accessible("asked")
    return page.locator(".kith-receipt__number").inner_text().removeprefix("number ")


def let_it_go_ahead(desk: Page, number: str, emails: dict[str, str]) -> list[str]:
    """The business unit sees no name, and asks the pair that is proposed; their names."""
    desk.get_by_role("link", name=f"Request {number}", exact=True).click()
    expect(desk.get_by_text(STUCK)).to_be_visible()
    expect(desk.get_by_text("Noor")).to_have_count(0)
    desk.get_by_label("Go ahead").check()
    desk.get_by_role("button", name="Decide").click()
    pair = [name for name in emails if desk.locator(".kith-pair").first.get_by_text(name).count()]
    assert len(pair) == 2
    desk.get_by_role("button", name="Ask them both").click()
    expect(desk.get_by_text("Asked, no answer yet")).to_have_count(2)
    return pair


def agree_to_lead(tab: Page, number: str) -> None:
    """Before they say that they do not know the network, they read no word of what is stuck in it."""
    expect(tab.get_by_text(STUCK)).to_have_count(0)
    asked = tab.get_by_role("listitem").filter(has_text=f"Request {number},")
    asked.get_by_role("button", name="Yes, and I do not know this network").click()
    asked.get_by_role("link", name="Open the meeting").click()


def say_that_it_happened(tab: Page, pair: list[str]) -> None:
    tab.get_by_role("link", name="It happened").click()
    tab.get_by_label("On which day was it?").fill(day_words(timezone.localdate()))
    for name in (*pair, "Priyanka Oduya", "Rowan Achterberg", "The network goes round in circles"):
        tab.get_by_label(name).check()
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_text("The network goes round in circles.")).to_be_visible()


def say_what_it_changed(tab: Page, number: str) -> None:
    """And nobody can see that it was them."""
    tab.get_by_role("link", name=f"Request {number}", exact=True).click()
    tab.get_by_role("link", name="How was it, on the day?").click()
    tab.get_by_label("A little").check()
    tab.get_by_role("button", name="Send it").click()
    expect(tab.get_by_text("Nobody can see that these answers are yours")).to_be_visible()
