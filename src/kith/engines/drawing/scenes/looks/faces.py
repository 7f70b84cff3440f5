"""The round picture of somebody, over their symbol: a photograph, or a drawing that somebody made of them."""

import hashlib

from kith.engines.drawing.output.markup import Value, element
from kith.engines.drawing.picture import Point
from kith.engines.drawing.scenes.arranged import Spot
from kith.engines.drawing.scenes.looks.look import Look, Parts, circle, is_unsure, shade
from kith.engines.drawing.scenes.looks.shapes import DASH
from kith.engines.drawing.scenes.scene import Item

EDGE = 2.5
LONGEST_ID = 12


def faced(spot: Spot, item: Item, look: Look) -> Parts:
    """A circle cut out of the picture, with an ink edge that is dashed for whoever is not sure; nothing without one."""
    if item.face is None or look.is_plate:
        return
    at, r = Point(spot.x, spot.y), spot.r * look.face(item)
    name = f"round-{hashlib.sha256(f'{item.id} {at} {r}'.encode()).hexdigest()[:LONGEST_ID]}"
    whole: dict[str, Value] = {"x": at.x - r, "y": at.y - r, "width": 2 * r, "height": 2 * r}
    edge: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": EDGE}
    dash = DASH if is_unsure(item) else None
    yield element(
        "g",
        {"data-face": item.id, "aria-hidden": "true"},
        element("clipPath", {"id": name}, circle(at, r)),
        circle(at, r, fill=shade("foam")),
        element("image", {"href": item.face.image, **whole, "clip-path": f"url(#{name})"}),
        circle(at, r, fill="none", **edge, stroke_dasharray=dash),
    )
