"""A probation worker is asked onto a team; a worker on leave is covered; at night the page says whom to ring."""

import datetime as dt
import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.apps.access.models import Involvement
from kith.apps.agencies.models import User
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import load
from kith.apps.people.models import PersonName
from tests.journeys.conftest import emails_of, sign_in
from tests.journeys.grown_county import NOW

pytestmark = [pytest.mark.browser]
OFFICER, SOCIAL_WORKER = "jude-oyelaran-finch", "priyanka-oduya"
CHILD = "Amadi Petrov-Quaye"
TUESDAY_MORNING = NOW
SATURDAY_NIGHT = dt.datetime(2026, 11, 28, 23, 0, tzinfo=dt.UTC)
WORDS = "I see his father every week and could come to meetings."


@pytest.fixture
def emails(transactional_db) -> dict[str, str]:
    found = emails_of(OFFICER, SOCIAL_WORKER)
    knows_the_father_only(found[OFFICER])
    return found


def knows_the_father_only(email: str) -> None:
    """As if nobody had asked the officer onto the children's team yet."""
    officer = User.objects.get(email=email)
    theirs = Involvement.objects.filter(user=officer)
    first = theirs.first()
    assert first
    with load("test.team", by=actor_for(officer, on=NOW.date()), now=NOW, payload={}):
        theirs.exclude(pk=first.pk).delete()
        first.subject_id = PersonName.objects.get(text="Ekow Quaye").person.subject_id
        first.save()


@pytest.fixture
def address(live_server) -> str:
    return str(live_server.url.replace("127.0.0.1", "localhost"))


@pytest.fixture
def it_is(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """What the pages take for now; offices are open or shut with it."""

    def stop_at(moment: dt.datetime) -> None:
        monkeypatch.setattr("kith.web.account.middleware.timezone", SimpleNamespace(now=lambda: moment))

    return stop_at


def ask_to_join(page: Page) -> None:
    page.get_by_role("link", name="You work with an adult? Ask to join a child’s team").click()
    page.get_by_label("Ekow Quaye").check()
    page.get_by_label("What would you bring to the team?").fill(WORDS)
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Kith says the same whether there is or not")).to_be_visible()


@pytest.mark.long
def test_a_probation_worker_is_asked_in_and_finds_who_covers(
    browser: Browser,
    page: Page,
    address: str,
    emails: dict[str, str],
    it_is: Callable[[dt.datetime], None],
    complaints: list[str],
    assert_accessible: Callable[[str], None],
) -> None:
    it_is(TUESDAY_MORNING)
    sign_in(page, address, emails[OFFICER])
    expect(page.get_by_role("link", name=CHILD)).to_have_count(0)
    ask_to_join(page)

    desk = browser.new_page()
    sign_in(desk, address, emails[SOCIAL_WORKER])
    cover = desk.get_by_role("region", name="Cover and gaps")
    expect(cover.get_by_text("Jude Oyelaran-Finch").first).to_be_visible()
    cover.get_by_role("link", name=CHILD).first.click()
    expect(desk.get_by_text(WORDS)).to_be_visible()
    desk.get_by_role("link", name="Ask them in").click()
    desk.get_by_label("From which day?").fill(f"{TUESDAY_MORNING:%d/%m/%Y}")
    desk.get_by_role("button", name="Put them on the team").click()
    expect(desk.get_by_text("Jude Oyelaran-Finch").first).to_be_visible()
    desk.get_by_role("link", name="My absences").first.click()
    desk.get_by_label("First day away").fill(f"{TUESDAY_MORNING:%d/%m/%Y}")
    desk.get_by_label("First day back").fill(f"{TUESDAY_MORNING + dt.timedelta(days=7):%d/%m/%Y}")
    desk.get_by_label("Or somebody who does not sign in to Kith: their name").fill("Ruth Amoah")
    desk.get_by_label("How can they be reached?").fill("01632 960 455")
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("Go to Ruth Amoah")).to_be_visible()
    desk.close()

    page.goto(address)
    cover = page.get_by_role("region", name="Cover and gaps")
    expect(cover.get_by_text("Priyanka Oduya asked you onto the team")).to_be_visible()
    cover.get_by_role("link", name=CHILD).first.click()
    expect(page.get_by_role("heading", name="Team around Amadi", level=1)).to_be_visible()
    expect(page.get_by_text("Today go to Ruth Amoah")).to_be_visible()
    family = page.get_by_role("region", name="To tell the family today")
    expect(family.get_by_text(re.compile("Priyanka Oduya is away.*Go to Ruth Amoah until then"))).to_be_visible()
    expect(family.get_by_text("Jude")).to_have_count(0)  # whoever works with a parent is not for the child's family
    assert_accessible("the team")


def test_at_night_the_page_begins_with_whom_to_ring(
    page: Page,
    address: str,
    emails: dict[str, str],
    it_is: Callable[[dt.datetime], None],
    complaints: list[str],
    assert_accessible: Callable[[str], None],
) -> None:
    it_is(SATURDAY_NIGHT)
    sign_in(page, address, emails[SOCIAL_WORKER])
    page.get_by_role("link", name=CHILD).first.click()
    ring = page.get_by_text(re.compile("^Offices are shut. Ring now: Emergency duty team")).first
    expect(ring).to_be_visible()
    assert ring.bounding_box()["y"] < page.viewport_size["height"]  # type: ignore[index] # without scrolling
    expect(ring.get_by_role("link")).to_have_attribute("href", re.compile(r"^tel:\+?\d+$"))
    assert_accessible("a child at night")
