"""Writing down what happened on a phone: by one thumb in half a minute, locked meanwhile, and without signal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.agencies.models import User
from kith.apps.agencies.queries import actor_for
from kith.apps.chronologies.models import TakenForm, Telling
from kith.apps.drafts.models import Draft
from kith.apps.people.models import PersonName
from kith.web.account.session_store import SessionStore
from kith.web.account.sessions import SEEN
from tests.journeys.conftest import Site, require_fit, sign_in

pytestmark = [pytest.mark.browser]
PHONE = {"width": 390, "height": 844}
PIN = "samphire 27"
FACT = "Met Noor at school. She was cheerful. She has a swimming gala on Saturday and would like her dad to be there."
WORDS = "I want Dad to see me swim."
MOST_TAPS = 5
EVERYTHING_KEPT = Path(__file__).with_name("everything_kept.js").read_text(encoding="utf-8")
COUNT_TAPS = "window.taps = 0; addEventListener('click', (event) => event.isTrusted && (window.taps += 1), true);"


class Phone:
    """A phone that is touched, and Kith itself beside it."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        now = timezone.now()
        self.by = actor_for(User.objects.get(email=site.email), on=now.date())
        self.child = str(PersonName.objects.filter(text__startswith="Noor ").latest("pk").person.subject.ref)
        self.add = f"{site.address}/children/{self.child}/chronology/add"

    def tap(self, name: str, role: Any = "radio") -> None:
        self.page.get_by_role(role, name=name, exact=True).tap()

    def writes(self, label: str, words: str) -> None:
        """As somebody writes with a thumb and the phone's own suggestions: a word at a time, with pauses."""
        self.page.get_by_label(label, exact=True).tap()
        for word in words.split():
            self.page.keyboard.insert_text(f"{word} ")
            self.page.wait_for_timeout(30)

    def rows(self) -> list[tuple[str, str, str]]:
        found = Telling.objects.filter(entry__recorded_by_id=self.by.id, entry__subject__ref=self.child).order_by("pk")
        return [(row.fact, row.childs_words, row.rag) for row in found]


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Phone]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, site.address, site.email)
    yield Phone(page, site)
    context.close()


def test_a_row_takes_a_handful_of_taps_and_a_sentence(phone: Phone) -> None:
    page, before = phone.page, len(phone.rows())
    page.add_init_script(COUNT_TAPS)
    page.goto(phone.add)
    phone.writes("What happened?", FACT)
    phone.writes("In Noor’s words", WORDS)
    phone.tap("strength")
    taps = page.evaluate("window.taps")
    expect(page.get_by_text("All saved")).to_be_visible()
    main = page.get_by_role("button", name="Save for Noor")
    box = main.bounding_box()
    assert (
        box and box["y"] + box["height"] <= PHONE["height"] and box["y"] > PHONE["height"] / 2 and box["height"] >= 56
    )
    main.tap()
    expect(page.get_by_text("Saved for Noor.")).to_be_visible()
    assert taps + 1 <= MOST_TAPS
    assert phone.rows()[before:] == [(FACT, WORDS, "green")] and not Draft.objects.exists()


def test_not_sure_leads_to_words_that_are_said_back(phone: Phone) -> None:
    page = phone.page
    page.goto(phone.add)
    words = page.get_by_label("Which day, month, season or year?")
    expect(words).to_be_hidden()
    phone.tap("Not sure")
    expect(words).to_be_focused()
    page.keyboard.type("the other day")
    expect(page.get_by_text("was not understood as a date")).to_be_visible()
    words.fill("spring 2026")
    expect(page.get_by_text("We understand: spring 2026.")).to_be_visible()
    words.fill("12 November 2026")
    page.get_by_text("things of these days").tap()
    expect(page.get_by_role("link", name="Begin from this").first).to_be_visible()
    for device in ("desk", "tablet", "phone"):
        require_fit(page, "adding what happened", device)


def test_a_page_that_was_locked_comes_back_with_the_same_words_in_the_same_field(phone: Phone) -> None:
    page, before = phone.page, phone.rows()
    page.goto(phone.add)
    phone.writes("What happened?", "Met Noor")
    expect(page.get_by_text("All saved")).to_be_visible()
    make_idle()
    phone.writes("What happened?", "at school")
    page.wait_for_url("**/sign-in?next=*")
    expect(page.get_by_text("Your words are kept.")).to_be_visible()
    page.get_by_label("Email address").fill(phone.site.email)
    page.get_by_label("Password", exact=True).fill(phone.site.password)
    page.keyboard.press("Enter")
    page.wait_for_url(phone.add)
    expect(page.get_by_label("What happened?")).to_have_value("Met Noor at school ")
    assert phone.rows() == before


def make_idle() -> None:
    """Nobody pressed anything for a long time."""
    for one in Session.objects.all():
        one.session_data = SessionStore().encode(one.get_decoded() | {SEEN: 0})
        one.save()


def take_along(phone: Phone, *names: str) -> None:
    page = phone.page
    page.goto(f"{phone.site.address}/rows-along")
    require_fit(page, "taking the form along")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_label("Choose a PIN").fill(PIN)
    page.get_by_label("Write it again").fill(PIN)
    page.get_by_role("button", name="Take it along").click()
    page.wait_for_url("**/offline/")


def open_with_pin(page: Page) -> None:
    page.get_by_label("PIN").fill(PIN)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_label("What happened?")).to_be_visible()


