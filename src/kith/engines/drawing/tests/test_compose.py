"""A whole drawing: everybody placed, nothing on top of anything, words and key complete."""

import itertools

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.layout import CannotDraw
from kith.engines.drawing.network import ChildLink, Network, Person, Union
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family
from kith.engines.drawing.picture import Box
from kith.engines.drawing.symbols import CannotReadSheet
from kith.kernel.partial_dates import PartialDate


def meet(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < (a.w + b.w) / 2 and abs(a.y - b.y) < (a.h + b.h) / 2


def test_no_symbol_or_label_lies_on_another() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    boxes = [symbol.box for symbol in drawing.symbols] + [s.label.box for s in drawing.symbols if s.label]
    assert not any(meet(a, b) for a, b in itertools.combinations(boxes, 2))


def test_the_drawing_is_complete() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    assert drawing.title == "Noor’s family"
    assert drawing.description == "Three generations, 8 people."
    assert len(drawing.symbols) == 8 and len(drawing.hangs) == 3
    assert drawing.sentences[0].startswith("Noor, 11, lives at 14 Quay Row")
    assert drawing.key[-1].says.endswith("24 November 2026")


def test_everything_stands_inside_the_margin() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    points = [point for line in drawing.lines for point in line.points]
    assert all(0 < point.x < drawing.width and 0 < point.y < drawing.height for point in points)


def test_kin_words_and_ways_in_stand_under_the_name() -> None:
    link = ChildLink(child="c", kind="adopted", since=PartialDate("2023"))
    family = Network(
        persons=(Person(id="a"), Person(id="c", kind="child")),
        unions=(Union(id="u", partners=("a",), children=(link,)),),
    )
    drawing = draw(family, kin={"c": "cousin"})
    label = next(symbol.label for symbol in drawing.symbols if symbol.person == "c")
    assert label is not None
    assert [line.text for line in label.lines] == ["c", "adopted 2023", "cousin"]


def test_about_moves_the_centre_and_a_stranger_at_the_centre_is_nobody() -> None:
    assert draw(noor_family(), about="hana").title == "Hana’s family"
    assert draw(noor_family(), about="stranger").title == "Noor"


def test_nobody_at_all_can_be_drawn() -> None:
    drawing = draw(Network())
    assert drawing.symbols == () and drawing.sentences == ("Nobody has been added yet.",)
    assert drawing.description == "Nobody has been added yet."


def test_refusals_are_one_sentence() -> None:
    circle = Network(
        persons=(Person(id="a"),), unions=(Union(id="u", partners=("a",), children=(ChildLink(child="a"),)),)
    )
    with pytest.raises(CannotDraw):
        draw(circle)
    with pytest.raises(CannotReadSheet, match="There is no symbol sheet"):
        draw(noor_family(), sheet="nowhere")
