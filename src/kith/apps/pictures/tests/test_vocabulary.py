"""The data of pictures: sixteen themes, five circles, every reference known, and a mistyped word named."""

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from kith.apps.pictures.reading import CannotReadPictureData
from kith.apps.pictures.vocabulary import (
    AGE_BANDS,
    ITEM_KINDS,
    TOWARDS,
    directions,
    file_of,
    item_kinds,
    line_kinds,
    picture_kinds,
    read_directions,
    read_items,
    read_kinds,
    read_lines,
)
from kith.kernel.reading_age import complaints, read_text

SAFETY = {"safety_know", "safety_services", "safety_tell", "safety_come", "safety_plan"}
EVERY = {
    *SAFETY,
    *("genogram", "cultural_genogram", "community_genogram", "family_tree", "ecomap", "ecomap_family"),
    *("supporters", "tree_of_life", "mobility"),
}
TREE = ("ground", "roots", "trunk", "branches", "leaves", "fruits", "seeds")


def labels() -> Iterator[str]:
    """Words on a button, a ring or a line; too short to have a grade of their own."""
    for kind in picture_kinds().values():
        yield from (kind.title_for_child, *(part.title for part in kind.parts), *(step.title for step in kind.steps))
        yield from (words for look in kind.looks for words in (look.title, look.button))
    yield from (words for item in item_kinds().values() for words in (item.for_child, item.adds))
    yield from (words for line in line_kinds().values() for words in (line.for_child, *line.words.values()))
    yield from (way.for_child.format(a="Noor", b="Noor") for way in directions().values())


def sentences() -> Iterator[str]:
    for kind in picture_kinds().values():
        yield kind.for_child
        hints = (*(part.hint for part in kind.parts), *(step.hint for step in kind.steps))
        yield from (hint for hint in hints if hint)


def changed(name: str, *path: str | int, to: Any) -> Mapping[str, Any]:
    """A file with one thing changed, as a county's hand may change it."""
    body: Any = copy.deepcopy(dict(file_of(name)))
    table = body
    for step in path[:-1]:
        table = table[step]
    table[path[-1]] = to
    return dict(body)


def test_every_picture_is_there():
    assert set(picture_kinds()) == EVERY
    assert {kind.minutes > 0 and bool(kind.source) for kind in picture_kinds().values()} == {True}
    assert set(item_kinds()) == set(ITEM_KINDS)


def test_of_five_circles_the_one_that_the_source_names_is_not_ours():
    circles = {name for name, kind in picture_kinds().items() if kind.scene == "rings"}
    assert circles == SAFETY
    assert {name for name in circles if not picture_kinds()[name].ours} == {"safety_services"}
    assert all(kind.note for kind in picture_kinds().values() if kind.ours)


@pytest.mark.parametrize("name", sorted(SAFETY))
def test_a_circle_has_three_rings_the_first_of_them_nearest(name):
    parts = picture_kinds()[name].parts
    assert [(part.id, part.is_inner) for part in parts] == [("inner", True), ("middle", False), ("outer", False)]


def test_the_sixteen_themes_are_for_people_to_say_of_themselves():
    cultural = picture_kinds()["cultural_genogram"]
    assert len(cultural.parts) == len({part.title for part in cultural.parts}) == 16
    assert cultural.self_described
    assert all(part.hint for part in cultural.parts)


def test_the_tree_has_its_seven_parts_from_the_ground_up():
    assert tuple(part.id for part in picture_kinds()["tree_of_life"].parts) == TREE


def test_nearness_is_kept_where_steps_are_offered_and_nowhere_else():
    assert {name for name, kind in picture_kinds().items() if kind.uses_farness} == {
        *("ecomap", "ecomap_family", "community_genogram", "family_tree")
    }
    for kind in picture_kinds().values():
        assert [step.farness for step in kind.steps] == sorted({step.farness for step in kind.steps})


