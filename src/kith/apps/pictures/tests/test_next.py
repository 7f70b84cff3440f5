"""What comes after a picture, as deeds: each decides for itself, whatever a form has offered."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.occasions.models import Invitation
from kith.apps.occasions.projections import OccasionSaid
from kith.apps.occasions.services import keep_occasion
from kith.apps.pictures import services
from kith.apps.pictures.listing import may_be_asked
from kith.apps.pictures.models import Placed
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan; Lou and Nell are nobody of his."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")], workers=[worker("sue"), worker("ray", agency="school")]
        )
        nan, ada = person("nan", "Zipporah Vale"), person("ada", "Ada Lovage")
        made.add([family(child("kit", "Kit Brook"), nan, ada, unions=[couple("nan", children=["kit"])])])
        made.add([family(child("lou", "Lou Penhale"), person("nell", "Nell Penhale"))])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        made.involve("lou", "sue")
        yield made


def at(county: Partnership, who: str = "sue") -> dict[str, Any]:
    return {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW}


def drawn(county: Partnership, *placings: Placing, kind: str = "ecomap") -> str:
    ref = services.begin_picture(start=PictureStart(kind=kind, whose="child"), **at(county))
    for placing in placings:
        services.place(picture_ref=ref, placing=placing, **at(county))
    services.finish_picture(picture_ref=ref, **at(county))
    return ref


def recognise(county: Partnership, picture: str, whom: str, who: str = "sue") -> None:
    placed = Placed.objects.get(picture__ref=picture, name="Granny Z").ref
    services.recognise(
        picture_ref=picture, placed_ref=placed, person_ref=county.refs[whom], expected_version=1, **at(county, who)
    )


def test_nobody_is_recognised_who_is_not_of_the_network_or_not_to_be_seen(county: Partnership) -> None:
    picture = drawn(county, Placing(name="Granny Z"))
    with pytest.raises(NothingHere):
        recognise(county, picture, "nell")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    with pytest.raises(NothingHere):
        recognise(county, picture, "nan", "ray")
    recognise(county, picture, "nan")
    assert Placed.objects.values_list("person__ref", flat=True).get() == county.refs["nan"]


def test_nobody_stands_twice_on_a_picture_by_being_recognised(county: Partnership) -> None:
    picture = drawn(county, Placing(name="Granny Z"), Placing(person=county.refs["nan"], name="Nan"))
    with pytest.raises(services.CannotDraw, match="already"):
        recognise(county, picture, "nan")


@pytest.mark.parametrize(
    ("answers", "may"),
    [({"yes"}, True), ({"yes", "might"}, True), ({"yes", "no"}, False), ({"thinking"}, False), ({""}, False)],
)
def test_a_no_anywhere_is_a_no(answers: set[str], may: bool) -> None:
    assert may_be_asked(answers) == may


def invite(county: Partnership, picture: str, *whom: str) -> None:
    said = OccasionSaid(kind="meeting", on=TODAY, words=f"Meeting of {picture} with {whom}")
    occasion = keep_occasion(said=said, **at(county))
    refs = [county.refs[one] for one in whom]
    with reading("test.invite", by=county.actor("sue"), now=NOW):
        services.invite_from_picture(picture_ref=picture, occasion_ref=occasion, person_refs=refs, **at(county))


def test_only_those_on_the_picture_are_listed_and_not_before_the_child_says_yes(county: Partnership) -> None:
    refs = county.refs
    picture = services.begin_picture(start=PictureStart(kind="mobility", whose="child"), **at(county))
    services.place(picture_ref=picture, placing=Placing(kind="home", name="Quay Row"), **at(county))
    home = Placed.objects.get(name="Quay Row").key
    for who, again in (("nan", "might"), ("ada", "yes")):
        services.place(picture_ref=picture, placing=Placing(person=refs[who], at=home, again=again), **at(county))
    with pytest.raises(services.CannotDraw, match="before Kit says yes"):
        invite(county, picture, "ada", "nan")
    with pytest.raises(NothingHere):
        invite(county, picture, "ada", "nell")
    with pytest.raises(services.CannotDraw, match="at least one"):
        invite(county, picture)
    assert not Invitation.objects.exists()
    invite(county, picture, "ada")
    assert Invitation.objects.get().person.ref == refs["ada"]


def test_the_newest_answer_of_the_child_counts(county: Partnership) -> None:
    """Ada was there in two homes, on two days."""
    for again in ("no", "yes"):
        picture = services.begin_picture(start=PictureStart(kind="mobility", whose="child"), **at(county))
        services.place(picture_ref=picture, placing=Placing(kind="home", name=f"Quay Row {again}"), **at(county))
        home = Placed.objects.get(name=f"Quay Row {again}").key
        placing = Placing(person=county.refs["ada"], at=home, again=again)
        services.place(picture_ref=picture, placing=placing, **at(county))
    invite(county, picture, "ada")
    assert Invitation.objects.count() == 1
