"""Strokes, rings and stickers from a tablet without network: they join once each, and nothing is rubbed out unseen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kith.apps.audit.services import reading
from kith.apps.pictures import services
from kith.apps.pictures.projections import FaceSaid, MadeSaid, NewFace, Placing, SentBack
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.tests.tablets import Tablet, kit_and_his_workers, placing_of
from kith.apps.pictures.tests.test_faces import two_halves
from kith.kernel.refs import new_ref
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db
WAVE = MadeSaid(kind="stroke", what="blue", width="thin", points=(100, 100, 150, 120))
STAR = MadeSaid(kind="sticker", what="star", points=(500, 880))


@pytest.fixture
def county(settings: Any, tmp_path: Path) -> Iterator[Partnership]:
    settings.DATA_DIR = tmp_path
    with kit_and_his_workers() as made:
        yield made


def drawn(made: MadeSaid) -> SentBack:
    return SentBack(name=new_ref(), what="make", placing=Placing(), made=made)


def ring(*keys: str) -> SentBack:
    return drawn(MadeSaid(kind="ring", what="red", width="thick", around=keys))


def rubbed(key: str, version: int = 0) -> SentBack:
    return SentBack(name=new_ref(), what="rub_out", placing=Placing(), key=key, version=version)


def says(tablet: Tablet) -> list[str]:
    return [card.says for card in tablet.page().made]


def test_what_was_drawn_joins_once_also_around_whom_the_tablet_placed(county: Partnership) -> None:
    tablet = Tablet(county)
    rex, wave = placing_of("Rex", kind="pet"), drawn(WAVE)
    for sent in (rex, wave, wave, ring("", tablet.was["Nan"].key, rex.name)):
        tablet.send(sent)
    assert says(tablet)[0].startswith("A drawing in blue")
    assert says(tablet)[1:] == ["A ring around Kit, Nan and Rex"]


def test_what_the_tablet_drew_and_rubbed_out_again_is_gone(county: Partnership) -> None:
    tablet = Tablet(county)
    wave = drawn(WAVE)
    for sent in (wave, rubbed(wave.name), rubbed(wave.name)):
        tablet.send(sent)
    assert says(tablet) == []


def test_a_ring_goes_around_those_who_are_still_there_and_around_nobody_waits(county: Partnership) -> None:
    tablet = Tablet(county)
    nan, school = tablet.was["Nan"].key, tablet.was["School"].key
    tablet.online_off("Nan")
    tablet.send(ring(nan, school))
    assert says(tablet) == ["A ring around School"]
    with pytest.raises(CannotDraw, match="any more"):
        tablet.send(ring(nan))


def test_what_was_handed_out_is_rubbed_out_unless_somebody_moved_it_meanwhile(county: Partnership) -> None:
    tablet = Tablet(county)
    at: dict[str, Any] = {"by": tablet.sue, "child_ref": tablet.kit, "picture_ref": tablet.ref, "now": NOW}
    for made in (WAVE, STAR):
        services.make_by_hand(**at, made=made)
    tablet.handed = tablet.taken()
    wave, star = tablet.handed.made
    assert (wave.made, star.made) == (WAVE, STAR)
    services.move_sticker(**at, made_ref=star.ref, to=(20, 30), expected_version=star.version)
    tablet.send(rubbed(wave.key, wave.version))
    with pytest.raises(CannotDraw, match="moved this"):
        tablet.send(rubbed(star.key, star.version))
    assert says(tablet) == ["A star"]


@pytest.mark.parametrize("basis", ["here", "agreed"])
def test_a_face_goes_along_with_whom_it_shows(county: Partnership, basis: str) -> None:
    tablet = Tablet(county)
    face = NewFace(said=FaceSaid(basis=basis), data=two_halves(), name="nan.jpg")
    at: dict[str, Any] = {"by": tablet.sue, "child_ref": tablet.kit, "picture_ref": tablet.ref, "now": NOW}
    with reading("test.face", by=tablet.sue, now=NOW):
        services.give_face(**at, placed_ref=tablet.was["Nan"].ref, face=face)
    shown = {card.name: card.face and card.face.image[:22] for card in tablet.taken().placed}
    assert shown == {"School": None, "Nan": "data:image/jpeg;base64"}
