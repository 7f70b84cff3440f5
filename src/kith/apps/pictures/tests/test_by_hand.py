"""What is drawn by hand, and stickers: made, moved, rubbed out and undone; and cut for whoever may not see somebody."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.by_hand import MOST_POINTS
from kith.apps.pictures.models import HandMade
from kith.apps.pictures.projections import DrawnPage, MadeSaid, PictureStart, Placing
from kith.apps.pictures.rules import CannotDraw
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
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
SHARED = PictureStart(kind="ecomap", whose="worker", look="island")
WAVE = MadeSaid(kind="stroke", what="blue", width="thin", points=(100, 100, 150, 120, 200, 100))
STAR = MadeSaid(kind="sticker", what="star", points=(500, 880))


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")], workers=[worker("sue"), worker("ray", agency="school")]
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


class Sheet:
    """One picture of Kit's, on which both may draw."""

    def __init__(self, county: Partnership) -> None:
        self.county = county
        about = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_picture(**about, start=SHARED)  # type: ignore[arg-type]

    def do(self, deed: Any, who: str = "sue", **said: Any) -> Any:
        at = {"child_ref": self.county.refs["kit"], "picture_ref": self.ref, "now": NOW}
        return deed(by=self.county.actor(who), **at, **said)

    def make(self, made: MadeSaid, who: str = "sue") -> str:
        return str(self.do(services.make_by_hand, who, made=made))

    def page(self, who: str = "sue") -> DrawnPage:
        with reading("test.page", by=self.county.actor(who), now=NOW):
            return queries.drawn_page(self.county.actor(who), self.county.refs["kit"], self.ref, now=NOW)

    def says(self, who: str = "sue") -> list[str]:
        page = self.page(who)
        assert len(page.made) == len(page.scene.made)
        return [card.says for card in page.made]

    def hide_nan(self) -> None:
        self.do(services.place, placing=Placing(person=self.county.refs["nan"]))
        seal = NewSeal(kind="therapy", why="Hers")
        set_seal(by=self.county.actor("sue"), subject_ref=self.county.refs["nan"], seal=seal, now=NOW)

    def copy(self, who: str) -> bytes:
        with reading("test.copy", by=self.county.actor(who), now=NOW):
            return queries.picture_file(self.county.actor(who), self.county.refs["kit"], self.ref, "svg", now=NOW).data


def test_what_is_drawn_stands_in_the_picture_and_in_words(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.make(WAVE)
    sheet.make(STAR)
    drew = sheet.page().picture.seen_by
    assert sheet.says("ray") == [f"A drawing in blue, by {drew}", "A star"]
    copy = sheet.copy("ray")
    assert b'data-layer="made"' in copy and copy.count(b'data-kind="sticker"') == 1


def test_each_act_is_undone_and_done_again(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.make(WAVE)
    assert sheet.page().undo == "a drawing"
    sheet.do(services.undo)
    assert not sheet.says()
    sheet.do(services.redo)
    star = sheet.make(STAR)
    sheet.do(services.move_sticker, made_ref=star, to=(20, 30), expected_version=1)
    assert sheet.page().made[1].made.points == (20, 30)
    sheet.do(services.undo)
    assert sheet.page().made[1].made.points == (500, 880)
    sheet.do(services.rub_out, made_ref=star)
    assert len(sheet.says()) == 1 and sheet.page().undo == "a sticker taken off"


def test_a_sticker_that_somebody_moved_meanwhile_is_not_moved_over(county: Partnership) -> None:
    sheet = Sheet(county)
    star, wave = sheet.make(STAR), sheet.make(WAVE)
    sheet.do(services.move_sticker, "ray", made_ref=star, to=(20, 30), expected_version=1)
    with pytest.raises(StaleVersion):
        sheet.do(services.move_sticker, made_ref=star, to=(900, 900), expected_version=1)
    with pytest.raises(NothingHere):
        sheet.do(services.move_sticker, made_ref=wave, to=(900, 900), expected_version=1)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (MadeSaid(kind="stroke", what="blue", width="thin", points=(1, 1) * 100_000), "too long"),
        (MadeSaid(kind="stroke", what="blue", width="thin", points=(1, 1001)), "not beside it"),
        (MadeSaid(kind="stroke", what="blue", width="thin", points=(1, 1, 1)), "not beside it"),
        (MadeSaid(kind="stroke", what="blue", width="thin", points=()), "not beside it"),
        (MadeSaid(kind="stroke", what="lantern", width="thin", points=(1, 1)), "from the list"),
        (MadeSaid(kind="stroke", what="blue", width="vast", points=(1, 1)), "from the list"),
        (MadeSaid(kind="sticker", what="heart", points=(1, 1)), "from the list"),
        (MadeSaid(kind="ring", what="red", width="thin"), "whom the ring"),
        (MadeSaid(kind="ring", what="red", width="thin", around=("",), points=(1, 1)), "too long"),
        (MadeSaid(kind="ring", what="star", width="thin", around=("",)), "from the list"),
        (MadeSaid(kind="stroke", what="blue", width="thin", points=(1, 1), around=("",)), "whom the ring"),
        (MadeSaid(kind="photo", what="star", points=(1, 1)), "from the list"),
        (MadeSaid(kind="sticker", what="star", points=(1, 1, 2, 2)), "too long"),
    ],
)
def test_what_cannot_be_drawn_gets_one_sentence(county: Partnership, made: MadeSaid, says: str) -> None:
    sheet = Sheet(county)
    with pytest.raises(CannotDraw, match=says):
        sheet.make(made)
    assert not HandMade.objects.exists()


