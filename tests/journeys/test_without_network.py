"""A picture on a tablet without network: taken along, drawn on, opened with a PIN, sent; and nothing in clear text."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kith.apps.agencies.models import User
from kith.apps.agencies.queries import actor_for
from kith.apps.people.models import PersonName
from kith.apps.pictures import services
from kith.apps.pictures.models import CheckOut, Line, Placed
from kith.apps.pictures.projections import LineSaid, PictureStart, Placing
from tests.journeys.conftest import Site

pytestmark = [pytest.mark.browser]
PIN = "samphire 27"
TABLET = {"width": 1024, "height": 768}
DAY = 24 * 60 * 60
EVERYTHING_KEPT = Path(__file__).with_name("everything_kept.js").read_text(encoding="utf-8")
IN_CLEAR = ("Noor", "Chess club", "boats", "Pickle", "Great-uncle Bram", "My people", "Rowan", "queue_key", PIN)


class Desk:
    """Kith itself, where the same worker draws on the same picture meanwhile."""

    def __init__(self, site: Site) -> None:
        now = timezone.now()
        self.by = actor_for(User.objects.get(email=site.email), on=now.date())
        child = PersonName.objects.filter(text__startswith="Noor ").latest("pk").person.subject.ref
        start = PictureStart(kind="ecomap", whose="worker", look="plain")
        ref = services.begin_picture(by=self.by, child_ref=child, start=start, now=now)
        self.at: dict[str, Any] = {"by": self.by, "child_ref": child, "picture_ref": ref}
        self.page = f"{site.address}/children/{child}/pictures/{ref}"
        self.places(Placing(kind="group", name="Chess club", words="knows the boats", farness=75))
        self.places(Placing(kind="pet", name="Pickle", farness=50))

    def places(self, placing: Placing) -> None:
        services.place(**self.at, placing=placing, now=timezone.now())

    def moves(self, name: str, *, farness: int) -> None:
        row = Placed.objects.get(picture__ref=self.at["picture_ref"], name=name)
        placing = Placing(kind=row.kind, name=name, words=row.words, farness=farness)
        services.change(
            **self.at, placed_ref=row.ref, placing=placing, expected_version=row.version, now=timezone.now()
        )

    def draws(self, *kinds: str) -> None:
        """A line from the middle to the club."""
        key = Placed.objects.get(picture__ref=self.at["picture_ref"], name="Chess club").key
        services.draw_line(**self.at, line=LineSaid(b=key, kinds=kinds), now=timezone.now())

    def lines(self) -> list[tuple[str, str, list[str], str]]:
        names = dict(Placed.objects.filter(picture__ref=self.at["picture_ref"]).values_list("key", "name")) | {"": ""}
        rows = Line.objects.filter(picture__ref=self.at["picture_ref"], withdrawn_at=None).order_by("pk")
        return [(names[row.a_key], names[row.b_key], row.kinds, row.towards) for row in rows]

    def takes_off(self, name: str) -> None:
        row = Placed.objects.get(picture__ref=self.at["picture_ref"], name=name)
        services.take_off(**self.at, placed_ref=row.ref, now=timezone.now())

    def holds(self) -> dict[str, tuple[str, int]]:
        rows = Placed.objects.filter(picture__ref=self.at["picture_ref"], withdrawn_at=None).order_by("pk")
        return {row.name: (row.words, row.farness) for row in rows}


@pytest.fixture
def desk(site: Site) -> Desk:
    return Desk(site)


def take_along(page: Page, desk: Desk, *, offered: str = "") -> None:
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    page.goto(desk.page)
    page.get_by_role("link", name="Take it on a tablet").click()
    page.get_by_label("Choose a PIN").fill(PIN)
    page.get_by_label("Write it again").fill(PIN)
    if offered:
        page.get_by_label(offered, exact=True).check()
    page.get_by_role("button", name="Take it along").click()
    page.wait_for_url("**/offline/")


def open_with(page: Page, pin: str) -> None:
    page.get_by_label("PIN").fill(pin)
    page.get_by_role("button", name="Open", exact=True).click()


def add_great_uncle(page: Page) -> None:
    page.locator("#adding > summary").click()
    page.get_by_label("Who or what is it?").fill("Great-uncle Bram")
    page.get_by_label("A few words").fill("mends boats")
    page.locator("#new-one").get_by_role("button", name="Add").click()
    expect(page.locator("#list bdi", has_text="Great-uncle Bram").last).to_be_visible()


def open_entry(page: Page, name: str) -> None:
    page.locator("#list details:not([open]) > summary", has_text=name).click()


def press_on(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def everything_kept(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = page.evaluate(EVERYTHING_KEPT)
    return kept


def test_it_is_drawn_on_without_network_and_sent(
    signed_in: Page, desk: Desk, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    page.goto(f"{desk.page}/take-along")
    assert_accessible("taking along")
    take_along(page, desk)
    page.context.set_offline(True)
    page.reload()
    assert_accessible("closed")
    open_with(page, PIN)
    expect(page.get_by_role("heading", name="My people")).to_be_visible()
    add_great_uncle(page)
    page.locator("#adding > summary").click()
    page.get_by_label("Who or what is it?").fill("Great-uncle Bram")
    page.get_by_label("A few words").fill("mends boats")
    page.locator("#new-one").get_by_role("button", name="Add").click()
    expect(page.get_by_text("Are there two?")).to_be_visible()
    open_entry(page, "Chess club")
    page.get_by_role("button", name="As near as can be for Chess club").click()
    expect(page.get_by_role("button", name="As near as can be for Chess club")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.locator("#list details[open] summary", has_text=re.compile("^Words$")).click()
    page.get_by_label("Words about Chess club").fill("wants me on Fridays")
    page.get_by_role("button", name="Keep these words").click()
    open_entry(page, "Pickle")
    page.get_by_role("button", name=re.compile("^Take off.*Pickle$")).click()
    page.get_by_role("button", name="Undo").click()
    assert_accessible("open")
    page.reload()
    open_with(page, PIN)
    expect(page.get_by_text("3 changes are not sent yet.")).to_be_visible()
    assert desk.holds()["Chess club"] == ("knows the boats", 75)
    page.context.set_offline(False)
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert desk.holds() == {
        "Chess club": ("wants me on Fridays", 0),
        "Pickle": ("", 50),
        "Great-uncle Bram": ("mends boats", 50),
    }
    assert CheckOut.objects.get().ended_at is not None
    assert everything_kept(page)["kept"] == {"held": [], "waiting": []}
    assert_accessible("sent")


def draw_between(page: Page, one: str, other: str, *kinds: str) -> None:
    """By pressing two in the picture."""
    page.locator("#lining > summary").click()
    page.get_by_role("button", name="Press the two in the picture").click()
    for name in (one, other):
        page.locator("#canvas .kith-simple__item", has_text=name).click()
    for kind in kinds:
        page.locator("#new-line").get_by_label(kind, exact=True).check()


def test_lines_are_drawn_changed_and_taken_off_without_network(
    signed_in: Page, desk: Desk, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    desk.draws("strong")
    take_along(page, desk)
    page.context.set_offline(True)
    open_with(page, PIN)
    draw_between(page, "Pickle", "Chess club", "Dots")
    page.get_by_label("Who helps whom?").select_option("The first helps the second")
    assert_accessible("a line between two")
    page.get_by_role("button", name="Draw the line").click()
    expect(page.get_by_text("Pickle and Chess club: weak. Pickle helps Chess club").first).to_be_attached()
    page.locator("#list details[open] summary", has_text=re.compile("^A line$")).click()
    page.get_by_role("button", name="Gap for Chess club").click()
    expect(page.locator("#canvas .kith-simple__line--cut-off")).to_have_count(3)
    page.get_by_role("button", name=re.compile("^Take off.*the line Noor and Chess club")).click()
    expect(page.locator("#canvas .kith-simple__line--cut-off")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#canvas .kith-simple__line--cut-off")).to_have_count(3)
    page.reload()
    open_with(page, PIN)
    expect(page.get_by_text("2 changes are not sent yet.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert desk.lines() == [("", "Chess club", ["cut_off"], ""), ("Pickle", "Chess club", ["weak"], "b")]


def test_a_clash_of_lines_is_two_views_side_by_side(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    draw_between(page, "Noor", "Chess club", "Zigzag")
    page.get_by_role("button", name="Draw the line").click()
    draw_between(page, "Pickle", "Chess club", "Dots")
    page.get_by_role("button", name="Draw the line").click()
    desk.draws("strong")
    desk.takes_off("Pickle")
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("2 things wait for you.")).to_be_visible()
    sides = page.locator("#asked section", has_text="Noor and Chess club: stressful")
    expect(sides.get_by_text("Noor and Chess club: strong")).to_be_visible()
    sides.get_by_role("button", name="Keep both on one line").click()
    expect(page.get_by_text("One end of this line is not on the picture any more.")).to_be_visible()
    page.get_by_role("button", name="Draw it again, with both ends").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert desk.lines() == [("", "Chess club", ["strong", "choppy"], ""), ("Pickle", "Chess club", ["weak"], "")]
    assert "Pickle" in desk.holds()


def test_somebody_of_the_network_is_placed_as_who_they_are_and_said_to_be_unsure(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    page.goto(f"{desk.page}/take-along")
    known = page.locator("label", has=page.locator("input[name=offered]")).first.inner_text().strip()
    take_along(page, desk, offered=known)
    page.context.set_offline(True)
    open_with(page, PIN)
    found = everything_kept(page)
    assert known not in repr(found)
    page.locator("#adding > summary").click()
    page.get_by_role("button", name=known, exact=True).click()
    expect(page.get_by_role("button", name=known, exact=True)).to_have_count(0)
    page.locator("#list details[open] summary", has_text=re.compile("^Words$")).click()
    page.locator("#list details[open]").get_by_label("How sure?").last.select_option("Not sure")
    page.get_by_role("button", name="Keep these words").click()
    expect(page.get_by_text("2 changes are not sent yet.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    row = Placed.objects.get(picture__ref=desk.at["picture_ref"], person__isnull=False)
    assert (row.state, row.name) == ("not_sure", "")


def test_whoever_forgot_the_pin_sends_from_kith_and_loses_nothing(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    page.goto(desk.page)
    page.get_by_role("link", name="Send what is on it").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert "Great-uncle Bram" in desk.holds()


def test_on_a_picture_that_was_finished_meanwhile_nothing_is_drawn_and_nothing_is_lost(
    signed_in: Page, desk: Desk
) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    services.finish_picture(**desk.at, now=timezone.now())
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("This picture is finished, so it stays as it is.")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert len(everything_kept(page)["kept"]["waiting"]) == 1 and "Great-uncle Bram" not in desk.holds()


def test_nothing_on_the_tablet_is_in_clear_text(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    found = everything_kept(page)
    assert len(found["kept"]["held"]) == len(found["kept"]["waiting"]) == 1
    assert any(url.endswith("/offline/") for url in found["cached"])
    assert {re.sub(r"^https?://[^/]+/(offline/|static/).*", r"\1", url) for url in found["cached"]} == {
        "offline/",
        "static/",
    }
    page_kept = next(text for url, text in found["cached"].items() if url.endswith("/offline/"))
    for words in IN_CLEAR:
        assert words not in repr(found["kept"]) and words not in found["plain"], words
        assert words not in page_kept, words


def test_a_wrong_pin_has_to_wait_and_loses_nothing(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    page.get_by_role("button", name="Hide this now").click()
    expect(page.get_by_text("Great-uncle Bram")).to_have_count(0)
    for left in ("4 tries", "3 tries", "2 tries", "1 try"):
        open_with(page, "not this")
        expect(page.get_by_text(f"You have {left} left")).to_be_visible()
    open_with(page, "not this")
    expect(page.get_by_text("Nothing is lost.")).to_be_visible()
    page.locator("#refused").evaluate("said => said.textContent = ''")
    open_with(page, PIN)
    expect(page.get_by_text("Nothing is lost.")).to_be_visible()
    expect(page.get_by_role("heading", name="My people")).to_have_count(0)
    page.clock.set_fixed_time(timezone.now().timestamp() + 61)
    open_with(page, PIN)
    expect(page.locator("#list bdi", has_text="Great-uncle Bram").last).to_be_visible()


def test_after_a_day_it_is_closed_and_what_was_drawn_can_still_be_sent(signed_in: Page, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    page.clock.set_fixed_time(timezone.now().timestamp() + DAY)
    page.reload()
    expect(page.get_by_role("heading", name="The day is over")).to_be_visible()
    (held,) = everything_kept(page)["kept"]["held"]
    assert "locked=null" in held and "salt=null" in held
    page.get_by_role("link", name="Send from here").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert "Great-uncle Bram" in desk.holds()


def test_a_clash_is_two_views_side_by_side(
    signed_in: Page, desk: Desk, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    for name, near in (("Chess club", "As near as can be"), ("Pickle", "Near")):
        open_entry(page, name)
        page.get_by_role("button", name=f"{near} for {name}", exact=True).click()
        expect(page.get_by_role("button", name=f"{near} for {name}", exact=True)).to_have_attribute(
            "aria-pressed", "true"
        )
    for name in ("Chess club", "Pickle"):
        desk.moves(name, farness=100)
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("2 things wait for you.")).to_be_visible()
    assert_accessible("a clash")
    assert desk.holds()["Chess club"][1] == desk.holds()["Pickle"][1] == 100
    club = page.locator("#asked section", has=page.get_by_role("heading", name="Chess club"))
    expect(club.get_by_text("As far as can be")).to_be_visible()
    club.get_by_role("button", name="Take what the tablet says").click()
    expect(page.get_by_text("One thing waits for you.")).to_be_visible()
    page.get_by_role("button", name="Keep both, side by side").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    assert desk.holds()["Chess club"] == ("knows the boats", 0)
    rows = (
        Placed.objects.filter(picture__ref=desk.at["picture_ref"], name="Pickle")
        .order_by("pk")
        .values_list("farness", "state")
    )
    assert list(rows) == [(100, "sure"), (25, "not_sure")]


def test_nobody_signs_out_over_what_is_not_sent(signed_in: Page, site: Site, desk: Desk) -> None:
    page = signed_in
    take_along(page, desk)
    open_with(page, PIN)
    add_great_uncle(page)
    page.goto(f"{site.address}/sign-out")
    expect(page.get_by_text("You cannot sign out yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_be_disabled()
    page.get_by_role("link", name="Send 1 change").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
    take_along(page, desk)
    open_with(page, PIN)
    open_entry(page, "Pickle")
    press_on(page, "Near for Pickle")
    page.goto(f"{site.address}/sign-out")
    page.get_by_text("You cannot send it?").click()
    page.get_by_role("button", name="Delete what is not sent").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_enabled()
    take_along(page, desk)
    page.goto(f"{site.address}/sign-out")
    expect(page.get_by_text("Signing out takes the picture off this device.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    found = everything_kept(page)
    assert found["kept"] == {"held": [], "waiting": []} and found["cached"] == {}
    assert not CheckOut.objects.filter(ended_at=None).exists()
