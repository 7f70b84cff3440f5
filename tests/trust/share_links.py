"""Publishing and opening family links in the small county, as tests do it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.apps.access.links import hash_of
from kith.apps.access.models import ShareLink
from kith.apps.access.projections import PublishedLink
from kith.apps.audit.services import load, reading
from kith.apps.networks import services
from kith.apps.networks.family_copies import as_text
from kith.apps.networks.projections import CopyChoices, CopyWish
from kith.apps.networks.queries import preview_of
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.visitor import TOKEN

DAY = dt.timedelta(days=1)
AGREED = CopyChoices(child_says="agreed")


def wish(county: Partnership, reader: str = "mum", **changes: Any) -> CopyWish:
    facts: dict[str, Any] = {"choices": AGREED, "days": 7, "visits": 3, "code_for": "phone"}
    return CopyWish(child_ref=county.refs["mina"], reader_ref=county.refs[reader], **facts | changes)


def publish(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> PublishedLink:
    actor, asked = county.actor(by), wish(county, reader, **changes)
    with reading("test.publish", by=actor, now=NOW):
        seen = preview_of(actor, asked, now=NOW).mark
        return services.publish_link(by=actor, wish=replace(asked, seen=seen), now=NOW)


def previewed(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> str:
    """The text of the copy that would be stored."""
    with reading("test.preview", by=county.actor(by), now=NOW):
        return as_text(preview_of(county.actor(by), wish(county, reader, **changes), now=NOW).copy)


def door(link: PublishedLink | str) -> str:
    return reverse("links:door", args=[link if isinstance(link, str) else link.token])


def give(browser: Client, link: PublishedLink, code: str = "") -> Any:
    cache.clear()  # the limit of tries in a quarter of an hour has a test of its own
    return browser.post(door(link), {"code": code or link.code})


def opened(link: PublishedLink) -> Client:
    browser = Client()
    assert give(browser, link).status_code == 302
    return browser


def page(browser: Client) -> str:
    return browser.get(reverse("links:page")).content.decode()


def is_open(browser: Client) -> bool:
    return "People around Mina" in page(browser)


def wrong(link: PublishedLink, number: int = 1) -> str:
    return f"{(int(link.code) + number) % 1_000_000:06}"


def masked(response: Any) -> bytes:
    return TOKEN.sub(rb"\1", response.content)


def row(link: PublishedLink) -> ShareLink:
    return ShareLink.objects.get(ref=link.ref)


def row_of_reader(county: Partnership, name: str) -> ShareLink:
    return ShareLink.objects.get(reader__ref=county.refs[name])


def stored_link(county: Partnership, child: str, reader: str) -> str:
    """The ref of an open link that nobody here holds the secrets of, whoever works with the child."""
    with load("test.link", by=OPERATOR, now=NOW, payload={}):
        link = ShareLink(
            subject_id=county.subject_ids[child],
            reader_id=county.subject_ids[reader],
            reader_part="parent",
            page_set="my_network",
            token_hash=hash_of(child),
            code_hash="!",
            code_for="phone",
            snapshot="",
            published_by_id=county.loaded.workers["pru"],
            published_at=NOW,
            expires_at=NOW + DAY,
            most_visits=1,
        )
        link.save(force_insert=True)
    return link.ref
