"""What a tablet is handed: after confirming, once, one picture and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.apps.pictures import services
from kith.apps.pictures.models import CheckOut
from kith.apps.pictures.projections import PictureStart, Placing
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    email_of,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from kith.web.account.sessions import CONFIRMED

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue draws with Kit, whose grandmother stands on the picture and whose aunt does not."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(agencies=[agency("council")], workers=[worker("sue")])
        kit, nan, bee = child("kit", "Kit Brook"), person("nan", "Zipporah Vale"), person("bee", "Beatrix Vale")
        made.add([family(kit, nan, bee, unions=[couple("nan", children=["kit"])])])
        made.involve("kit", "sue")
        yield made


@pytest.fixture
def address(county: Partnership) -> str:
    at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
    ref = services.begin_picture(**at, start=PictureStart(kind="ecomap"))
    services.place(**at, picture_ref=ref, placing=Placing(person=county.refs["nan"], words="rings on Sundays"))
    return reverse("pictures:check_out", args=[county.refs["kit"], ref])


def signed_in(*, has_confirmed: bool) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email_of("sue")))
    session = client.session
    session[CONFIRMED] = int(NOW.timestamp()) - (0 if has_confirmed else 3600)
    session.save()
    return client


def test_whoever_takes_it_along_confirms_first(county: Partnership, address: str) -> None:
    client = signed_in(has_confirmed=False)
    for answer in (client.post(address), client.get(address.replace("check-out", "take-along"))):
        assert answer.status_code == 302 and answer.headers["Location"] == reverse("account_confirm")
    assert not CheckOut.objects.exists()


def test_it_holds_this_picture_and_nobodys_ref(county: Partnership, address: str) -> None:
    answer = signed_in(has_confirmed=True).post(address)
    locked = answer.json()["locked"]
    (card,) = locked["picture"]["placed"]
    assert (card["name"], card["words"], locked["picture"]["centre"]) == ("Zipporah Vale", "rings on Sundays", "Kit")
    text = str(locked)
    assert "Beatrix" not in text
    assert not [name for name, ref in county.refs.items() if ref in text]


def test_it_is_handed_out_once(county: Partnership, address: str) -> None:
    client = signed_in(has_confirmed=True)
    client.post(address)
    again = client.post(address).json()
    assert list(again) == ["says"] and "already" in again["says"]


def test_the_lines_that_it_offers_are_those_that_this_kind_draws(county: Partnership, address: str) -> None:
    """Of an ecomap how near, not who is whose parent; as on the page that is drawn on at the desk."""
    offered = signed_in(has_confirmed=True).post(address).json()["locked"]["picture"]["line_kinds"]
    assert [line["id"] for line in offered] == ["strong", "weak", "choppy", "cut_off"]
