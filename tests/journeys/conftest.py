"""A small county behind a real server, and a browser that signs in by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.journeys.drawing import TABLET
from tests.journeys.grown_county import PASSWORD, county_workers, grow_county
from tests.trust.access.profiles import is_long

WORKER = "rowan-achterberg"
WIDTHS = {"desk": 1280, "tablet": 768, "phone": 320}
BETWEEN = "tablet"  # whose pages are made of what stands on a desk or on a phone: at the gate only their fit is asked


@dataclass(frozen=True, slots=True)
class Site:
    """Where Kith answers, and who signs in."""

    address: str
    email: str
    password: str


@pytest.fixture
def site(live_server, transactional_db) -> Site:
    return Site(live_server.url.replace("127.0.0.1", "localhost"), emails_of(WORKER)[WORKER], PASSWORD)


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser's console complained of; a journey ends with none.

    Chromium reports each page that is answered with 404 or 422; those answers are meant.
    """
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        is_meant = "status of 404" in message.text or "status of 422" in message.text
        if message.type in ("error", "warning") and not is_meant:
            heard.append(message.text)

    page.on("console", listen)
    yield heard
    assert heard == []


@pytest.fixture
def signed_in(page: Page, site: Site, complaints: list[str]) -> Page:
    """Signed in without touching the mouse."""
    page.goto(site.address)
    page.keyboard.press("Tab")
    focus_on(page, "Email address")
    page.keyboard.type(site.email)
    focus_on(page, "Password")
    page.keyboard.type(site.password)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1).wait_for()
    return page


@pytest.fixture
def tablet(browser: Browser, site: Site) -> Iterator[Page]:
    """A worker's tablet, on its side, which is touched."""
    context = browser.new_context(viewport=TABLET, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, site.address, site.email)
    yield page
    context.close()


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")


def emails_of(*keys: str) -> dict[str, str]:
    """Of workers of the invented county, which is there from now on."""
    grow_county()
    return {worker.key: worker.email for worker in county_workers() if worker.key in keys}


def focus_on(page: Page, name: str, *, most: int = 80) -> None:
    """Press Tab until the control with this accessible name has the focus, as somebody without a mouse would."""
    for _ in range(most):
        if page.evaluate(FOCUSED_NAME).strip().startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"“{name}” cannot be reached with the Tab key.")


FOCUSED_NAME = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const label = at.labels && at.labels.length ? at.labels[0].innerText : "";
  return label || at.getAttribute("aria-label") || at.innerText || "";
}"""


@pytest.fixture
def assert_accessible(page: Page) -> Callable[[str], None]:
    """No axe violation, and no sideways scroll outside a picture, at each width."""

    def check(where: str) -> None:
        for device in WIDTHS:
            require_fit(page, where, device, is_asked_whole=device != BETWEEN or is_long())
        page.set_viewport_size({"width": WIDTHS["desk"], "height": 900})

    return check


def require_fit(page: Page, where: str, device: str = "phone", *, is_asked_whole: bool = True) -> None:
    """The same at one width: for inner pages, which are made of the parts that others show at three."""
    width = WIDTHS[device]
    page.set_viewport_size({"width": width, "height": 900})
    if is_asked_whole:
        found = Axe().run(page)
        assert found.violations_count == 0, f"{where}, {device}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{where} scrolls sideways: {device}"
