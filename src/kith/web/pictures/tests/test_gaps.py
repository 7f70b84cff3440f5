"""What pictures leave out is asked on the child's page: for workers alone, and of nobody whom they may not see."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.cases.models import CheckAnswer
from kith.apps.cases.projections import StepTaken
from kith.apps.cases.services import take_step
from kith.apps.occasions.projections import OccasionSaid, RowSaid
from kith.apps.occasions.services import keep_occasion, keep_row
from kith.apps.people.services import Responsibility, record_responsibility
from kith.apps.pictures import services
from kith.apps.pictures.projections import PictureStart, Placing
from kith.testing.factories import (
    NOW,
    TODAY,
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
NEAR = "Zipporah Vale is near Kit, and nobody who works with Kit has spoken to them"
PAID = "Nobody but paid workers is near Kit"
HOLDER = "Zipporah Vale holds parental responsibility and stands on no picture"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school")],
            workers=[worker("sue"), worker("tess", agency="school")],
        )
        people = (child("kit", "Kit Brook"), person("nan", "Zipporah Vale"), person("ife", "Ife", kind="professional"))
        made.add([family(*people, person("ada", "Ada Lovage"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "tess"):
            made.involve("kit", who)
        yield made


class Drawn:
    def __init__(self, county: Partnership, kind: str = "ecomap") -> None:
        self.county = county
        self.at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_picture(start=PictureStart(kind=kind, whose="child"), **self.at)

    def place(self, who: str = "", **said: Any) -> "Drawn":
        person = self.county.refs[who] if who else ""
        services.place(picture_ref=self.ref, placing=Placing(person=person, **said), **self.at)
        return self

    def finish(self) -> "Drawn":
        services.finish_picture(picture_ref=self.ref, **self.at)
        return self


def page(county: Partnership, who: str = "sue") -> str:
    client = Client()
    sign_in(client, who)
    return client.get(reverse("children:child", args=[county.refs["kit"]])).content.decode()


@pytest.mark.parametrize(
    ("kind", "where", "is_near"),
    [
        ("ecomap", {"farness": 25}, True),
        ("ecomap", {"farness": 26}, False),
        ("safety_come", {"part": "inner"}, True),
        ("safety_come", {"part": "middle"}, False),
        ("supporters", {"part": "emotional"}, False),
    ],
)
def test_whoever_is_near_and_was_never_spoken_to_is_asked_about(county, kind, where, is_near):
    Drawn(county, kind).place("nan", **where)
    assert (NEAR in page(county)) == is_near


def test_whoever_was_invited_is_not_asked_about(county):
    Drawn(county).place("nan", farness=0)
    at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
    ref = keep_occasion(said=OccasionSaid(kind="meeting", on=TODAY, words="Family meeting"), **at)
    assert NEAR in page(county)
    said = RowSaid(invited_on=TODAY, invited_by="Sue")
    keep_row(occasion_ref=ref, person_ref=county.refs["nan"], said=said, expected_version=0, **at)
    assert NEAR not in page(county)


def test_only_the_newest_picture_of_a_kind_counts(county):
    Drawn(county).place("nan", farness=0)
    Drawn(county).place("nan", farness=90)
    assert NEAR not in page(county)


def test_workers_alone_in_the_inner_ring_are_asked_about_until_somebody_else_is_there(county):
    rings = Drawn(county, "safety_know").place("ife", part="inner").place(kind="service", name="GP", part="inner")
    assert PAID in page(county)
    rings.place(name="Uncle Bartimaeus", part="inner")
    assert PAID not in page(county)


def test_an_empty_inner_ring_is_asked_about_once_the_picture_is_finished(county):
    rings = Drawn(county, "safety_know").place("nan", part="outer")
    assert PAID not in page(county)
    rings.finish()
    assert PAID in page(county)


def test_whoever_holds_responsibility_and_is_on_no_picture_is_asked_about(county):
    sue, refs = county.actor("sue"), county.refs
    assert "Nobody is on record who holds parental responsibility for Kit" in page(county)
    fact = Responsibility(holder=refs["nan"], child=refs["kit"], how="birth")
    record_responsibility(by=sue, fact=fact, now=NOW)
    assert HOLDER not in page(county)
    drawn = Drawn(county).place("ada", farness=80)
    assert HOLDER in page(county)
    drawn.place("nan", farness=80)
    assert HOLDER not in page(county)


def test_whoever_may_not_see_the_source_sees_neither_the_check_nor_its_answer(county):
    Drawn(county).place("nan", farness=0)
    client, refs = Client(), county.refs
    sign_in(client, "sue")
    where = reverse("standing:answer_check", args=[refs["kit"], "near_unspoken", refs["nan"]])
    said = {"answer": "in_hand", "words": "Sue visits.", "who": "Sue", "until": "9 December 2026", "version": "0"}
    assert client.post(where, said).status_code == 302 and CheckAnswer.objects.exists()
    assert "Sue visits." in page(county, "tess")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("sue"), subject_ref=refs["nan"], seal=seal, now=NOW)
    assert "Sue visits." in page(county)
    text = page(county, "tess")
    assert "Sue visits." not in text and "Zipporah" not in text and "is near Kit" not in text
    other = Client()
    sign_in(other, "tess")
    assert other.get(where).status_code == 404


def test_a_sealed_picture_asks_nobody_off_its_list(county):
    rings = Drawn(county, "safety_know").place("ife", part="inner")
    seal = NewSeal(kind="therapy", why="Drawn in therapy", records=(("picture", rings.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=seal, now=NOW)
    assert PAID in page(county) and PAID not in page(county, "tess")


def test_no_check_stands_where_the_family_reads(county):
    drawn = Drawn(county).place("nan", farness=0)
    client = Client()
    sign_in(client, "sue")
    for route in ("together", "drawn", "lists"):
        text = client.get(reverse(f"pictures:{route}", args=[county.refs["kit"], drawn.ref])).content.decode()
        assert NEAR not in text and "Who and what have we left out" not in text


def test_the_note_stands_where_an_assessment_a_review_or_an_end_is_recorded(county):
    """Not where help begins: then nobody has drawn with anybody yet."""
    client, none_yet = Client(), "No picture has been drawn with Kit yet."
    sign_in(client, "sue")

    def shown(route: str) -> str:
        return client.get(reverse(route, args=[county.refs["kit"]])).content.decode()

    assert none_yet not in shown("contacts:path")
    at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
    take_step(said=StepTaken(step="early_help", on=TODAY), expected_version=0, **at)
    assert none_yet in shown("contacts:path") and none_yet in shown("contacts:new_meeting")
    Drawn(county)
    assert "Last drawn on 24 November 2026." in shown("contacts:path")
