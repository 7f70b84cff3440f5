"""The SVG is well formed and safe, names everybody in words, has one tab stop, and only colours of the palette."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.drawing.output.pdf import missing_for_pdf
from kith.engines.drawing.scenes import Scene, arrange, to_png, to_svg
from kith.engines.drawing.scenes.scene import Item, Line
from kith.engines.drawing.scenes.tests.samples import EVERY, crowd, ecomap, rings
from kith.kernel.palette import all_colours, all_scene_colours, colour

SPACE = "{http://www.w3.org/2000/svg}"
WITH_LOOKS = (*EVERY, *(ecomap(look) for look in ("planets", "team", "plain")))
every_scene = pytest.mark.parametrize("scene", WITH_LOOKS, ids=lambda scene: f"{scene.kind}-{scene.look}")


def drawn(scene: Scene, *, interactive: bool = False, selected: str = "") -> ET.Element:
    return ET.fromstring(to_svg(arrange(scene), interactive=interactive, selected=selected))


def items_of(root: ET.Element) -> list[ET.Element]:
    return [group for group in root.iter(f"{SPACE}g") if group.get("class") == "item"]


@every_scene
def test_everybody_stands_in_the_picture_once_and_in_order(scene: Scene) -> None:
    assert [group.get("data-item") for group in items_of(drawn(scene))] == [item.id for item in scene.items]


@every_scene
@pytest.mark.parametrize("interactive", [False, True])
def test_no_style_no_script_and_nothing_from_outside(scene: Scene, interactive: bool) -> None:
    svg = to_svg(arrange(scene), interactive=interactive, selected=scene.items[0].id)
    assert not re.search(r"\sstyle=|<style|<script|href|url\(|\son\w+=|<image|<use|<foreignObject", svg)
    assert svg.count("http") == 1  # the name space


@every_scene
def test_every_colour_is_of_the_palette(scene: Scene) -> None:
    known = {*all_colours().values(), *all_scene_colours().values()}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", to_svg(arrange(scene)))) <= known


@every_scene
def test_read_only_it_is_one_image_with_a_name_and_a_description(scene: Scene) -> None:
    root = drawn(scene)
    assert (root.get("role"), root.get("aria-label")) == ("img", scene.title)
    assert [child.tag.removeprefix(SPACE) for child in root][:2] == ["title", "desc"]
    assert (root[1].text or "").startswith("Noor's ")
    assert not [element for element in root.iter() if element.get("tabindex") or element.get("role") == "button"]


@every_scene
def test_interactive_there_is_one_tab_stop_and_the_selected_one_is_marked(scene: Scene) -> None:
    first, last = scene.items[0].id, scene.items[-1].id
    for selected, stop in (("", first), (last, last), ("nobody", first)):
        root = drawn(scene, interactive=True, selected=selected)
        assert root.get("role") == "group"
        groups = items_of(root)
        assert [group.get("data-item") for group in groups if group.get("tabindex") == "0"] == [stop]
        assert all(group.get("role") == "button" and group.get("aria-label") for group in groups)
        yellow = [g.get("data-item") for g in groups if any(e.get("fill") == colour("focus") for e in g.iter())]
        assert yellow == ([selected] if selected == last else [])


def test_a_button_says_who_where_and_what() -> None:
    says = {group.get("data-item"): group.get("aria-label") for group in items_of(drawn(rings(), interactive=True))}
    assert says["dad"] == "Dad, middle ring, every second Sunday"
    assert says["nan"] == "Nan Comfort, outer ring, not met yet"


@every_scene
def test_only_the_child_or_its_home_is_lantern(scene: Scene) -> None:
    groups = [
        group for group in items_of(drawn(scene)) if any(e.get("fill") == colour("lantern") for e in group.iter())
    ]
    homes = {item.id for item in scene.items if item.is_now}
    assert {group.get("data-item") for group in groups} <= homes


def test_the_key_holds_the_marks_of_this_picture_and_no_others() -> None:
    few = replace(ecomap(), lines=(Line("1", "mum", ("strong",)),))
    for scene, says in ((ecomap(), ["strong", "choppy", "weak", "arrow"]), (few, ["strong"])):
        found = [group.get("data-key") for group in drawn(scene).iter(f"{SPACE}g") if group.get("data-key")]
        assert sorted(map(str, found)) == sorted(says)


def test_a_line_to_nobody_is_left_out_and_mixed_lines_lie_side_by_side() -> None:
    scene = replace(ecomap(), lines=(Line("1", "mum", ("strong", "choppy")), Line("2", "nobody", ("weak",))))
    lines = [group for group in drawn(scene).iter(f"{SPACE}g") if group.get("data-line")]
    assert [(line.get("data-line"), line.get("data-kind")) for line in lines] == [("1", "strong choppy")]
    assert len(list(lines[0])) == 3  # two strokes of the bridge and the water


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(WITH_LOOKS))
@settings(max_examples=40, deadline=None)
def test_any_text_makes_well_formed_svg(name: str, words: str, scene: Scene) -> None:
    some = Item(name or "p", "person", name, words=words, part=scene.items[0].part, period=words)
    assert drawn(replace(scene, centre=words, title=name, items=(some,)), interactive=True).tag == f"{SPACE}svg"


@every_scene
def test_the_same_scene_gives_the_same_bytes_and_a_png(scene: Scene) -> None:
    assert to_svg(arrange(scene)) == to_svg(arrange(scene))
    assert to_png(arrange(crowd(scene, 3)), 0.2).startswith(b"\x89PNG")


@pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf() or "there")
@every_scene
def test_a_page_with_the_picture_can_be_printed(scene: Scene) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    page = weasyprint.HTML(string=f"<html><body>{to_svg(arrange(scene))}</body></html>").write_pdf()
    assert page.startswith(b"%PDF")
