"""The slashes of a couple who parted stand free between a symbol and the trunk of the children."""

import re

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union
from kith.engines.drawing.output.svg_lines import slashes
from kith.engines.drawing.symbols.styles import LINE_SIGNS

_CLEAR = 3.0  # pixels, from the middle of one stroke to that of the other
_PARTED = {"separated": "slash", "divorced": "double_slash", "annulled": "triple_slash", "remarried": "crossed_slash"}
_PEOPLE = ("a", "b", "c")


def couple(status: str) -> Network:
    union = Union(id="u", partners=("a", "b"), statuses=(Status(kind=status),), children=(ChildLink(child="c"),))
    return Network(persons=tuple(Person(id=name) for name in _PEOPLE), unions=(union,))


def test_every_slash_is_tried() -> None:
    assert set(_PARTED.values()) == set(LINE_SIGNS) - {""}


@pytest.mark.parametrize("status", _PARTED)
def test_slashes_touch_neither_symbol_nor_trunk(status: str) -> None:
    drawing = draw(couple(status))
    (mark,) = [mark for mark in drawing.marks if mark.kind == _PARTED[status]]
    ends = [float(x) for x in re.findall(r"[ML](-?[\d.]+) ", slashes(mark.at, mark.kind))]
    on_line = [(upper + lower) / 2 for upper, lower in zip(ends[::2], ends[1::2], strict=True)]
    left, right = sorted(symbol.box.x for symbol in drawing.symbols if symbol.person in "ab")
    half = drawing.symbols[0].box.w / 2
    assert left + half + _CLEAR <= min(ends)
    assert max(*on_line, *ends[1::2]) <= drawing.hangs["u"].x - _CLEAR  # the trunk begins on the line
    assert drawing.hangs["u"].x == pytest.approx((left + right) / 2)
