"""Round photographs on the pages: chosen, moved by presses, said anew, taken off, also on a locked tablet."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.apps.pictures.models import Face, HandMade, Placed
from kith.apps.pictures.projections import PictureStart
from kith.testing.factories import NOW, rolled_back
from kith.web.loading.forms import LARGEST_PICTURE
from kith.web.pictures.tests.drawing import Drawing, county_of_mina, drawing
from kith.web.pictures.tests.test_photographs import taken

pytestmark = pytest.mark.django_db
SAID = {"basis": "drawn", "face_words": "Mina drew her", "to": "together"}


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def tablet() -> Iterator[Drawing]:
    """A browser of Pru's, who draws Mina's family tree with her; Nan is on it."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = drawing(county_of_mina(), PictureStart(kind="family_tree", whose="child"))
        made.post("place", name="Nan", kind="person", part="mum", farness="2")
        yield made


def nan() -> Placed:
    return Placed.objects.get(name="Nan")


def upload(tablet: Drawing, data: bytes | None = None, **said: str) -> Any:
    file = SimpleUploadedFile("nan.jpg", taken() if data is None else data)
    return tablet.post("face", nan().ref, page=tablet.at("together"), **SAID | said, picture=file)


def test_it_stands_in_the_picture_and_beside_it_with_its_words(tablet: Drawing) -> None:
    upload(tablet)
    for route in ("together", "drawn"):
        page = tablet.text(route)
        assert f'data-face="{nan().key}"' in page and 'alt="A drawing of Nan"' in page
        assert "Mina drew her" in page and "with a drawing of them" in page and "style=" not in page
    assert re.search(r'clip-path="url\(#(round-\w+)\)"', page)[1] in re.findall(r'clipPath id="([^"]+)"', page)  # type: ignore[index]


def test_it_is_moved_by_presses_and_never_over_the_edge(tablet: Drawing) -> None:
    upload(tablet)
    for way, stands in (("nearer", (500, 500, 800)), ("left", (404, 500, 800)), ("left", (308, 500, 800))):
        tablet.post("cut_face", nan().ref, version=str(Face.objects.get().version), way=way)
        row = Face.objects.get()
        assert (row.across, row.down, row.size) == stands
    for _ in range(3):
        tablet.post("cut_face", nan().ref, version=str(Face.objects.get().version), way="left")
    assert Face.objects.get().across == 300
    assert tablet.post("cut_face", nan().ref, version="1", way="left").status_code == 409


def test_what_it_is_is_said_anew_and_it_is_taken_off_and_comes_back(tablet: Drawing) -> None:
    upload(tablet)
    tablet.post("describe_face", nan().ref, version="1", basis="agreed", face_words="Nan said yes")
    assert "It may be on prints and copies" in tablet.text() and "Nan said yes" in tablet.text()
    tablet.post("face_off", nan().ref)
    assert "data-face" not in tablet.text()
    tablet.post("undo")
    assert "data-face" in tablet.text()


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "Choose a photograph"), (b"nothing", "not a picture"), (b"\0" * (LARGEST_PICTURE + 1), "over 8 MB")],
)
def test_what_is_no_photograph_is_said_in_a_sentence_and_the_words_stay(
    tablet: Drawing, data: bytes, says: str
) -> None:
    answer = upload(tablet, data)
    shown = tablet.client.get(answer["Location"]).content.decode()
    assert says in shown and not Face.objects.exists()


def test_nobody_else_is_given_one_and_a_thing_has_none(tablet: Drawing) -> None:
    for route in ("cut_face", "describe_face", "face_off"):
        assert tablet.post(route, nan().ref, version="1", way="left").status_code == 404
    tablet.post("place", name="Rex", kind="pet", part="mum")
    assert tablet.text("drawn").count('enctype="multipart/form-data"') == 2


def test_a_tablet_that_was_handed_over_takes_a_photograph_and_rings_people_too(tablet: Drawing) -> None:
    tablet.lock()
    upload(tablet)
    tablet.post("cut_face", nan().ref, version="1", way="up")
    tablet.post("make", kind="ring", what="red", width="middle", around=["middle", nan().key], to="together")
    page = tablet.text()
    assert "data-face" in page and "A ring around Mina and Nan" in page
    assert HandMade.objects.get().around == ["", nan().key]
    tablet.post("face_off", nan().ref)
    assert "data-face" not in tablet.text()


def test_a_ring_around_nobody_is_said_in_a_sentence(tablet: Drawing) -> None:
    answer = tablet.post("make", page=tablet.at("drawn"), kind="ring", what="red", width="middle")
    assert "Say whom the ring goes around" in tablet.client.get(answer["Location"]).content.decode()