def test_as_much_as_one_may_draw_is_kept_and_no_more(county: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.apps.pictures.services.making.MOST_BY_ONE", 2)
    sheet = Sheet(county)
    longest = MadeSaid(kind="stroke", what="red", width="thick", points=(5, 5) * MOST_POINTS["stroke"])
    sheet.make(longest)
    sheet.make(WAVE)
    with pytest.raises(CannotDraw, match="Rub some out"):
        sheet.make(WAVE)
    sheet.make(WAVE, "ray")
    assert len(sheet.says()) == 3


def test_what_came_after_somebody_hidden_may_show_them_and_is_not_there(county: Partnership) -> None:
    """What came before stays, so that nothing vanishes when somebody is put on whom a viewer may not see."""
    sheet = Sheet(county)
    sheet.make(STAR)
    sheet.hide_nan()
    circle = sheet.make(WAVE)
    assert len(sheet.says("sue")) == 2 and sheet.says("ray") == ["A star"]
    with pytest.raises(NothingHere):
        sheet.do(services.rub_out, "ray", made_ref=circle)
    sheet.make(WAVE, "ray")
    assert len(sheet.says("ray")) == 2


def test_a_copy_holds_nothing_by_hand_in_which_somebody_sealed_may_stand_and_says_so(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.make(STAR)
    sheet.hide_nan()
    sheet.make(WAVE)
    copy = sheet.copy("sue")
    assert b"data-made=" not in copy and b'data-kind="sticker"' in copy
    with reading("test.copies", by=county.actor("sue"), now=NOW):
        page = queries.copies_page(county.actor("sue"), county.refs["kit"], sheet.ref, now=NOW)
    assert page.held_back == ("some of what was drawn by hand",)


def test_who_was_taken_off_may_be_in_a_drawing_still(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.hide_nan()
    sheet.make(WAVE)
    sheet.do(services.take_off, placed_ref=sheet.page().placed[0].ref)
    assert not sheet.says("ray")


def test_the_next_version_holds_it_for_the_same_eyes(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.hide_nan()
    sheet.make(WAVE)
    sheet.do(services.finish_picture)
    start = PictureStart(kind="ecomap", whose="worker", look="island", follows=sheet.ref)
    ray = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "now": NOW}
    sheet.ref = services.begin_picture(**ray, start=start)  # type: ignore[arg-type]
    assert not sheet.says("ray") and len(sheet.says("sue")) == 1


def test_a_drawing_in_which_somebody_destroyed_may_be_goes_and_an_earlier_one_stays(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.make(STAR)
    sheet.do(services.place, placing=Placing(person=county.refs["nan"]))
    sheet.make(WAVE)
    going = Destroying(subject_ref=county.refs["nan"], subject_id=county.subject_ids["nan"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert sheet.says() == ["A star"]


def ring(sheet: Sheet, who: str = "sue") -> str:
    """Around everybody whom they see, and Kit in the middle."""
    around = ("", *(card.key for card in sheet.page(who).placed))
    return sheet.make(MadeSaid(kind="ring", what="red", width="thick", around=around), who)


def test_a_ring_goes_around_those_alone_whom_its_viewer_sees(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.do(services.place, placing=Placing(name="Rex", kind="pet"))
    sheet.hide_nan()
    drawn = ring(sheet)
    assert sheet.says() == ["A ring around Kit, Rex and Zipporah Vale"]
    assert sheet.says("ray") == ["A ring around Kit and Rex"]
    assert b"Zipporah" not in sheet.copy("ray")
    sheet.do(services.rub_out, "ray", made_ref=drawn)
    sheet.do(services.undo, "ray")
    assert sheet.says() == ["A ring around Kit, Rex and Zipporah Vale"]


def test_a_ring_around_nobody_whom_they_see_is_not_there(county: Partnership) -> None:
    sheet = Sheet(county)
    sheet.hide_nan()
    nan = sheet.page().placed[0].key
    drawn = sheet.make(MadeSaid(kind="ring", what="red", width="thin", around=(nan,)))
    assert sheet.says() and not sheet.says("ray")
    with pytest.raises(NothingHere):
        sheet.do(services.rub_out, "ray", made_ref=drawn)
    for key in (nan, "nobody"):
        with pytest.raises(NothingHere):
            sheet.make(MadeSaid(kind="ring", what="red", width="thin", around=(key,)), "ray")


def test_a_ring_lets_go_of_who_was_taken_off_and_of_who_is_destroyed(county: Partnership) -> None:
    sheet = Sheet(county)
    nan = sheet.do(services.place, placing=Placing(person=county.refs["nan"]))
    ring(sheet)
    sheet.do(services.take_off, placed_ref=nan)
    assert sheet.says() == ["A ring around Kit"]
    sheet.do(services.undo)
    assert sheet.says() == ["A ring around Kit and Zipporah Vale"]
    going = Destroying(subject_ref=county.refs["nan"], subject_id=county.subject_ids["nan"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert sheet.says() == ["A ring around Kit"] and HandMade.objects.get().around == [""]
