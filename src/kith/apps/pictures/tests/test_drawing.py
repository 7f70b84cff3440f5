"""Pictures as they are drawn: begun, placed on, undone, finished, gone on from; and what others see of them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, Joining, NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.models import Act, Line, Picture, Placed
from kith.apps.pictures.projections import DrawnPage, LineSaid, PictureStart, PlacedCard, Placing
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
ISLAND = PictureStart(kind="ecomap", whose="child", present="Sue, at home")
SCHOOL = Placing(kind="place", name="School", words="too loud", farness=75, turn=300)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan; Ben works with nobody."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben")],
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


class Drawing:
    """One picture of Kit's and the worker who draws on it."""

    def __init__(self, county: Partnership, start: PictureStart = ISLAND, who: str = "sue") -> None:
        self.county, self.who = county, who
        self.ref = services.begin_picture(by=county.actor(who), child_ref=county.refs["kit"], start=start, now=NOW)

    @property
    def at(self) -> dict[str, object]:
        return {
            "by": self.county.actor(self.who),
            "child_ref": self.county.refs["kit"],
            "picture_ref": self.ref,
            "now": NOW,
        }

    def place(self, placing: Placing) -> str:
        return services.place(**self.at, placing=placing)  # type: ignore[arg-type]

    def do(self, deed: object, **said: object) -> None:
        deed(**self.at, **said)  # type: ignore[operator]

    def page(self, who: str = "") -> DrawnPage:
        return page_of(self.county, self.ref, who or self.who)

    def names(self, who: str = "") -> list[str]:
        return [card.name for card in self.page(who).placed]

    def card(self, name: str) -> PlacedCard:
        return next(card for card in self.page().placed if card.name == name)


def page_of(county: Partnership, ref: str, who: str) -> DrawnPage:
    with reading("test.read", by=county.actor(who), now=NOW):
        return queries.drawn_page(county.actor(who), county.refs["kit"], ref, now=NOW)


