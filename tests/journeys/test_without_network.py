"""A picture on a tablet without network: taken along, drawn on, opened with a PIN, sent; and nothing in clear text."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kith.apps.agencies.models import User
from kith.apps.agencies.queries import actor_for
from kith.apps.people.models import PersonName
from kith.apps.pictures import services
from kith.apps.pictures.projections import PictureStart, Placing
from kith.testing.factories import rolled_back  # noqa: F401
from tests.journeys.conftest import Site

pytestmark = [pytest.mark.browser]
PIN = "samphire 27"
CLEAR = ("Great-uncle Bram", "Pickle", "Chess club", "boats", "My people", "ecomap", "worker")
TABLET = {"width": 1024, "height": 768}
EVERYTHING_KEPT = """async () => {
  const base = await new Promise((done) => {
    const asked = indexedDB.open("kith-offline");
    asked.onsuccess = () => done(asked.result);
  });
  const bytes = (data) => Array.from(new Uint8Array(data), (one) => String.fromCharCode(one)).join("");
  const plain = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? bytes(value.buffer ?? value)
    : value && typeof value === "object" ? Object.entries(value).map(([k, v]) => `${k}=${plain(v)}`).join(";") : String(value);
  const kept = [];
  for (const name of base.objectStoreNames) {
    const rows = await new Promise((done) => {
      const asked = base.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => done(asked.result);
    });
    kept.push([name, rows.map(plain)]);
  }
  base.close();
  const cached = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) cached.push([request.url, await (await cache.match(request, { ignoreVary: true })).text()]);
  }
  return { kept, cached, local: JSON.stringify(localStorage), visit: JSON.stringify(sessionStorage) };
}"""


@pytest.fixture
def picture(site: Site) -> tuple[str, str]:
    """Of a worker's own view, with a club and a pet on it: the child's ref, and the picture's."""
    user = User.objects.get(email=site.email)
    now = timezone.now()
    by = actor_for(user, on=now.date())
    child_ref = PersonName.objects.filter(text__startswith="Noor ").latest("pk").person.subject.ref
    start = PictureStart(kind="ecomap", whose="worker", look="plain")
    ref = services.begin_picture(by=by, child_ref=child_ref, start=start, now=now)
    for name, kind, words in (("Chess club", "group", "knows the boats"), ("Pickle", "pet", "")):
        placing = Placing(kind=kind, name=name, words=words, farness=75)
        services.place(by=by, child_ref=child_ref, picture_ref=ref, placing=placing, now=now)
    return child_ref, ref


def test_it(signed_in: Page, site: Site, picture: tuple[str, str], assert_accessible: Callable[[str], None]) -> None:
    page = signed_in
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    page.goto(f"{site.address}/children/{picture[0]}/pictures/{picture[1]}")
    page.get_by_role("link", name="Take it on a tablet").click()
    page.get_by_label("Choose a PIN").fill(PIN)
    page.get_by_label("Write it again").fill(PIN)
    page.get_by_role("button", name="Take it along").click()
    page.wait_for_url("**/offline/")
    expect(page.get_by_role("heading", name="Open it with your PIN")).to_be_visible()
    page.context.set_offline(True)
    page.reload()
    page.get_by_label("PIN").fill("not this")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("4 tries left")).to_be_visible()
    page.get_by_label("PIN").fill(PIN)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("heading", name="My people")).to_be_visible()
    page.locator("#adding summary").click()
    page.get_by_label("Who or what is it?").fill("Great-uncle Bram")
    page.get_by_label("A few words").fill("mends boats")
    page.locator("#add").get_by_role("button", name="Add").click()
    page.locator("[data-twin] summary", has_text="Chess club").click()
    page.get_by_role("button", name="As near as can be for Chess club").click()
    page.context.set_offline(False)
    page.get_by_role("link", name="Send it").click()
    expect(page.get_by_text("All is sent.")).to_be_visible()
