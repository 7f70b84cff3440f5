"""Drawing by hand and stickers on the pages, with and without a script, also on a tablet that was handed over."""

from collections.abc import Iterator

import pytest
import time_machine

from kith.apps.pictures.models import HandMade
from kith.testing.factories import NOW, rolled_back
from kith.web.pictures.tests.drawing import Drawing, county_of_mina, drawing

pytestmark = pytest.mark.django_db


@pytest.fixture
def tablet() -> Iterator[Drawing]:
    """A browser of Pru's, who draws with Mina."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        yield drawing(county_of_mina())


def stroke(tablet: Drawing, points: str = "100,100,200,150") -> None:
    tablet.post("make", kind="stroke", what="green", width="thick", points=points, to="together")


def sticker(tablet: Drawing, name: str = "star") -> HandMade:
    tablet.post("make", kind="sticker", what=name, to="together")
    return HandMade.objects.order_by("-pk")[0]


def test_a_stroke_stands_in_the_picture_and_in_the_list_on_both_pages(tablet: Drawing) -> None:
    stroke(tablet)
    for route in ("together", "drawn"):
        page = tablet.text(route)
        assert page.count("data-made=") == 1 and "A drawing in green, by Mina" in page


def test_stickers_stand_beside_each_other_and_are_moved_by_buttons_and_by_dragging(tablet: Drawing) -> None:
    first, second = sticker(tablet), sticker(tablet, "boat")
    assert first.points == [100, 880] and second.points == [210, 880]
    tablet.post("move_sticker", first.ref, version="1", spot="500,167")
    first.refresh_from_db()
    assert first.points == [500, 167]
    tablet.post("move_sticker", first.ref, version="2", dx="512", dy="-600", width="1024", height="600")
    first.refresh_from_db()
    assert first.points == [1000, 0]
    assert tablet.post("move_sticker", first.ref, version="2", spot="1,1").status_code == 409


def test_what_cannot_be_drawn_is_said_in_one_sentence_and_the_rest_stays(tablet: Drawing) -> None:
    stroke(tablet)
    page = tablet.at("drawn")
    for points, says in (("5,5," * 100_000, "too long"), ("5,-5", "not beside it"), ("", "not beside it")):
        answer = tablet.post("make", page=page, kind="stroke", what="green", width="thin", points=points)
        assert says in tablet.client.get(answer["Location"]).content.decode()
    assert HandMade.objects.count() == 1


def test_it_is_rubbed_out_and_comes_back_by_undoing(tablet: Drawing) -> None:
    stroke(tablet)
    tablet.post("rub_out", HandMade.objects.get().ref)
    assert "data-made=" not in tablet.text()
    tablet.post("undo")
    assert tablet.text().count("data-made=") == 1


def test_a_tablet_that_was_handed_over_draws_too(tablet: Drawing) -> None:
    tablet.lock()
    stroke(tablet)
    star = sticker(tablet)
    tablet.post("move_sticker", star.ref, version="1", spot="500,500", to="together")
    star.refresh_from_db()
    assert star.points == [500, 500] and HandMade.objects.count() == 2
    tablet.post("rub_out", star.ref)
    assert HandMade.objects.exclude(withdrawn_at=None).count() == 1


def test_a_finished_picture_has_no_pens_and_takes_nothing_more(tablet: Drawing) -> None:
    star = sticker(tablet)
    tablet.post("finish")
    page = tablet.text("drawn")
    assert "A star" in page and "data-pens" not in page and "rub-out" not in page
    stroke(tablet)
    tablet.post("rub_out", star.ref)
    assert HandMade.objects.get().withdrawn_at is None