def test_what_is_placed_stands_in_the_list_and_in_the_scene(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(SCHOOL)
    drawing.place(Placing(person=county.refs["nan"], name="Nan", farness=10))
    page = drawing.page("ray")
    assert [(card.name, card.placing.words) for card in page.placed] == [("School", "too loud"), ("Nan", "")]
    assert [(item.name, item.farness) for item in page.scene.items] == [("School", 75), ("Nan", 10)]
    assert (page.picture.whose, page.picture.present) == ("As Kit sees it", "Sue, at home")
    assert page.to_place == ()


def test_who_is_placed_without_a_name_of_their_own_is_called_as_on_record(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(Placing(person=county.refs["nan"]))
    assert drawing.names() == ["Zipporah Vale"]


@pytest.mark.parametrize("placing", [
    replace(SCHOOL, name=" "), replace(SCHOOL, kind="dragon"), replace(SCHOOL, farness=101),
    replace(SCHOOL, turn=360), replace(SCHOOL, part="attic"), replace(SCHOOL, state="gone"),
])  # fmt: skip
def test_what_has_no_place_on_it_is_refused_in_words(county: Partnership, placing: Placing) -> None:
    with pytest.raises(services.CannotDraw):
        Drawing(county).place(placing)


def test_the_same_person_stands_on_it_once(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(Placing(person=county.refs["nan"]))
    with pytest.raises(services.CannotDraw, match="already"):
        drawing.place(Placing(person=county.refs["nan"]))


def test_moving_is_checked_against_what_was_looked_at(county: Partnership) -> None:
    drawing = Drawing(county)
    ref = drawing.place(SCHOOL)
    nearer = replace(SCHOOL, farness=10)
    drawing.do(services.change, placed_ref=ref, placing=nearer, expected_version=1)
    assert drawing.page().scene.items[0].farness == 10
    with pytest.raises(StaleVersion):
        drawing.do(services.change, placed_ref=ref, placing=SCHOOL, expected_version=1)


def test_every_act_is_undone_and_done_again(county: Partnership) -> None:
    drawing = Drawing(county)
    school = drawing.place(SCHOOL)
    drawing.place(Placing(person=county.refs["nan"], name="Nan"))
    keys = {card.name: card.key for card in drawing.page().placed}
    drawing.do(services.draw_line, line=LineSaid(a=keys["School"], b=keys["Nan"], kinds=("weak",)))
    drawing.do(services.take_off, placed_ref=school)
    assert drawing.names() == ["Nan"] and drawing.page().lines == ()
    drawing.do(services.undo)
    assert drawing.names() == ["School", "Nan"] and len(drawing.page().lines) == 1
    for _ in range(3):
        drawing.do(services.undo)
    assert drawing.names() == []
    with pytest.raises(services.CannotDraw, match="nothing more to undo"):
        drawing.do(services.undo)
    for _ in range(4):
        drawing.do(services.redo)
    assert drawing.names() == ["Nan"] and drawing.page().redo == ""


def test_a_new_act_leaves_nothing_to_do_again(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(SCHOOL)
    drawing.do(services.undo)
    drawing.place(Placing(kind="pet", name="Pickle"))
    with pytest.raises(services.CannotDraw):
        drawing.do(services.redo)
    assert drawing.names() == ["Pickle"]


def test_nobody_undoes_what_a_colleague_did_or_changed_since(county: Partnership) -> None:
    mine = Drawing(county, replace(ISLAND, whose="worker"))
    ref = mine.place(SCHOOL)
    theirs = Drawing(county, replace(ISLAND, whose="worker"), who="ray")
    theirs.ref = mine.ref
    with pytest.raises(services.CannotDraw, match="nothing more"):
        theirs.do(services.undo)
    theirs.do(services.change, placed_ref=ref, placing=replace(SCHOOL, farness=1), expected_version=1)
    with pytest.raises(services.CannotDraw, match="changed this since"):
        mine.do(services.undo)


def test_nobody_draws_over_what_a_child_draws_with_a_colleague(county: Partnership) -> None:
    drawing = Drawing(county)
    other = Drawing(county, who="ray")
    other.ref = drawing.ref
    with pytest.raises(services.CannotDraw, match="A colleague"):
        other.place(SCHOOL)
    assert not other.page("ray").picture.may_draw and drawing.page().picture.may_draw


def test_a_finished_picture_stays_and_the_next_goes_on_from_it(county: Partnership) -> None:
    drawing = Drawing(county)
    ref = drawing.place(SCHOOL)
    drawing.do(services.finish_picture)
    with pytest.raises(services.CannotDraw, match="finished"):
        drawing.do(services.take_off, placed_ref=ref)
    following = Drawing(county, replace(ISLAND, follows=drawing.ref), who="ray")
    assert following.names() == ["School"]
    following.do(services.change, placed_ref=following.card("School").ref, placing=replace(SCHOOL, farness=0),
                 expected_version=1)  # fmt: skip
    assert (drawing.page().scene.items[0].farness, following.page().scene.items[0].farness) == (75, 0)
    assert drawing.page().placed[0].key == following.page().placed[0].key


def test_an_unfinished_picture_is_not_gone_on_from(county: Partnership) -> None:
    drawing = Drawing(county)
    with pytest.raises(services.CannotDraw, match="still being drawn"):
        Drawing(county, replace(ISLAND, follows=drawing.ref))


def test_a_sealed_picture_is_not_there_and_what_goes_on_from_it_is_as_closed(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.do(services.finish_picture)
    sue = county.actor("sue")
    seal = NewSeal(kind="therapy", why="Drawn in therapy", records=(("picture", drawing.ref),))
    set_seal(by=sue, subject_ref=county.refs["kit"], seal=seal, now=NOW)
    following = Drawing(county, replace(ISLAND, follows=drawing.ref))
    for ref in (drawing.ref, following.ref):
        assert page_of(county, ref, "sue").picture.ref == ref
        with pytest.raises(NothingHere):
            page_of(county, ref, "ray")


def test_who_may_not_be_seen_leaves_neither_place_nor_line(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(SCHOOL)
    drawing.place(Placing(person=county.refs["nan"], name="Nan"))
    keys = {card.name: card.key for card in drawing.page().placed}
    drawing.do(services.draw_line, line=LineSaid(a=keys["School"], b=keys["Nan"], kinds=("weak",)))
    sue = county.actor("sue")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=sue, subject_ref=county.refs["nan"], seal=seal, now=NOW)
    assert drawing.names("ray") == ["School"] and drawing.page("ray").lines == ()
    assert drawing.names("sue") == ["School", "Nan"]


def test_a_relatives_view_is_as_closed_as_the_relative(county: Partnership) -> None:
    drawing = Drawing(county, replace(ISLAND, whose="relative", view_of=county.refs["nan"]))
    assert drawing.page("ray").picture.whose == "As Zipporah Vale sees it"
    sue = county.actor("sue")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=sue, subject_ref=county.refs["nan"], seal=seal, now=NOW)
    with pytest.raises(NothingHere):
        drawing.page("ray")


def test_who_does_not_work_with_the_child_finds_no_picture(county: Partnership) -> None:
    drawing = Drawing(county)
    with pytest.raises(NothingHere):
        drawing.page("ben")


def test_a_picture_follows_its_child_when_records_are_one_and_goes_back(county: Partnership) -> None:
    county.add([family(child("kay", "Kay Brook"))])
    drawing = Drawing(county)
    for is_joined, owner in ((True, "kay"), (False, "kit")):
        change = Joining(
            merge_ref="m" * 26, kept_ref=county.refs["kay"], merged_ref=county.refs["kit"], is_joined=is_joined
        )
        with load("test.joined", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(change, None, now=NOW)  # type: ignore[arg-type]
        assert Picture.objects.get(ref=drawing.ref).subject.ref == county.refs[owner]


def test_nothing_is_left_on_any_picture_of_who_is_destroyed(county: Partnership) -> None:
    drawing = Drawing(county)
    drawing.place(Placing(person=county.refs["nan"], name="Nan"))
    drawing.do(services.draw_line, line=LineSaid(b=drawing.page().placed[0].key, kinds=("strong",)))
    drawing.place(SCHOOL)
    going = Destroying(subject_ref=county.refs["nan"], subject_id=county.subject_ids["nan"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert drawing.names() == ["School"]
    assert not Line.objects.exists() and not Act.objects.exists() and Placed.objects.count() == 1


def test_a_picture_is_full_by_what_its_viewer_sees(county: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.apps.pictures.services.placing.MOST_ON_ONE", 2)
    drawing = Drawing(county, replace(ISLAND, whose="worker"))
    drawing.place(Placing(person=county.refs["nan"], name="Nan"))
    drawing.place(SCHOOL)
    with pytest.raises(services.CannotDraw, match="at most"):
        drawing.place(Placing(name="Lina"))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=NewSeal(kind="therapy", why="Hers"), now=NOW)
    theirs = Drawing(county, replace(ISLAND, whose="worker"), who="ray")
    theirs.ref = drawing.ref
    theirs.place(Placing(name="Lina"))
    assert theirs.names() == ["School", "Lina"]
