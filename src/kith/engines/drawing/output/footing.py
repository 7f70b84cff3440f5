"""A sentence at the foot of a finished picture: what whoever holds a copy has to know of it."""

import re
from math import ceil

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output.markup import element, text
from kith.engines.drawing.output.png import fit_of, rendered
from kith.kernel.palette import colour

HIGH, SIZE, LEFT, SCALE = 30, 13, 14, 2
OPENING = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="\d+" height="\d+"')


def with_foot(svg: str, words: str) -> str:
    """The same picture with a strip beneath it that says the words; wider where they need it. Pixels at 100 %.

    >>> svg = '<svg viewBox="0 0 90 40" width="90" height="40"></svg>'
    >>> with_foot(svg, "A copy.").split(">")[0]
    '<svg viewBox="0 0 90 70" width="90" height="70"'
    """
    (opening,) = OPENING.finditer(svg)
    old_wide, old_high = int(opening[1]), int(opening[2])
    wide, high = max(old_wide, ceil(text_width(words, SIZE)) + 2 * LEFT), old_high + HIGH
    ground = element("rect", {"width": wide, "height": high, "fill": colour("foam")})
    foot = text(words, LEFT, old_high + HIGH * 2 / 3, size=SIZE, fill=colour("ink"), anchor="start")
    head = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    start = svg.index(">", opening.end()) + 1
    body, end = svg[start:].rsplit("</svg>", 1)
    opened = f"{svg[: opening.start()]}{head}{svg[opening.end() : start]}"
    return f"{opened}{ground}{body}{foot}\n</svg>{end}"


def footed_png(svg: str, words: str) -> bytes:
    """The same as PNG bytes, two pixels for each. Raises CannotMakePng.

    >>> picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" width="90" height="40"></svg>'
    >>> footed_png(picture, "A copy.")[1:4]
    b'PNG'
    """
    footed = with_foot(svg, words)
    (opening,) = OPENING.finditer(footed)
    return rendered(footed, fit_of(int(opening[1]), int(opening[2]), SCALE).scale)
