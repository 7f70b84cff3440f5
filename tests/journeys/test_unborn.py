"""A baby who is not born yet, from the first word to the front door until after the birth: one record, one path."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kith.apps.agencies.models import User
from kith.apps.audit.services import load
from kith.testing.factories import OPERATOR
from tests.journeys.conftest import WIDTHS, require_fit
from tests.journeys.grown_county import NOW, PASSWORD, county_workers, grow_county

pytestmark = [pytest.mark.browser]
PATIENCE = 120_000  # where the search for good layouts has never run, it is compiled first
STEPS_TO_A_PLAN = (
    ("An assessment before birth begins", 12),
    ("A strategy discussion is held", 10),
    ("A section 47 enquiry begins", 10),
    ("A first conference is held and makes a protection plan", 2),
)
OF_THE_PATH = (
    "Tell the front door about",
    "Plan a meeting",
    "The baby is born",
    "The pregnancy ended",
    "Appointments to which",
)
OF_THE_CONTACT = ("Begin the record of this baby", "Link or begin the children of one household")
FOR_WORKERS = ("told/baby", "front-door", "timescales", "directory", "directory/words", "directory/thresholds")
FOR_ADMINISTRATORS = (
    *(
        "timescales/EHA_COMPLETE",
        "directory/add",
        "directory/feed",
        "directory/thresholds",
        "directory/thresholds/load",
    ),
)
WORRY = "She has missed every scan, and her partner answers for her."


@pytest.fixture
def email(transactional_db) -> str:
    """Of a worker at the front door, who tells, decides and goes on."""
    grow_county()
    return next(worker.email for worker in county_workers() if worker.role == "front_door")


def said(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def step(page: Page, says: str, on: dt.date) -> None:
    page.get_by_label(says, exact=True).check()
    page.get_by_label("On which day?").fill(said(on))
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("The clocks below have moved with it")).to_be_visible()


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Tell the front door about a child").wait_for()


def book(page: Page, address: str, due: dt.date) -> None:
    """Somebody tells of a baby who has no name yet; a day years ahead is asked about again."""
    page.goto(f"{address}/told/baby")
    page.get_by_label("What are you worried about?").fill(WORRY)
    page.get_by_label("The mother’s name").fill("Tegan Marl")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("When is the baby expected?").fill(said(due + dt.timedelta(days=3 * 365)))
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("No baby is expected that far ahead").first).to_be_visible()
    page.get_by_label("When is the baby expected?").fill(said(due))
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("The front door has it").first).to_be_visible()


def begin(page: Page, address: str) -> None:
    """The front door begins the record, and decides."""
    page.goto(f"{address}/front-door")
    page.get_by_role("link", name="Baby of Tegan Marl").click()
    look_into(page, OF_THE_CONTACT)
    page.get_by_role("link", name="Begin the record of this baby").click()
    page.get_by_role("button", name="Begin the record").click()
    expect(page.get_by_text("The record has begun")).to_be_visible()
    contact = page.url
    page.get_by_label("A strategy discussion: a child may be suffering significant harm").check()
    page.get_by_label("Why?").fill("Missed care, and control at home.")
    page.get_by_role("button", name="Decide").click()
    page.goto(contact)


def look_into(page: Page, links: tuple[str, ...]) -> None:
    """The pages behind these links, at the width of a phone, and back."""
    here = page.url
    require_fit(page, here)
    for name in links:
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url(lambda url: url != here)
        require_fit(page, name)
        page.goto(here)
    page.set_viewport_size({"width": WIDTHS["desk"], "height": 900})


def open_each(page: Page, address: str, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(f"{address}/{path}")
        require_fit(page, path)
    page.set_viewport_size({"width": WIDTHS["desk"], "height": 900})


def change_role(email: str, role: str) -> None:
    with load("test.role", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(email=email).update(role=role)


def is_born(page: Page, route: str, name: str, on: dt.date, act: str) -> None:
    page.get_by_role("link", name=route).click()
    page.get_by_label("On which day was the baby born?").fill(said(on))
    page.get_by_label("What is the baby’s name?").fill(name)
    page.get_by_role("button", name=act).click()


@pytest.mark.long
def test_an_unborn_childs_path_from_booking_to_birth(
    page: Page, live_server, email: str, complaints: list[str], assert_accessible: Callable[[str], None]
) -> None:
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    today, address = timezone.localdate(), live_server.url.replace("127.0.0.1", "localhost")
    due, born_on = today + dt.timedelta(days=20), today - dt.timedelta(days=1)
    sign_in(page, address, email)
    book(page, address, due)
    begin(page, address)
    page.get_by_role("link", name="Not born yet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"expected on {said(due)}")
    page.get_by_role("link", name="The path of help").click()
    for says, days in STEPS_TO_A_PLAN:
        step(page, says, today - dt.timedelta(days=days))
    assert_accessible("the path before birth")
    look_into(page, OF_THE_PATH)
    look_into(page, ("Say why it",))

    is_born(page, "The baby is born", "Wrong Name", born_on, "Record the birth")
    page.get_by_role("button", name="Undo").click()
    is_born(page, "The baby is born", "Kit Marl", born_on, "Record the birth")
    expect(page.get_by_text("The birth is recorded")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Child protection plan")
    expect(page.get_by_text(f"It was expected on {said(due)}").first).to_be_visible()
    assert_accessible("the path after birth")

    is_born(page, "Another baby of the same birth", "Wren Marl", born_on, "Begin the record")
    expect(page.get_by_role("heading", level=1)).to_have_text("Child protection plan")
    expect(page.get_by_role("link", name="Back to Wren")).to_be_visible()
    expect(page.get_by_text("A first conference is held and makes a protection plan").first).to_be_visible()

    open_each(page, address, FOR_WORKERS)
    page.goto(f"{address}/directory/for/fathers")
    look_into(page, ("Back on the Road Dads",))
    change_role(email, "administrator")
    open_each(page, address, FOR_ADMINISTRATORS)
