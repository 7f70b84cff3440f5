"""The small picture of a family on the child's page. No queries.

A team opens one page many times a day, and a drawing is a function of what its viewer sees and of nothing else; so the
last few are remembered under all of that. Whoever sees one person more, or one word less, has another picture.
"""

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kith.engines.drawing.compose import draw
from kith.engines.drawing.layers import NONE, Layers
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import to_svg
from kith.engines.drawing.picture import Drawing

REMEMBERED = 200  # by each process that serves pages, some 20 MB
WITHOUT_FEELINGS = Layers(feelings=NONE)  # where the picture is small, or only its people are told


class Thumbnail(NamedTuple):
    """A drawing without feelings, and as SVG without its key."""

    drawing: Drawing
    svg: str


@lru_cache(maxsize=REMEMBERED)
def thumbnail(shown: Network, *, about: str, on: dt.date, kin: tuple[tuple[str, str], ...]) -> Thumbnail:
    """Of what the viewer may see; `kin` says who each person is to the child."""
    drawing = draw(shown, about=about, on=on, kin=dict(kin), layers=WITHOUT_FEELINGS)
    return Thumbnail(drawing, to_svg(replace(drawing, key=())))
