"""A mapping visit finds a great-uncle on the father's side whom nobody had named.

Within the hour another team finds him and how to reach him in four pages, and whoever has no right to see does not
learn that he exists.
"""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.people.models import PersonName
from kith.apps.pictures.models import Picture, Placed
from kith.kernel.refs import new_ref
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
BRAM, NUMBER = "Uncle Bram", "01632 960417"
LATER = dt.timedelta(minutes=45)
LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', re.S)
OF_ONE_PAGE = re.compile(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|/children/[0-9a-z]{26}')


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue of the council and Tess of the school work with Kit, who has his father Kwame; Ben works with nobody."""
    with travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("sue"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        people = (
            child("kit", "Kit Brook"),
            person("dad", "Kwame Brook", sex="M"),
            person("mum", "Lena Brook", sex="F"),
        )
        made.add([family(*people, unions=[couple("mum", "dad", children=["kit"])])])
        for who in ("sue", "tess"):
            made.involve("kit", who)
        yield made


class Browser:
    """Somebody who presses links, and how many pages they opened for it."""

    def __init__(self, who: str) -> None:
        self.client, self.opened, self.page = Client(), 0, ""
        sign_in(self.client, who)

    def open(self, address: str) -> int:
        answer = self.client.get(address, follow=True)
        self.opened, self.page = self.opened + 1, answer.content.decode()
        return answer.status_code

    def press(self, words: str) -> None:
        self.open(
            next(unescape(where) for where, said in LINK.findall(self.page) if words in re.sub("<[^>]+>", "", said))
        )

    def send(self, address: str, **said: str) -> None:
        self.client.post(address, said, follow=True)


def visit(county: Partnership) -> None:
    """Sue and Kit draw who is near; Kit says a name that is on no record, and Sue says who that is."""
    sue, kit = Browser("sue"), county.refs["kit"]
    sue.send(reverse("pictures:begin", args=[kit, "ecomap"]), whose="child", look="plain", present="Sue and Kit")
    picture = Picture.objects.get().ref
    sue.send(reverse("pictures:place", args=[kit, picture]), kind="person", name=BRAM, words="mends boats")
    sue.open(reverse("pictures:drawn", args=[kit, picture]))
    sue.press(f"Who is {BRAM}?")
    said = {"called": BRAM, "relation": "uncle_or_aunt", "to": county.refs["dad"], "also": "nobody_yet"}
    said |= {"told_by": "Kit", "phone": NUMBER, "kind": "adult", "version": "1"}
    where = reverse("pictures:recognise", args=[kit, picture, Placed.objects.get().ref])
    sue.send(where, way="new", **{f"new-{name}": words for name, words in said.items()})


def test_another_team_finds_him_and_how_to_reach_him_in_four_pages(county: Partnership) -> None:
    tess = Browser("tess")
    tess.open(reverse("children:child", args=[county.refs["kit"]]))
    assert BRAM not in tess.page
    visit(county)
    with travel(NOW + LATER, tick=False):
        tess = Browser("tess")
        tess.open(reverse("children:find"))
        tess.press("Kit Brook")
        tess.press(BRAM)
        tess.press(f"Open {BRAM}")
        assert tess.opened == 4
        assert BRAM in tess.page and NUMBER in tess.page
        assert "Dad’s parent’s sibling" in tess.page


def test_whoever_has_no_right_to_see_does_not_learn_that_he_exists(county: Partnership) -> None:
    """The page of a child who is there, of the great-uncle, and of somebody who never was are one page to them."""
    visit(county)
    kit, bram = county.refs["kit"], PersonName.objects.get(text=BRAM).person.subject.ref
    picture = Picture.objects.get().ref
    with travel(NOW + LATER, tick=False):
        ben = Browser("ben")
        assert ben.open(reverse("children:child", args=[new_ref()])) == 404
        nobody = OF_ONE_PAGE.sub("", ben.page)
        for route, refs in (
            ("children:child", [kit]),
            ("children:person", [kit, bram]),
            ("pictures:all", [kit]),
            ("pictures:drawn", [kit, picture]),
            ("pictures:lists", [kit, picture]),
        ):
            assert ben.open(reverse(route, args=refs)) == 404, route
            assert BRAM not in ben.page and NUMBER not in ben.page, route
        ben.open(reverse("children:child", args=[kit]))
        assert OF_ONE_PAGE.sub("", ben.page) == nobody
        ben.open(reverse("children:find"))
        assert BRAM not in ben.page and "Kit Brook" not in ben.page
        cache.clear()
        found = ben.client.post(reverse("children:find"), {"asked": BRAM}, follow=True).content.decode()
        assert NUMBER not in found and bram not in found
