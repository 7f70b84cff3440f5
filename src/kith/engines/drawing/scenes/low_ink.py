"""A picture for a printer that is short of ink: every ground white, every edge and word in ink, nothing left out."""

from typing import Any
from xml.etree.ElementTree import register_namespace, tostring

from defusedxml.ElementTree import fromstring

from kith.kernel.palette import colour

SVG = "http://www.w3.org/2000/svg"
SHAPES = ("path", "circle", "ellipse", "rect", "polygon")
EDGE = "1.5"  # pixels at 100 %, of a shape that had none
DARK_EDGE = "3"  # of one that was dark, so that a pale leaf stays paler than a green one
DARK = 0.5  # of white
WIDEST = 4.0  # of a line: a broad band would take as much ink as a ground


def in_low_ink(svg: str) -> str:
    """The same SVG of ours in two colours: shapes keep their place and their dashes, and lose their fill.

    >>> drawn = in_low_ink('<svg xmlns="http://www.w3.org/2000/svg"><circle r="9" fill="red"/></svg>')
    >>> "red" in drawn, drawn.count("stroke=")
    (False, 1)
    """
    register_namespace("", SVG)
    root = fromstring(svg)
    for part in root.iter():
        name = part.tag.removeprefix(f"{{{SVG}}}")
        if name == "text":
            part.set("fill", colour("ink"))
        elif name in SHAPES:
            _emptied(part)
        if part.get("stroke", "none") != "none":
            part.set("stroke", colour("ink"))
            part.set("stroke-width", f"{min(WIDEST, float(part.get('stroke-width', 1))):g}")
    return str(tostring(root, encoding="unicode"))


def _emptied(shape: Any) -> None:
    """A shape with an edge in place of its fill; a line has none, and the white behind words needs no edge."""
    if shape.get("fill", "") in ("none", colour("foam")):
        return
    is_dark = _is_dark(shape.get("fill", ""))
    shape.set("fill", colour("foam"))
    shape.attrib.pop("fill-opacity", None)
    if is_dark or shape.get("stroke", "none") == "none":
        shape.set("stroke", colour("ink"))
        shape.set("stroke-width", DARK_EDGE if is_dark else EDGE)


def _is_dark(fill: str) -> bool:
    """By how bright the eye takes a #RRGGBB to be."""
    if not fill.startswith("#"):
        return False
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255 < DARK
