"""The palette is complete and every stroke uses one of its colours."""

import re

import pytest

from kith.kernel.palette import NoSuchColour, all_colours, all_scene_colours, all_strokes, colour, stroke


def test_colours_are_hexadecimal() -> None:
    assert all_colours() and all_scene_colours()
    values = [*all_colours().values(), *all_scene_colours().values()]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in values)


def test_strokes_use_the_palette() -> None:
    for name, line in all_strokes().items():
        assert line.colour_hex in all_colours().values(), name
        assert 1 <= line.width <= 4
        assert re.fullmatch(r"(\d+( \d+)*)?", line.dash)
    assert stroke("harm").colour_hex == colour("berry")


def test_a_wrong_name_says_which_there_are() -> None:
    with pytest.raises(NoSuchColour, match=r"no colour .gold.; it has ink"):
        colour("gold")
