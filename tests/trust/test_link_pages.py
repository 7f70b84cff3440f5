"""The worker's pages about family links: look first, then publish; and nothing on them tells of anybody hidden."""

import datetime as dt
import re

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kith.apps.access.models import ShareLink
from kith.apps.access.queries import target_of
from kith.apps.access.services import NewSeal, end_link, set_seal
from kith.testing.factories import NOW
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


def listed(county) -> str:
    """The page of links, as words."""
    page = visitor("pru").get(reverse("links:links", args=[county.refs["mina"]])).body.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def seal_for_pru(county, about: str) -> None:
    sealed = NewSeal(kind="medical", why="Hers alone.")
    set_seal(by=county.actor("pru"), subject_ref=county.refs[about], seal=sealed, now=timezone.now())


def test_a_link_that_was_closed_is_listed_with_who_and_when(county):
    assert "no more" not in listed(county)
    link = stored_link(county, "mina", "mum")
    end_link(by=county.actor("zed"), link_ref=link, now=NOW)
    page = listed(county)
    assert "No link is open." in page and "1 link that opens no more" in page
    assert re.search(r"Closed by Zed Worker, Council on Tuesday 24 November, 10:30", page)


def test_a_link_that_ran_out_is_listed_and_a_later_seal_does_not_take_it_away(county):
    stored_link(county, "mina", "mum")
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        assert "Ran out on Wednesday 25 November" in listed(county)
        seal_for_pru(county, "mina")
        assert "Ran out on Wednesday 25 November" in listed(county)


def test_a_link_that_a_seal_closed_is_in_neither_list(county):
    """Its end would tell whoever is off the list that something was sealed."""
    stored_link(county, "mina", "mum")
    seal_for_pru(county, "mina")
    assert not ShareLink.objects.filter(ended_at=None).exists()
    page = listed(county)
    assert "No link is open." in page and "no more" not in page
