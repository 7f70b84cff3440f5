"""A small county in which Pru draws with Mina, asked through the pages as a browser asks."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from kith.apps.pictures import services
from kith.apps.pictures.models import Picture, Placed
from kith.apps.pictures.projections import PictureStart
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker
from tests.trust.visitor import sign_in

PIN = "8305"


def county_of_mina() -> Partnership:
    made = partnership(
        agencies=[agency("council")], workers=[worker("pru"), worker("ben"), worker("fay", "front_door")]
    )
    mina = child("mina", "Mina Okafor")
    made.add([family(mina, person("mum", "Grace Okafor"), person("dad", "Joseph Okafor"))])
    made.add([family(child("lou", "Louis Marsh"))])
    for name in ("mina", "lou"):
        made.involve(name, "pru")
    return made


@dataclass
class Drawing:
    """One picture of Mina's, and a browser of somebody who is signed in."""

    county: Partnership
    client: Client
    ref: str

    def at(self, route: str, *refs: str) -> str:
        return reverse(f"pictures:{route}", args=[self.county.refs["mina"], self.ref, *refs])

    def get(self, route: str, **query: str) -> Any:
        return self.client.get(self.at(route), query)

    def post(self, route: str, *refs: str, page: str = "", **said: Any) -> Any:
        """From a page of ours, which the browser names."""
        headers = {"referer": f"http://testserver{page}"} if page else {}
        return self.client.post(self.at(route, *refs), said, headers=headers)

    def text(self, route: str = "together", **query: str) -> str:
        return self.get(route, **query).content.decode()

    @property
    def row(self) -> Picture:
        return Picture.objects.get(ref=self.ref)

    def names(self) -> list[str]:
        standing = Placed.objects.filter(picture=self.row, withdrawn_at=None).order_by("pk")
        return list(standing.values_list("name", flat=True))

    def lock(self, **said: Any) -> Any:
        return self.post("hand_over", code=PIN, **said)


def drawing(county: Partnership, start: PictureStart | None = None, who: str = "pru") -> Drawing:
    client = Client()
    sign_in(client, who)
    start = start or PictureStart(kind="ecomap", whose="child", present="Pru")
    ref = services.begin_picture(by=county.actor(who), child_ref=county.refs["mina"], start=start, now=NOW)
    return Drawing(county, client, ref)
