"""The key holds the signs that are used, all of them and no others."""

from dataclasses import replace

from kith.engines.drawing.compose import draw
from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.network import ChildLink, Network, Person
from kith.engines.drawing.output import to_svg
from kith.engines.drawing.output.key_panel import key_panel, picture_width
from kith.engines.drawing.output.tests.families import KIN, TODAY, couple, noor_family, person
from kith.engines.drawing.picture import Drawing


def says(drawing: Drawing) -> list[str]:
    return [entry.says for entry in drawing.key]


def test_the_key_of_a_family_with_everything_named() -> None:
    assert says(draw(noor_family(), on=TODAY, kin=KIN)) == [
        "woman, girl",
        "man, boy",
        "Noor",
        "we are not sure",
        "has died",
        "Noor lives here now",
        "married",
        "casual",
        "separated",
        "number inside: age in years on 24 November 2026",
    ]


def test_one_person_needs_one_sign() -> None:
    assert says(draw(Network(persons=(Person(id="p"),)))) == ["another gender, or gender not known"]


def test_the_recorded_sex_is_said_for_all_or_for_some() -> None:
    recorded = Network(persons=(Person(id="a", sex="F"), Person(id="b", sex="M")))
    assert "shape from the recorded sex" in says(draw(recorded))
    told = Network(persons=(Person(id="a", sex="F"), Person(id="b", sex="M", gender="man")))
    assert "for some: shape from the recorded sex" in says(draw(told))


def test_couple_lines_that_look_alike_share_an_entry() -> None:
    people = tuple(Person(id=p) for p in "abcd")
    family = Network(persons=people, unions=(couple("a", "b", "married"), couple("c", "d", "civil")))
    assert "married, civil partners" in says(draw(family))


def test_children_who_came_in_another_way_and_twins_are_in_the_key() -> None:
    children = (
        ChildLink(child="c", kind="adopted"),
        ChildLink(child="d", kind="foster"),
        ChildLink(child="e", twin="t"),
        ChildLink(child="f", twin="t"),
    )
    people = tuple(Person(id=p) for p in "abcdef")
    family = Network(persons=people, unions=(couple("a", "b", "married", children=children),))
    assert {"adopted", "fostered"} <= set(says(draw(family)))
    for alike, sign in ((None, "not known if identical"), (False, "twins, not identical"), (True, "identical twins")):
        told = tuple(replace(link, identical=alike) if link.twin else link for link in children)
        family = replace(family, unions=(couple("a", "b", "married", children=told),))
        (entry,) = [said for said in says(draw(family)) if "twins" in said]
        assert sign in entry


def test_an_age_that_is_not_exact_is_explained() -> None:
    family = Network(persons=(person("Ann", "1990"),))
    assert "~ about" in says(draw(family, on=TODAY))


def test_the_key_wraps_inside_the_picture() -> None:
    for drawing in (draw(noor_family(), on=TODAY, kin=KIN), draw(Network(persons=(Person(id="p"),)))):
        panel = key_panel(drawing)
        assert panel is not None
        right = panel.left + panel.width
        assert right <= picture_width(drawing) == drawing.width
        assert all(entry.at.x + entry.icon + 8 + text_width(entry.sign.says, 14) <= right for entry in panel.entries)
        assert panel.entries[-1].at.y < panel.top + panel.height


def test_every_entry_is_drawn() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    assert to_svg(drawing).count("data-key=") == len(drawing.key)
