"""The list twin says everything that the picture shows, and what changed is said in short sentences."""

from dataclasses import replace

from kith.engines.drawing.scenes import Item, Line, Scene, compared, described, said
from kith.engines.drawing.scenes.tests.samples import EVERY, ecomap, family_tree, mobility, rings


def told(scene: Scene) -> dict[str, list[str]]:
    return {section.title: [line.words for line in section.lines] for section in said(scene)}


def test_the_list_follows_the_rings_and_says_both_accounts() -> None:
    words = told(rings())
    assert list(words) == ["They know everything", "They know some of it", "They do not know yet"]
    assert words["They know everything"] == ["Anneanne, makes me soup", "Hana, my sister"]
    assert "Dad, every second Sunday, the other view says outer ring" in words["They know some of it"]


def test_the_list_of_an_ecomap_goes_from_near_to_far_and_ends_with_the_lines() -> None:
    words = told(ecomap())
    assert list(words) == ["Close", "Not close and not far", "Far away", "Lines between people"]
    assert words["Close"][0] == "Mum"
    assert "Noor and Mum: strong and hard at times. Help goes both ways" in words["Lines between people"]
    assert "Lina and Mum: weak" in words["Lines between people"]
    assert len(words["Lines between people"]) == len(ecomap().lines)


def test_everybody_is_in_the_list_once() -> None:
    for scene in EVERY:
        people = [section for section in said(scene) if section.title != "Lines between people"]
        ids = [line.item_id for section in people for line in section.lines]
        assert sorted(ids) == sorted(item.id for item in scene.items)


def test_a_picture_is_described_in_one_sentence() -> None:
    assert described(ecomap()) == "Noor's island with 8 people, pets and places, 3 of them close."
    assert described(rings()) == (
        "Noor's circles with 6 people. 2 in the inner ring, 3 in the middle ring and 1 in the outer ring."
    )
    assert described(replace(ecomap(), centre="The Jones", items=())) == "The Jones' island with nobody on it yet."


def test_a_move_between_rings_is_named_by_the_rings() -> None:
    after = tuple(replace(item, part="inner") if item.id == "nan" else item for item in rings().items)
    assert compared(rings(), replace(rings(), items=after)) == ("Nan Comfort moved from outer ring to inner ring",)


def test_who_came_and_went_and_how_lines_changed() -> None:
    before = ecomap()
    items = (*(item for item in before.items if item.id != "pickle"), Item("feld", "person", "Mr Feld"))
    dad = replace(before.lines[3], kinds=("strong",))
    lines = (*before.lines[:3], dad, *before.lines[4:5], Line("9", "feld", ("weak",)))
    says = compared(before, replace(before, items=items, lines=lines))
    assert says == (
        "Mr Feld is new",
        "Pickle is no longer there",
        "Line changed: Noor and Dad: strong",
        "New line: Noor and Mr Feld: weak",
        "Line gone: Noor and Pickle: strong",
        "Line gone: Noor and School: hard at times",
        "Line gone: Lina and Mum: weak",
    )


def test_rows_of_a_family_homes_and_the_other_account_are_told() -> None:
    family, river, circles = family_tree(), mobility(), rings()
    higher = tuple(replace(item, farness=2, state="sure") if item.name == "Mum" else item for item in family.items)
    assert compared(family, replace(family, items=higher)) == ("Mum is now two rows up",)
    moved = tuple(replace(item, at="marsh", might_again=True) if item.id == "jo" else item for item in river.items)
    assert compared(river, replace(river, items=moved)) == ("Jo is now at Marsh Street", "Jo might be there again")
    seen = tuple(replace(item, ghost_part="inner") if item.id == "dad" else item for item in circles.items)
    assert compared(circles, replace(circles, items=seen)) == ("The other view now has Dad in inner ring",)


def test_homes_are_listed_in_their_order_with_whoever_was_there() -> None:
    words = told(mobility())
    assert list(words)[:2] == ["1. Harrow Lane", "2. Anneanne's"]
    assert words["2. Anneanne's"] == [
        "Anneanne's, 2 to 4",
        "Anneanne, still cooks, at Anneanne's, might be there again",
        "Bibi Tariq, next door, biscuits, at Anneanne's, might be there again",
    ]
    assert words["6. 14 Quay Row"][0] == "14 Quay Row, 7 to now, home now"


def test_a_family_is_listed_from_the_oldest_row_down() -> None:
    words = told(family_tree())
    assert list(words) == ["Three rows up", "Two rows up", "One row up", "Your row"]
    assert words["Three rows up"] == ["Who?, Mum's side"]
    assert words["Two rows up"][1] == "Dede Yusuf, Mum's side, has died"


def test_nearness_is_told_but_not_a_hand_that_trembled() -> None:
    before = ecomap()
    nearer = {"school": 40, "dad": 51, "hana": 60}
    items = tuple(replace(item, farness=nearer.get(item.id, item.farness)) for item in before.items)
    assert compared(before, replace(before, items=items)) == ("Hana went farther away", "School came nearer")
    assert compared(before, before) == ()
