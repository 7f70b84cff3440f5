"""The worker's pages about family links: look first, then publish; and nothing on them tells of anybody hidden."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.apps.access.models import ShareLink
from kith.apps.access.queries import target_of
from tests.trust.hidden import hide_relative, seal_relative
from tests.trust.journeys import looking_at_family_copies
from tests.trust.share_links import is_open, opened, page, publish, stored_link
from tests.trust.test_two_worlds import compare
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db


def test_a_worker_looks_then_makes_the_link_then_closes_it(county):
    browser, path = visitor("pru"), reverse("links:make", args=[county.refs["mina"]])
    chosen = {"reader": county.refs["mum"], "child_says": "agreed", "days": 7, "visits": 5, "telling": "phone"}
    looked = browser.post(path, look="yes", **chosen).body.decode()
    assert "This is what they will see" in looked
    seen = re.search(r'name="seen" value="(\w+)"', looked)
    assert seen
    made = browser.post(path, publish="yes", seen=seen[1], **chosen).body.decode()
    address = re.search(r"http://testserver(/p/[\w-]+)", made)
    digits = re.search(r"(\d{3}) (\d{3})</p>", made)
    assert address and digits
    message = re.search(r"kith-copy__message[^>]*>(.*?)</p>", made, re.S)
    assert message and not re.search(r"kith|mina|social|child", re.sub(r"<[^>]+>", " ", message[1]).casefold())
    reader = Client()
    cache.clear()
    reader.post(address[1], {"code": digits[1] + digits[2]})
    assert is_open(reader)
    assert b"Grace Okafor" in browser.get(reverse("links:links", args=[county.refs["mina"]])).body
    link = ShareLink.objects.get()
    browser.post(reverse("links:close", args=[county.refs["mina"], link.ref]))
    assert not is_open(reader)


def test_the_preview_is_the_page_the_reader_sees(county):
    browser, path = visitor("pru"), reverse("links:make", args=[county.refs["mina"]])
    chosen = {"reader": county.refs["mum"], "child_says": "agreed", "days": 7, "visits": 5, "telling": "phone"}
    looked = browser.post(path, look="yes", **chosen).body.decode()
    shown = page(opened(publish(county)))
    body = re.search(r'<figure class="kith-copy__picture".*?(?=</main>)', shown, re.S)
    assert body and body[0].strip() in looked


@pytest.mark.parametrize("hide", [hide_relative, seal_relative])
def test_the_pages_are_the_same_with_and_without_somebody_hidden(hide):
    assert compare(hide, ("pru",), (looking_at_family_copies,)) == []


def test_a_link_to_somebody_whom_the_viewer_may_not_see_is_not_in_their_list(county):
    hide_relative(county)
    county.subject_ids["hidden"] = target_of(county.refs["hidden"]).id
    stored_link(county, "mina", "hidden")
    path = reverse("links:links", args=[county.refs["mina"]])
    assert b"Xanthe" in visitor("zed").get(path).body
    assert b"No link is open." in visitor("pru").get(path).body