@pytest.mark.parametrize("name", ["ecomap", "ecomap_family"])
def test_each_age_begins_with_one_look_and_lines_have_a_word_in_every_look(name):
    kind = picture_kinds()[name]
    assert kind.uses_lines
    for band in AGE_BANDS:
        assert len([look for look in kind.looks if band in look.first_for]) == 1
    first = kind.look_for("12_to_17")
    assert first is not None
    assert first.id == "team"
    for name in kind.lines:
        assert line_kinds()[name].words.keys() == {look.id for look in kind.looks}


def test_help_may_go_either_way_both_ways_or_without_an_arrow():
    assert tuple(directions()) == TOWARDS


def test_a_mixed_tie_is_several_lines_and_no_kind_of_its_own():
    felt = {name for name, line in line_kinds().items() if not line.is_family}
    assert felt == {"strong", "weak", "choppy", "cut_off"}
    assert set(picture_kinds()["ecomap"].lines) == felt
    assert set(picture_kinds()["genogram"].lines) == set(line_kinds())


@pytest.mark.parametrize("text", sorted({*sentences()}))
def test_a_child_can_read_every_sentence(text):
    assert list(complaints(read_text(text))) == []


def test_a_child_can_read_every_label():
    found = {label: read_text(label).hard_words for label in labels()}
    assert {label: words for label, words in found.items() if words} == {}
    assert list(complaints(read_text("\n".join(found)))) == []


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        (("kinds", "ecomap", "minuts"), 30, "kinds.toml, ecomap: “minuts” is not known here."),
        (("kinds", "ecomap", "minutes"), "30", "kinds.toml, ecomap, minutes has to be a whole number."),
        (("kinds", "ecomap", "minutes"), True, "kinds.toml, ecomap, minutes has to be a whole number."),
        (("kinds", "ecomap", "about"), "", "kinds.toml, ecomap, about has to be a text."),
        (("kinds", "ecomap", "ours"), 1, "kinds.toml, ecomap, ours has to be true or false."),
        (("kinds", "ecomap", "lines"), ["rope"], "kinds.toml, ecomap, lines: “rope” is not known here."),
        (("kinds", "ecomap", "items"), ["robot"], "kinds.toml, ecomap, items: “robot” is not known here."),
        (("kinds", "ecomap", "items"), "person", "kinds.toml, ecomap, items has to be a list of texts."),
        (("kinds", "ecomap", "scene"), "sea", "kinds.toml, ecomap, scene: “sea” is not known here."),
        (("kinds", "ecomap", "looks", 0, "first_for"), ["7"], "kinds.toml, ecomap, first_for: “7” is not known here."),
        (("kinds", "ecomap", "steps"), "stairs", "kinds.toml, ecomap, steps: “stairs” is not known here."),
        (("steps", "felt", 0, "near"), 1, "kinds.toml, steps, felt 1: “near” is not known here."),
        (("kinds", "supporters", "parts", 0, "id"), "fake", "kinds.toml, supporters, parts: “fake” stands twice."),
        (
            ("kinds", "supporters", "parts", 0),
            {"id": "x"},
            "kinds.toml, supporters, parts 1: “for_workers” is missing.",
        ),
        (("kind",), {}, "kinds.toml: “kind” is not known here."),
    ],
)
def test_a_slip_in_the_kinds_is_named_with_its_place(path, to, says):
    with pytest.raises(CannotReadPictureData, match=f"^{re.escape(says)}"):
        read_kinds(changed("kinds", *path, to=to))


def test_a_slip_in_items_and_lines_is_named_with_its_place():
    with pytest.raises(CannotReadPictureData, match=r"kinds\.toml, items: “robot” is not known here"):
        read_items(changed("kinds", "items", "robot", to={}))
    with pytest.raises(CannotReadPictureData, match=r"lines\.toml, strong: “color” is not known here"):
        read_lines(changed("lines", "kinds", "strong", "color", to="x"))
    with pytest.raises(CannotReadPictureData, match=r"lines\.toml, towards: “c” is not known here"):
        read_directions(changed("lines", "towards", "c", to={}))
