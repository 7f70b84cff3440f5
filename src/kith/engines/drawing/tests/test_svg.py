"""The SVG holds everybody once, is named in words, safe against hostile names, and the same each time."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import Name, Network, Person
from kith.engines.drawing.output import to_svg
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family
from kith.engines.drawing.picture import Drawing, Point
from kith.kernel.palette import colour

SPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"&'<>",
    "]]><!--",
    "نور الهدى",
    "\u202eevil",
    "N" * 300,
    "&#x3c;",
    "a\x00b\x1f",
]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def noor(*, interactive: bool = False) -> ET.Element:
    return parsed(to_svg(draw(noor_family(), on=TODAY, kin=KIN), interactive=interactive))


def named(name: str) -> Network:
    return Network(about="p", persons=(Person(id="p", names=(Name(text=name),)),))


def test_every_person_appears_exactly_once() -> None:
    found = [element.get("data-person", "") for element in noor().iter() if "data-person" in element.attrib]
    assert sorted(found) == sorted(person.id for person in noor_family().persons)


def test_every_line_names_its_union_and_kind() -> None:
    paths = [path for path in noor().iter(f"{SPACE}path") if path.get("data-union")]
    assert {path.get("data-union") for path in paths} == {union.id for union in noor_family().unions}
    assert "couple.separated" in {path.get("data-kind") for path in paths}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("interactive", [False, True])
def test_hostile_names_stay_text(name: str, interactive: bool) -> None:
    root = parsed(to_svg(draw(named(name)), interactive=interactive))
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= {
        "svg", "title", "desc", "g", "rect", "text", "circle", "polygon", "path",
    }  # fmt: skip
    label = next(group for group in root.iter(f"{SPACE}g") if group.get("data-label"))
    shown = "".join("".join(line.itertext()) for line in label.iter(f"{SPACE}text"))
    assert len("".join(shown.split())) == len("".join(name.split()))


@given(st.text(min_size=1, max_size=60), st.text(max_size=30))
def test_any_text_makes_well_formed_svg(name: str, person_id: str) -> None:
    family = Network(persons=(Person(id=person_id or "p", names=(Name(text=name),)),))
    assert parsed(to_svg(draw(family), interactive=True)).tag == f"{SPACE}svg"


@pytest.mark.parametrize("interactive", [False, True])
def test_no_style_no_script_and_nothing_from_outside(interactive: bool) -> None:
    svg = to_svg(draw(noor_family(), on=TODAY, kin=KIN), interactive=interactive)
    assert not re.search(r"\sstyle=|<style|<script|href|url\(|\son\w+=|<image|<use|<foreignObject", svg)
    assert svg.count("http") == 1  # the name space


def test_the_same_family_gives_the_same_bytes() -> None:
    first, second = (to_svg(draw(noor_family(), on=TODAY, kin=KIN)).encode() for _ in range(2))
    assert first == second


def test_coordinates_have_at_most_one_decimal() -> None:
    svg = to_svg(draw(noor_family(), on=TODAY, kin=KIN))
    assert not re.search(r"\d\.\d\d", svg.replace('family="Noto Sans, Arial, sans-serif"', ""))


def test_read_only_it_is_one_image_with_a_name_and_a_description() -> None:
    root = noor()
    assert (root.get("role"), root.get("aria-label")) == ("img", "Noor’s family")
    assert [child.tag.removeprefix(SPACE) for child in root][:2] == ["title", "desc"]
    assert root[1].text == "Three generations, 8 people."
    assert not [element for element in root.iter() if element.get("tabindex")]


def test_interactive_everybody_is_a_button_in_words_and_the_child_is_the_tab_stop() -> None:
    root = noor(interactive=True)
    buttons = {g.get("data-person"): g for g in root.iter(f"{SPACE}g") if g.get("role") == "button"}
    assert root.get("role") == "group"
    assert buttons["emine"].get("aria-label") == "Emine Demir, 68, Mum’s mother, alive"
    assert buttons["yusuf"].get("aria-label") == "Yusuf Demir, Mum’s father, died 2018, aged 66"
    assert [person for person, g in buttons.items() if g.get("tabindex") == "0"] == ["noor"]


def test_layers_stand_in_order_from_back_to_front() -> None:
    layers = [group.get("data-layer") for group in noor() if group.get("data-layer")]
    assert layers == ["ground", "homes", "lines", "home-names", "labels", "marks", "symbols", "key"]


def test_only_the_child_at_the_centre_is_lantern() -> None:
    root = noor()
    outside_the_key = [g for g in root.iter(f"{SPACE}g") if g.get("data-person")]
    filled = [g.get("data-person") for g in outside_the_key if any(e.get("fill") == colour("lantern") for e in g)]
    assert filled == ["noor"]


def test_nobody_at_all_is_still_a_picture() -> None:
    assert parsed(to_svg(Drawing(title="Nobody", description="Nobody yet.", width=80, height=80))).get("role") == "img"


def test_a_line_hops_over_another_the_same_way_from_either_end() -> None:
    left_to_right = path_of((Point(0, 0), Point(40, 0)), (Point(20, 0),))
    right_to_left = path_of((Point(40, 0), Point(0, 0)), (Point(20, 0),))
    assert "A5 5 0 0 1 25 0" in left_to_right
    assert "A5 5 0 0 0 15 0" in right_to_left
