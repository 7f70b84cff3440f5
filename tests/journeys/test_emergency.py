"""An emergency look without a mouse: led to whom to ring, asked why, taken, ended, and reviewed by somebody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.apps.access.models import EmergencyLook, Involvement, Subject
from kith.apps.agencies.models import User
from kith.apps.people.models import PersonName
from tests.journeys.conftest import PASSWORD, Site, focus_on
from tests.journeys.test_grandmother import follow

pytestmark = [pytest.mark.browser]
HAPPENING = "A neighbour heard her scream, and nobody opens the door."


def test_an_emergency_look_is_taken_ended_and_reviewed_by_keyboard_alone(
    page: Page, site: Site, complaints: list[str], assert_accessible: Callable[[str], None]
) -> None:
    noor = Subject.objects.get(pk__in=subjects_called("Noor Wrayburn"), has_case=True)
    sign_in(page, site, somebody_off_the_team(noor))
    page.goto(f"{site.address}/children/{noor.ref}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your agency knows this child")
    expect(page.locator("main")).not_to_contain_text("Noor")
    assert_accessible("A child who is known")
    follow(page, "Emergency look")
    assert_accessible("The form of an emergency look")
    press(page, "Confirm it is me and look")
    expect(page.get_by_role("alert")).to_contain_text("“What is happening?” has no answer yet")
    assert_accessible("The form with what is missing")
    say_why(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Noor Wrayburn")
    expect(page.get_by_role("region", name="Emergency look")).to_contain_text("This one person only")
    assert_accessible("The child's page during a look")
    press(page, "End now")
    expect(page.get_by_role("status")).to_contain_text("Your emergency look has ended")
    assert_accessible("After a look")
    page.goto(f"{site.address}/children/{noor.ref}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your agency knows this child")

    sign_out(page)
    sign_in(page, site, EmergencyLook.objects.get().reviewer)
    follow(page, "An emergency look needs your review")
    assert_accessible("Looks that wait for a review")
    follow(page, "Review it")
    expect(page.locator("main")).to_contain_text(HAPPENING)
    assert_accessible("A review")
    review(page)
    expect(page.get_by_role("heading", name="No look waits for you")).to_be_visible()
    assert_accessible("Nothing waits any more")


def say_why(page: Page) -> None:
    choose(page, "A child or adult may be hurt today")
    focus_on(page, "What is happening?")
    page.keyboard.type(HAPPENING)
    press(page, "Confirm it is me and look")


def review(page: Page) -> None:
    choose(page, "Right")
    focus_on(page, "What did you find?")
    page.keyboard.type("She was right to look.")
    press(page, "Decide")


def choose(page: Page, name: str) -> None:
    focus_on(page, name)
    page.keyboard.press("Space")


def press(page: Page, name: str) -> None:
    focus_on(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def subjects_called(name: str) -> list[int]:
    return list(PersonName.objects.filter(text=name).values_list("person__subject_id", flat=True))


def somebody_off_the_team(child: Subject) -> User:
    """A practitioner of the agency that leads, who works with nobody, nor does a team of theirs with the child."""
    lead = Involvement.objects.get(subject=child, part="lead", until_on=None)
    involved = Involvement.objects.filter(subject=child).values("user_id")
    others = User.objects.filter(organisation_id=lead.organisation_id, role="practitioner", is_active=True)
    return others.exclude(pk__in=[row["user_id"] for row in involved if row["user_id"]]).order_by("pk")[0]


def sign_in(page: Page, site: Site, user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    page.goto(site.address)
    page.keyboard.press("Tab")
    focus_on(page, "Email address")
    page.keyboard.type(user.email)
    focus_on(page, "Password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sign out").wait_for()


def sign_out(page: Page) -> None:
    """By the link in the header, and then past it to the button of the page."""
    follow(page, "Sign out")
    focus_on(page, "Sign out")
    page.keyboard.press("Tab")
    press(page, "Sign out")
