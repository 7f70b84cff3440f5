"""A genogram and a family tree of somebody's view: begun with whom we know of, as it tells nothing that is closed."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, LineSaid, PictureStart, Placing, PutIn
from kith.engines.drawing import scenes
from kith.testing.factories import (
    NOW,
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
GENOGRAM, CULTURAL, TREE = "genogram", "cultural_genogram", "family_tree"


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Kit with Mum and Dad, Mum's mother Nan, a sister Bea, and Vic, whom nobody joins to them; Sue works with Kit."""
    with rolled_back():
        made = partnership(agencies=[agency("council")], workers=[worker("sue"), worker("ray")])
        kit = child("kit", "Kit Brook")
        people = [person("mum", "Mara Brook"), person("dad", "Deniz Vale"), person("nan", "Zipporah Vale")]
        people += [person("bea", "Bea Brook"), person("vic", "Victor Hale")]
        unions = [couple("mum", "dad", children=["kit", "bea"]), couple("nan", children=["mum"])]
        made.add([family(kit, *people, unions=unions)])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


def begin(county: Partnership, kind: str, *names: str, whose: str = "child", follows: str = "") -> str:
    actor, kit = county.actor("sue"), county.refs["kit"]
    with reading("test.read", by=actor, now=NOW):
        put_in = queries.people_to_put_in(actor, kit, kind, [county.refs[name] for name in names], now=NOW)
    start = PictureStart(kind=kind, whose=whose, follows=follows, put_in=put_in)
    return services.begin_picture(by=actor, child_ref=kit, start=start, now=NOW)


def page_of(county: Partnership, ref: str, who: str = "sue") -> DrawnPage:
    with reading("test.read", by=county.actor(who), now=NOW):
        return queries.drawn_page(county.actor(who), county.refs["kit"], ref, now=NOW)


def test_a_genogram_begins_with_whom_the_family_counts_and_the_lines_between_them(county: Partnership) -> None:
    page = page_of(county, begin(county, GENOGRAM, "mum", "nan", "bea"))
    assert [card.name for card in page.placed] == ["Mara Brook", "Zipporah Vale", "Bea Brook"]
    assert {line.says for line in page.lines} == {
        "Kit and Mara Brook: child and parent",
        "Bea Brook and Mara Brook: child and parent",
        "Mara Brook and Zipporah Vale: child and parent",
    }
    arranged = scenes.arrange(page.scene)
    tops = {item.name: arranged.spot(item.id).y for item in page.scene.items}
    assert tops["Zipporah Vale"] < tops["Mara Brook"] < tops["Bea Brook"] == arranged.middle.y


def test_who_is_on_it_from_the_start_is_not_undone_one_by_one(county: Partnership) -> None:
    assert page_of(county, begin(county, GENOGRAM, "mum")).undo == ""


def test_two_views_of_one_family_are_told_apart_in_words(county: Partnership) -> None:
    kits = begin(county, GENOGRAM, "mum", "nan")
    sues = begin(county, GENOGRAM, "mum", "dad", whose="worker")
    with reading("test.read", by=county.actor("sue"), now=NOW):
        page = queries.compare_page(county.actor("sue"), county.refs["kit"], sues, first=kits, second=sues, now=NOW)
    assert "Zipporah Vale stands only on the first" in page.words
    assert "Deniz Vale stands only on the second" in page.words
    assert not [words for words in page.words if words.startswith("Mara Brook")]


def test_a_later_version_keeps_who_stood_on_the_earlier_and_puts_nobody_else_in(county: Partnership) -> None:
    first = begin(county, GENOGRAM, "mum")
    services.finish_picture(by=county.actor("sue"), child_ref=county.refs["kit"], picture_ref=first, now=NOW)
    second = page_of(county, begin(county, GENOGRAM, "dad", follows=first))
    assert [card.name for card in second.placed] == ["Mara Brook"]
    assert [line.says for line in second.lines] == ["Kit and Mara Brook: child and parent"]


def test_what_people_say_of_themselves_stands_beside_them(county: Partnership) -> None:
    ref = begin(county, CULTURAL, "mum")
    at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "picture_ref": ref, "now": NOW}
    mum = page_of(county, ref).placed[0]
    services.place(**at, placing=Placing(kind="words", name="We pray on Fridays", part="religion", at=mum.key))
    services.place(**at, placing=Placing(kind="words", name="I sing", part="culture"))
    told = {part.title: [line.words for line in part.lines] for part in scenes.said(page_of(county, ref).scene)}
    assert told["Faith"] == ["We pray on Fridays, said by Mara Brook"]
    assert told["How we do things"] == ["I sing, said by Kit"]
    with pytest.raises(NothingHere):
        services.place(**at, placing=Placing(kind="words", name="Lost", part="culture", at="nobody"))
    services.take_off(**at, placed_ref=mum.ref)
    assert [card.name for card in page_of(county, ref).placed] == ["I sing"]


def test_a_line_that_this_picture_does_not_have_is_refused(county: Partnership) -> None:
    kit, sue = county.refs["kit"], county.actor("sue")
    island = services.begin_picture(by=sue, child_ref=kit, start=PictureStart(kind="ecomap", whose="child"), now=NOW)
    at: dict[str, Any] = {"by": sue, "child_ref": kit, "picture_ref": island, "now": NOW}
    services.place(**at, placing=Placing(kind="place", name="School"))
    key = page_of(county, island).placed[0].key
    with pytest.raises(services.CannotDraw, match="what kind of line"):
        services.draw_line(**at, line=LineSaid(b=key, kinds=("parent",)))


def test_a_family_tree_begins_in_rows_and_sides_with_a_blank_for_who_is_not_known(county: Partnership) -> None:
    page = page_of(county, begin(county, TREE, "mum", "dad", "nan", "bea", "vic"))
    stand = {card.name: (card.placing.farness, card.placing.part) for card in page.placed if card.name}
    assert stand == {
        "Mara Brook": (1, "mum"),
        "Deniz Vale": (1, "dad"),
        "Zipporah Vale": (2, "mum"),
        "Bea Brook": (0, "both"),
        "Victor Hale": (1, "both"),
    }
    blanks = [(card.placing.farness, card.placing.part) for card in page.placed if card.placing.state == "blank"]
    assert sorted(blanks) == [(2, "dad"), (2, "dad"), (2, "mum")]


def test_somebody_known_and_left_out_leaves_no_blank(county: Partnership) -> None:
    page = page_of(county, begin(county, TREE, "mum"))
    assert (1, "dad") not in [(card.placing.farness, card.placing.part) for card in page.placed]


def test_who_is_offered_is_ticked_where_the_family_lines_lead_to_them(county: Partnership) -> None:
    with reading("test.read", by=county.actor("sue"), now=NOW):
        page = queries.pictures_page(county.actor("sue"), county.refs["kit"], now=NOW)
    assert page.kin == {county.refs[name] for name in ("mum", "dad", "nan", "bea")}


def test_nobody_is_put_in_whom_the_worker_may_not_see(county: Partnership) -> None:
    stranger = child("lou", "Louis Marsh")
    county.add([family(stranger)])
    start = PictureStart(kind=GENOGRAM, put_in=PutIn((Placing(person=county.refs["lou"]),), ()))
    with pytest.raises(NothingHere):
        services.begin_picture(by=county.actor("sue"), child_ref=county.refs["kit"], start=start, now=NOW)
