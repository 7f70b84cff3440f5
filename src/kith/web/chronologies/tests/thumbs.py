"""A small county in which rows are written with a thumb: Sue works with Kit, with whom Lou lives, and Ben too."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.engines.drawing.network import Household, Membership
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


class Thumb:
    """A browser of one worker's, on Kit's pages."""

    def __init__(self, county: Partnership, who: str = "sue") -> None:
        self.county, self.client = county, Client()
        self.client.force_login(User.objects.get(email=email_of(who)))
        session = self.client.session
        session[CONFIRMED] = int(NOW.timestamp())
        session.save()

    def at(self, route: str, *refs: str) -> str:
        return reverse(f"chronologies:{route}", args=[self.county.refs["kit"], *refs])

    def page(self, route: str = "add", *refs: str) -> str:
        return self.client.get(self.at(route, *refs)).content.decode()

    def sends(self, route: str = "add", *refs: str, **said: Any) -> HttpResponse:
        return self.client.post(self.at(route, *refs), said)  # type: ignore[return-value]


@contextmanager
def small_county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("sue"), worker("ben"), worker("ray", agency="school"), worker("zoe")],
        )
        members = (child("kit", "Kit Brook"), child("lou", "Lou Brook"), person("nan", "Zipporah Vale"))
        pair = [couple("nan", children=["kit", "lou"])]
        home = Household(
            id="home", name="2 Brook Lane", members=tuple(Membership(person=one) for one in ("kit", "lou"))
        )
        made.add([family(*members, unions=pair, households=(home,), centres=["kit", "lou"])])
        for who in ("sue", "ben", "ray"):
            made.involve("kit", who)
        made.involve("lou", "sue")
        yield made
