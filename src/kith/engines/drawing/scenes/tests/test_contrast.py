"""Words can be read on whatever they stand on: at least 4.5 to 1, measured as WCAG 2 does."""

import pytest

from kith.engines.drawing.scenes.looks.fields import DEEP
from kith.engines.drawing.scenes.looks.look import shade
from kith.engines.drawing.scenes.looks.planets import COLOURS
from kith.engines.drawing.scenes.looks.tree import DARK, PLATES

LEAST = 4.5
ON_WHITE = [("ink", "foam"), ("slate", "foam"), ("ink", "leaf-pale"), ("ink", "lantern"), ("dusk", "ring-ground")]
ON_FIELDS = [("foam", deep) for deep in DEEP] + [("foam", "dusk"), ("foam", "leaf-edge")]
ON_TREE = [("foam" if part in DARK else "ink", fill) for part, fill in PLATES.items()] + [
    ("foam", "leaf"),
    ("fen", "sky"),
    ("fen", "crown"),
    ("ink", "soil"),
]
ON_NIGHT = [("star", "night"), *(("ink", planet) for planet in COLOURS), ("ink", "star")]
ON_TEAM = [("ink", "shirt"), ("ink", "samphire-pale")]


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ink", "ground"), [*ON_WHITE, *ON_FIELDS, *ON_TREE, *ON_NIGHT, *ON_TEAM])
def test_words_stand_out_from_their_ground(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(shade(ink)), luminance(shade(ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= LEAST
