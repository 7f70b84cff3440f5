"""Two pictures side by side: over time, of two people's views, and only what a viewer may see of both."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import ComparePage, LineSaid, PictureStart, Placing
from kith.testing.factories import NOW, Partnership, agency, child, couple, family, partnership, person, worker
from kith.testing.factories import rolled_back as undone

pytestmark = pytest.mark.django_db
RINGS = "safety_know"


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan and whose father is Dad."""
    with undone():
        made = partnership(
            agencies=[agency("council"), agency("school")], workers=[worker("sue"), worker("ray", agency="school")]
        )
        nan, dad = person("nan", "Zipporah Vale"), person("dad", "Obadiah Brook")
        made.add([family(child("kit", "Kit Brook"), nan, dad, unions=[couple("nan", "dad", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


class Drawn:
    """A picture of Kit's, and who draws it."""

    def __init__(self, county: Partnership, who: str = "sue", **start: Any) -> None:
        self.county, self.by, self.child = county, county.actor(who), county.refs["kit"]
        begun = PictureStart(**({"kind": RINGS, "whose": "child"} | start))
        self.ref = services.begin_picture(by=self.by, child_ref=self.child, start=begun, now=NOW)

    def place(self, **said: object) -> str:
        placing = Placing(**({"part": "inner"} | said))  # type: ignore[arg-type]
        return services.place(**self._at(), placing=placing)  # type: ignore[arg-type]

    def move(self, name: str, **said: object) -> None:
        with reading("test", by=self.by, now=NOW):
            page = queries.drawn_page(self.by, self.child, self.ref, now=NOW)
        card = next(card for card in page.placed if card.name == name)
        moved = Placing(**({"person": card.person, "name": card.placing.name} | said))  # type: ignore[arg-type]
        services.change(**self._at(), placed_ref=card.ref, placing=moved, expected_version=card.version)  # type: ignore[arg-type]

    def finish(self) -> str:
        services.finish_picture(**self._at())  # type: ignore[arg-type]
        return self.ref

    def _at(self) -> dict[str, object]:
        return {"by": self.by, "child_ref": self.child, "picture_ref": self.ref, "now": NOW}


def beside(county: Partnership, ref: str, who: str = "sue", **asked: str) -> ComparePage:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.compare_page(county.actor(who), county.refs["kit"], ref, **asked, now=NOW)


def test_a_version_is_laid_beside_the_one_it_went_on_from_and_says_who_moved(county):
    first = Drawn(county)
    first.place(person=county.refs["nan"], name="Nan", part="outer")
    later = Drawn(county, follows=first.finish())
    later.move("Nan", part="inner")
    later.place(name="Mr Feld")
    page = beside(county, later.ref)
    assert page.words == ("Nan moved from outer ring to inner ring", "Mr Feld is new")
    assert [side.picture.ref for side in page.sides] == [first.ref, later.ref]
    assert page.is_over_time
    assert beside(county, first.ref).words == page.words


def test_two_independent_pictures_know_the_same_person_and_the_same_name(county):
    first, second = Drawn(county), Drawn(county)
    first.place(person=county.refs["nan"], name="Nan", part="outer")
    first.place(name="School ")
    second.place(name="school")
    second.place(person=county.refs["nan"], name="Gran", part="inner")
    words = beside(county, second.ref, first=first.ref, second=second.ref).words
    assert words == (
        "School is now called school",
        "Nan is now called Gran",
        "Gran moved from outer ring to inner ring",
    )


def test_two_of_one_name_are_not_taken_for_each_other(county):
    first, second = Drawn(county), Drawn(county)
    first.place(name="Sam")
    first.place(name="Sam", words="the other one")
    second.place(name="Sam", part="outer")
    assert beside(county, second.ref).words == ("Sam is new", "Sam is no longer there", "Sam is no longer there")


def test_of_two_views_nobody_is_said_to_have_moved(county):
    kits, dads = Drawn(county), Drawn(county, whose="relative", view_of=county.refs["dad"])
    kits.place(person=county.refs["nan"], name="Nan", part="inner")
    dads.place(person=county.refs["nan"], name="Nan", part="outer")
    dads.place(name="Mr Feld")
    page = beside(county, dads.ref)
    assert not page.is_over_time
    assert page.words == ("Nan: inner ring on the first, outer ring on the second", "Mr Feld stands only on the second")


def test_lines_are_known_again_in_an_independent_picture(county):
    first, second = (Drawn(county, kind="ecomap", look="plain") for _ in range(2))
    for one, kinds in ((first, ("strong",)), (second, ("strong", "choppy"))):
        one.place(name="Nan", part="")
        with reading("test", by=one.by, now=NOW):
            key = queries.drawn_page(one.by, one.child, one.ref, now=NOW).placed[0].key
        services.draw_line(**one._at(), line=LineSaid(b=key, kinds=kinds))
    assert beside(county, second.ref).words == ("Line changed: Kit and Nan: strong and rough",)


def test_one_picture_alone_has_nothing_beside_it(county):
    page = beside(county, Drawn(county).ref)
    assert len(page.sides) == len(page.choices) == 1 and page.words == ()


def test_a_picture_of_another_kind_or_of_nobody_is_not_laid_beside_it(county):
    one, other = Drawn(county), Drawn(county, kind="ecomap", look="plain")
    for ref in (other.ref, "0" * 26):
        with pytest.raises(NothingHere):
            beside(county, one.ref, first=one.ref, second=ref)


def test_whoever_may_not_be_seen_is_in_no_word_and_a_sealed_view_is_no_choice(county):
    kits, dads = Drawn(county), Drawn(county, whose="relative", view_of=county.refs["dad"])
    third = Drawn(county)
    kits.place(person=county.refs["dad"], name="Daddy")
    assert any("Daddy" in line for line in beside(county, third.ref, first=kits.ref, second=third.ref).words)
    sealed = NewSeal(kind="safe_address", why="He looks for them")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["dad"], seal=sealed, now=NOW)
    page = beside(county, third.ref, "ray", first=kits.ref, second=third.ref)
    assert page.words == ()
    assert dads.ref not in {card.ref for card in page.choices}
    with pytest.raises(NothingHere):
        beside(county, dads.ref, "ray")