def keep(phone: Phone, fact: str, *, on: str = "Today") -> None:
    page = phone.page
    phone.tap("Noor")
    phone.tap(on)
    page.get_by_label("What happened?").fill(fact)
    page.get_by_role("button", name="Keep for Noor").tap()
    expect(page.get_by_label("What happened?")).to_have_value("")


def test_rows_written_without_signal_are_sent_once_though_tried_twice(phone: Phone) -> None:
    page, before = phone.page, len(phone.rows())
    take_along(phone, "Noor", "Hana")
    page.context.set_offline(True)
    page.reload()
    open_with_pin(page)
    require_fit(page, "writing without signal")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    keep(phone, "Noor swam a mile.")
    keep(phone, "Noor sang.", on="Yesterday")
    page.get_by_label("What happened?").fill("Half of a")
    expect(page.get_by_text("No signal. Kept on this device")).to_be_visible()
    kept = all_kept(page, waiting=3)
    for words in ("Noor", "Hana", "swam", "Half of", PIN, "queue_key", phone.child):
        assert words not in repr(kept["kept"]) and words not in kept["plain"], words
    page.reload()
    open_with_pin(page)
    expect(page.get_by_label("What happened?")).to_have_value("Half of a")
    expect(page.get_by_text("2 rows are not sent yet")).to_be_visible()
    page.context.set_offline(False)
    lose_the_first_answer(page)
    page.get_by_role("link", name="Send from here").click()
    expect(page.get_by_text("The network went away.")).to_be_visible()
    assert [row[0] for row in phone.rows()[before:]] == ["Noor swam a mile."]
    page.reload()
    expect(page.get_by_text("All is sent. The form on this device is empty again.")).to_be_visible()
    assert [row[0] for row in phone.rows()[before:]] == ["Noor swam a mile.", "Noor sang."]
    page.goto(phone.add)
    expect(page.get_by_label("What happened?")).to_have_value("Half of a")
    write_again_then_lose_the_child(phone)


def write_again_then_lose_the_child(phone: Phone) -> None:
    """The same form under the same PIN, for as long as all children on it may go along."""
    page, before = phone.page, len(phone.rows())
    page.goto(f"{phone.site.address}/offline/")
    open_with_pin(page)
    expect(page.get_by_label("What happened?")).to_have_value("")
    keep(phone, "Noor swam two miles.")
    assert TakenForm.objects.get().ended_at is None
    seal_noor(phone)
    page.get_by_role("link", name="Send from here").click()
    expect(page.get_by_text("Kith does not take this from you now.")).to_be_visible()
    expect(page.get_by_text("is empty again")).to_be_hidden()
    page.get_by_role("button", name="Delete it from this device").click()
    expect(page.get_by_text("Nothing of this form is on this device any more.")).to_be_visible()
    assert TakenForm.objects.get().ended_at is not None and len(phone.rows()) == before
    assert page.evaluate(EVERYTHING_KEPT)["kept"] == {"held": [], "waiting": []}


def seal_noor(phone: Phone) -> None:
    colleague = actor_for(User.objects.get(email__startswith="priyanka"), on=timezone.now().date())
    closed = NewSeal(kind="witness", why="Told in trust")
    set_seal(by=colleague, subject_ref=phone.child, seal=closed, now=timezone.now())


def all_kept(page: Page, *, waiting: int) -> dict[str, Any]:
    """Everything on the device, once so many things wait there."""
    for _ in range(50):
        kept: dict[str, Any] = page.evaluate(EVERYTHING_KEPT)
        if len(kept["kept"]["waiting"]) == waiting:
            return kept
        page.wait_for_timeout(100)
    raise AssertionError(f"{waiting} things never waited.")


def lose_the_first_answer(page: Page) -> None:
    """Kith takes the row, and the network goes before the device hears of it."""
    lost: list[str] = []

    def once(route: Any) -> None:
        if lost:
            return route.continue_()
        lost.append(route.request.url)
        route.fetch()
        return route.abort()

    page.route("**/send", once)


def test_what_kith_refuses_stays_on_the_device_and_says_what_to_do(phone: Phone) -> None:
    page, before = phone.page, len(phone.rows())
    take_along(phone, "Noor")
    page.context.set_offline(True)
    open_with_pin(page)
    keep(phone, "Noor swam a mile.")
    seal_noor(phone)
    page.context.set_offline(False)
    page.get_by_role("link", name="Send from here").click()
    expect(page.get_by_text("Kith does not take this from you now.")).to_be_visible()
    expect(page.get_by_text("Noor swam a mile.").first).to_be_visible()
    assert len(phone.rows()) == before
    assert len(page.evaluate(EVERYTHING_KEPT)["kept"]["waiting"]) == 1
    page.goto(f"{phone.site.address}/sign-out")
    expect(page.get_by_text("You cannot sign out yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_be_disabled()


def test_the_page_for_sending_says_where_the_form_is(phone: Phone) -> None:
    take_along(phone, "Noor")
    page = phone.page
    page.goto(f"{phone.site.address}/rows-along")
    page.get_by_role("link", name="Send what is on it").click()
    require_fit(page, "sending")
    expect(page.get_by_text("All is sent.")).to_be_visible()
    page.get_by_role("button", name="Take it off this device").click()
    expect(page.get_by_text("Nothing of this form is on this device any more.")).to_be_visible()
