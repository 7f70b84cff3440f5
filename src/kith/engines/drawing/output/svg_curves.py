"""Ties beside kinship as SVG: strands, waves, heads and signs along a curve."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, pi

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output.markup import element, escaped, number, text
from kith.engines.drawing.output.svg_symbols import BASE_LINE, line_attributes
from kith.engines.drawing.picture import Curve, Point
from kith.engines.drawing.routing.along import aside, cut_off, ends_around, evenly, heading, middle_of
from kith.engines.drawing.routing.feelings.words import WORD_SIZE
from kith.engines.drawing.symbols.sheet import SymbolSheet
from kith.engines.drawing.symbols.styles import WAVE_HEIGHT, WAVE_LENGTH, FeelingStyle
from kith.kernel.palette import Stroke, colour, stroke

HEAD_LENGTH, HEAD_WIDTH = 12.0, 10.0
HEAVY = 1.5  # times the size of other heads
BAR, BARS_APART, CIRCLE = 14.0, 7.0, 4.0
CUT, REPAIRED = 9.0, 18.0  # the gap of a line that is broken, and of one that was mended
STRAIGHT_END = 6.0  # a wave begins and ends with so much straight line
WORD_HIGH = 16.0


def curve_markup(curve: Curve, sheet: SymbolSheet) -> str:
    """One tie as a group that names the two people, its kind and the switch it belongs to."""
    style = sheet.feeling(curve.kind)
    attributes = {"data-kind": curve.kind, "data-group": style.group, "data-from": curve.a, "data-to": curve.b}
    title = element("title", {}, escaped(curve.described or sheet.feeling_says(curve.kind)))
    return element("g", dict(attributes), title, *curve_parts(style, curve.points), *_word(curve, style))


def curve_parts(style: FeelingStyle, points: Sequence[Point]) -> Iterator[str]:
    """The line itself from end to end: strands, wave, head and the sign in its middle."""
    drawn, long = stroke(style.stroke), _head_length(style)
    shaft = cut_off(points, long * 0.7) if long else list(points)
    for piece in _pieces(style, shaft):
        for offset in style.strand_offsets:
            yield _path(aside(piece, offset), drawn)
        if style.wave:
            yield _path(_wave(piece, is_sharp=style.wave == "zigzag"), drawn)
    yield from _sign(style, shaft, drawn)
    if long:
        yield _head(style, points, drawn, long)


def _pieces(style: FeelingStyle, points: Sequence[Point]) -> list[list[Point]]:
    """The whole line, or what is left of it on either side of a break."""
    gap = {"cut": CUT, "repaired": REPAIRED}.get(style.middle, 0.0)
    return ends_around(points, gap) if gap else [list(points)]


def _wave(points: Sequence[Point], *, is_sharp: bool) -> list[Point]:
    """The course with a swing to either side: pointed as a zigzag, or round."""
    step = WAVE_LENGTH / 2 if is_sharp else WAVE_LENGTH / 8
    even = evenly(points, step)
    first = round(STRAIGHT_END / step)
    swung = []
    for place, (point, way) in enumerate(zip(even, heading(even), strict=True)):
        inner = first <= place < len(even) - first
        far = (-1.0 if place % 2 else 1.0) if is_sharp else cos(2 * pi * (place - first) / 8 - pi / 2)
        swing = WAVE_HEIGHT / 2 * far if inner else 0.0
        swung.append(Point(point.x - way.y * swing, point.y + way.x * swing))
    return swung


def _sign(style: FeelingStyle, points: Sequence[Point], drawn: Stroke) -> Iterator[str]:
    """Bars across the line where it is broken, and a circle where it was mended or never was."""
    at, way = middle_of(points)
    if style.middle in ("cut", "repaired"):
        away = (REPAIRED if style.middle == "repaired" else CUT) / 2
        for side in (-1, 1):
            x, y = at.x + way.x * away * side, at.y + way.y * away * side
            ends = [Point(x - way.y * BAR / 2 * end, y + way.x * BAR / 2 * end) for end in (-1, 1)]
            yield _path(ends, Stroke(drawn.colour_hex, drawn.width, ""))
    if style.middle in ("circle", "repaired"):
        plain = line_attributes(Stroke(drawn.colour_hex, drawn.width, ""))
        yield element("circle", {"cx": at.x, "cy": at.y, "r": CIRCLE, "fill": colour("foam"), **plain})


def _head_length(style: FeelingStyle) -> float:
    return HEAD_LENGTH * (HEAVY if style.head == "heavy" else 1) if style.head else 0.0


def _head(style: FeelingStyle, points: Sequence[Point], drawn: Stroke, long: float) -> str:
    """An arrow head at the end, filled or open."""
    tip, back = points[-1], cut_off(points, long)[-1]
    length = hypot(tip.x - back.x, tip.y - back.y) or 1.0
    way = Point((tip.x - back.x) / length, (tip.y - back.y) / length)
    half = HEAD_WIDTH / 2 * long / HEAD_LENGTH
    left, right = (Point(back.x - way.y * side, back.y + way.x * side) for side in (half, -half))
    fill = colour("foam") if style.head == "open" else drawn.colour_hex
    path = "M" + "L".join(_pair(corner) for corner in (left, tip, right)) + "Z"
    plain = line_attributes(Stroke(drawn.colour_hex, drawn.width, ""))
    return element("path", {"d": path, "fill": fill, "stroke-linejoin": "round", **plain})


def _word(curve: Curve, style: FeelingStyle) -> Iterator[str]:
    if curve.word:
        x, y = curve.word_at
        width = text_width(curve.word, WORD_SIZE, bold=True) + 6
        plate = {"x": x - width / 2, "y": y - WORD_HIGH / 2, "width": width, "height": WORD_HIGH, "rx": 3.0}
        yield element("rect", {**plate, "fill": colour("foam")})
        ink = stroke(style.stroke).colour_hex
        yield text(curve.word, x, y + WORD_SIZE * BASE_LINE, size=WORD_SIZE, fill=ink, bold=True)


def _path(points: Sequence[Point], drawn: Stroke) -> str:
    kept = [points[0], *(b for a, b in pairwise(points) if a != b)]
    path = "M" + "L".join(_pair(point) for point in kept)
    return element("path", {"d": path, "fill": "none", "stroke-linejoin": "round", **line_attributes(drawn)})


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
