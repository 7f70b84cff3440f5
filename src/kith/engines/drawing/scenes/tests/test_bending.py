"""A line swings round whoever stands in its way, and is straight where nobody does."""

from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest

from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes import Arranged, Item, Line, Scene, arrange
from kith.engines.drawing.scenes.bending import course
from kith.engines.drawing.scenes.settling import Segment, crosses

MUM = Item("mum", "person", "Mum", farness=30, turn=90)
NAN = Item("nan", "person", "Nan Comfort", farness=95, turn=90)
TO_NAN = Line("1", "nan", ("strong",))
IN_A_ROW = Scene("ecomap", "", "Noor", look="team", items=(MUM, NAN), lines=(TO_NAN,))


def way_of(arranged: Arranged, line: Line) -> list[Point]:
    """The way of a line from the middle of one to the middle of the other."""
    start = arranged.spot(line.a) if line.a else None
    stop = arranged.spot(line.b)
    apart = (Point(start.x, start.y) if start else arranged.middle, Point(stop.x, stop.y))
    return course(arranged, line, apart, lambda first, last: list(apart))


def is_over(way: list[Point], box: Box) -> bool:
    return any(crosses(Segment(a, b), box) for a, b in pairwise(way))


def put_behind(arranged: Arranged, one: str, other: str) -> Arranged:
    """One of them moved onto the way from the middle to the other, as nobody is put by themselves."""
    far, near = arranged.spot(other), arranged.spot(one)
    x, y = (arranged.middle.x + far.x) / 2, (arranged.middle.y + far.y) / 2
    box = near.label.box
    label = replace(near.label, box=box._replace(x=box.x + x - near.x, y=box.y + y - near.y))
    moved = replace(near, x=x, y=y, label=label)
    return replace(arranged, spots=tuple(moved if spot.item_id == one else spot for spot in arranged.spots))


def test_whoever_stands_in_the_way_is_gone_round() -> None:
    arranged = put_behind(arrange(IN_A_ROW), "mum", "nan")
    mum = arranged.spot("mum")
    way = way_of(arranged, TO_NAN)
    assert not is_over(way, Box(mum.x, mum.y, mum.r, mum.r)) and not is_over(way, mum.label.box)
    assert is_over([way[0], way[-1]], Box(mum.x, mum.y, mum.r, mum.r))


def test_a_line_with_nobody_in_its_way_is_straight() -> None:
    scene = replace(IN_A_ROW, items=(replace(MUM, turn=250.0), NAN))
    assert len(way_of(arrange(scene), TO_NAN)) == 2


@pytest.mark.parametrize("turn", [0.0, 45.0, 90.0, 200.0])
def test_a_way_round_stays_in_the_picture_and_is_not_much_longer(turn: float) -> None:
    scene = replace(IN_A_ROW, items=(replace(MUM, turn=turn), replace(NAN, turn=turn)))
    arranged = put_behind(arrange(scene), "mum", "nan")
    way = way_of(arranged, TO_NAN)
    foot = arranged.key_top or arranged.height
    assert all(0 < x < arranged.width and 0 < y < foot for x, y in way)
    apart = hypot(way[0].x - way[-1].x, way[0].y - way[-1].y)
    assert sum(hypot(a.x - b.x, a.y - b.y) for a, b in pairwise(way)) < 1.5 * apart
