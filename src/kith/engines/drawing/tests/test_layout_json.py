"""Layout values must be complete and plain, so that any yard-stick can read them."""

import json

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import ChildLink, Network, Person
from kith.engines.drawing.output import family_json, to_layout_json
from kith.engines.drawing.output.tests.families import KIN, TODAY, couple, noor_family


def test_everybody_and_every_couple_with_children_has_a_place() -> None:
    values = to_layout_json(draw(noor_family(), on=TODAY, kin=KIN))
    people = {person.id for person in noor_family().persons}
    assert {node["id"] for node in values["nodes"]} == people
    assert {label["id"] for label in values["labels"]} == people
    assert {union["id"] for union in values["unions"]} == {union.id for union in noor_family().unions}
    assert all(len(point) == 2 for line in values["lines"] for point in line["points"])
    assert json.loads(json.dumps(values)) == values


def test_labels_lie_below_their_symbols_and_inside_the_picture() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    for symbol in drawing.symbols:
        assert symbol.label is not None
        box = symbol.label.box
        assert box.y - box.h / 2 > symbol.box.y + symbol.box.h / 2
        assert box.x - box.w / 2 > 0 and box.x + box.w / 2 < drawing.width
        assert box.y + box.h / 2 < drawing.height


def test_the_family_keeps_twins_and_ways_in_and_leaves_out_what_was_not_told() -> None:
    children = (ChildLink(child="c", twin="t"), ChildLink(child="d", kind="adopted"))
    family = Network(persons=(Person(id="a", sex="F"), Person(id="b")), unions=(couple("a", "b", children=children),))
    assert family_json(family) == {
        "name": "",
        "persons": [{"id": "a", "sex": "F"}, {"id": "b"}],
        "unions": [
            {
                "id": "a-b",
                "partners": ["a", "b"],
                "children": [{"id": "c", "rel": "birth", "twin": "t"}, {"id": "d", "rel": "adopted"}],
            }
        ],
    }
