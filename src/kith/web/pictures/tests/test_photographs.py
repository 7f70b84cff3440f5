"""The photograph of a paper map on its pages: taken, pointed at, moved without dragging, and refused in plain words."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kith.apps.pictures.models import Photograph, Picture, Placed
from kith.testing.factories import NOW, rolled_back
from kith.web.pictures.tests.drawing import Drawing, county_of_mina, drawing

pytestmark = pytest.mark.django_db
SAID = {"kind": "ecomap", "drawn_on": "3 March 2026", "whose": "worker", "present": "Grace and Pru"}


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def tablet() -> Iterator[Drawing]:
    """A browser of Pru's, who works with Mina."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        yield drawing(county_of_mina())


def taken(size: tuple[int, int] = (400, 300)) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", size, (240, 235, 220)).save(kept, "JPEG")
    return kept.getvalue()


def upload(tablet: Drawing, data: bytes, **said: str) -> Any:
    where = reverse("pictures:from_paper", args=[tablet.county.refs["mina"]])
    return tablet.client.post(where, SAID | said | {"picture": SimpleUploadedFile("map.jpg", data)})


def on_paper(tablet: Drawing) -> Drawing:
    """The picture that a photograph became, in the same browser."""
    answer = upload(tablet, taken())
    assert answer.status_code == 302
    return Drawing(tablet.county, tablet.client, Photograph.objects.get().picture.ref)


def spot(name: str) -> tuple[int | None, int | None]:
    row = Placed.objects.get(name=name)
    return (row.spot_x, row.spot_y)


def change(paper: Drawing, **said: str) -> None:
    row = Placed.objects.get(name="Nan")
    assert paper.post("change", row.ref, version=str(row.version), **said).status_code == 302


def test_a_photograph_becomes_the_ground_of_a_page_on_which_people_are_pointed_at(tablet: Drawing) -> None:
    paper = on_paper(tablet)
    assert paper.row.drawn_on.isoformat() == "2026-03-03" and paper.row.present == "Grace and Pru"
    page = paper.text("drawn")
    assert f'<image href="{paper.at("photograph")}"' in page and "You alone see the photograph" in page
    shown = paper.get("photograph")
    assert shown["Content-Type"] == "image/jpeg" and Image.open(io.BytesIO(shown.content)).size == (400, 300)
    paper.post("place", kind="person", name="Nan", spot="250,500")
    page = paper.text("drawn")
    assert 'aria-label="1, Nan"' in page and 'cx="250" cy="375"' in page


def test_somebody_is_moved_on_it_by_dragging_and_by_buttons_alike(tablet: Drawing) -> None:
    paper = on_paper(tablet)
    paper.post("place", kind="person", name="Nan")
    assert spot("Nan") == (None, None) and "not pointed at yet" in paper.text("drawn")
    change(paper, spot="833,167")
    assert spot("Nan") == (833, 167)
    change(paper, dx="-100", dy="75", width="1000", height="750", on="photograph")
    assert spot("Nan") == (733, 267)
    change(paper, dx="-900", dy="0", width="1000", height="750", on="photograph")
    assert spot("Nan") == (0, 267)
    paper.post("undo")
    assert spot("Nan") == (733, 267)


def test_a_place_beside_it_is_refused_and_the_words_stay(tablet: Drawing) -> None:
    paper = on_paper(tablet)
    page = paper.at("drawn")
    answer = paper.post("place", page=page, kind="person", name="Nan", spot="1001,5")
    assert "Point at a place on the photograph." in paper.client.get(answer["Location"]).content.decode()
    assert not Placed.objects.exists()


def test_its_keeper_says_that_everybody_is_entered_and_takes_it_back(tablet: Drawing) -> None:
    paper = on_paper(tablet)
    paper.post("entered", everybody="yes")
    assert Photograph.objects.get().entered_at == NOW and "Somebody is missing" in paper.text("drawn")
    paper.post("entered")
    assert Photograph.objects.get().entered_at is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Dear diary, this is a text.", "Save it as PNG, JPEG or WebP"),
        (b"%PDF-1.7\n1 0 obj", "Save it as PNG, JPEG or WebP"),
        (b"", "This file is empty"),
        (bytes(8 * 1024 * 1024 + 1), "over 8 MB"),
        (bytes(9 * 1024 * 1024), "Choose a photograph of at most 8 MB"),
        (taken((9000, 6700)), "at most 40 million"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_every_word_stays(tablet: Drawing, data: bytes, says: str) -> None:
    before = Picture.objects.count()
    answer = upload(tablet, data)
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page
    assert 'value="Grace and Pru"' in page and 'value="3 March 2026"' in page
    assert Picture.objects.count() == before and not Photograph.objects.exists()


def test_a_photograph_as_large_as_a_telephone_makes_is_kept(tablet: Drawing) -> None:
    large = taken() + bytes(7 * 1024 * 1024)
    assert upload(tablet, large).status_code == 302


def test_without_a_photograph_a_day_or_a_kind_it_says_what_is_missing(tablet: Drawing) -> None:
    where = reverse("pictures:from_paper", args=[tablet.county.refs["mina"]])
    page = tablet.client.post(where, {"whose": "relative"}).content.decode()
    for says in (
        "Choose a photograph",
        "Say on which day",
        "Say which relative",
        "What is on the paper?” has no answer",
    ):
        assert says in page


def test_a_picture_without_one_says_nothing_of_photographs(tablet: Drawing) -> None:
    page = tablet.text("drawn")
    assert "hotograph" not in page and tablet.get("photograph").status_code == 404
    assert tablet.post("entered", everybody="yes").status_code == 404


def test_the_tablet_that_is_handed_over_shows_the_drawing_alone(tablet: Drawing) -> None:
    paper = on_paper(tablet)
    assert "<image" not in paper.text("together")
    paper.lock()
    assert paper.get("photograph").status_code == 302
