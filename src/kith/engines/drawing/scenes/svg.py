"""A scene as one SVG image: ground, lines, people, key, in that order; named in words, the same bytes each time.

Looks are presentation attributes only, so the picture shows under a content policy that drops inline styles.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import hypot

from kith.engines.drawing.output.key_panel import ICON_GAP, SIZE, Entry
from kith.engines.drawing.output.markup import Value, document, element, escaped, group, text
from kith.engines.drawing.output.png import fit_of, rendered
from kith.engines.drawing.output.svg_symbols import BASE_LINE
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.bending import course
from kith.engines.drawing.scenes.family_ties import feelings_of
from kith.engines.drawing.scenes.handmade import Plane, drawn_by_hand
from kith.engines.drawing.scenes.keys import key_entries, look_of, same_kind
from kith.engines.drawing.scenes.looks import (
    circles,
    family,
    fields,
    genogram,
    island,
    plain,
    planets,
    river,
    team,
    tree,
)
from kith.engines.drawing.scenes.looks.look import Look, ellipse, polygon, rect, shade
from kith.engines.drawing.scenes.looks.strands import head_at, side_by_side
from kith.engines.drawing.scenes.said import described
from kith.engines.drawing.scenes.scene import Item, Line, Scene
from kith.engines.drawing.scenes.wording import spoken

LOOKS = {
    "ecomap.island": island.LOOK,
    "ecomap.planets": planets.LOOK,
    "ecomap.team": team.LOOK,
    "ecomap.plain": plain.LOOK,
    "rings": circles.LOOK,
    "supporters": fields.LOOK,
    "community": fields.LOOK,
    "mobility": river.LOOK,
    "tree_of_life": tree.LOOK,
    "family_tree": family.LOOK,
    "genogram": genogram.LOOK,
}
AROUND = 8.0  # from a symbol to the edge of the plate of the selected one
CLEAR = 5.0  # from a symbol to the end of a line
SHORTEST = 12.0
HEAD_FROM = 40.0  # pixels from the tip of an arrow along its line, however many points the line has


def to_svg(arranged: Arranged, *, interactive: bool = False, selected: str = "") -> str:
    """The picture as SVG text, one unit to a pixel at 100 %.

    Read-only it is one image with a name and a description. Interactive it is a group in which each item is a button
    named in words; the selected one (else the first) is the picture's one tab stop and has a yellow plate.

    >>> from kith.engines.drawing.scenes.arranging import arrange
    >>> to_svg(arrange(Scene(kind="ecomap", title="My island", centre="Noor", look="island"))).splitlines()[1]
    '<title>My island</title>'
    """
    scene, look = arranged.scene, look_for(arranged.scene)
    opening: dict[str, Value] = {
        "viewBox": f"0 0 {arranged.width} {arranged.height}",
        "width": str(arranged.width),
        "height": str(arranged.height),
        "role": "group" if interactive else "img",
        "aria-label": scene.title,
        "data-plane": str(round(plane_of(arranged).high)) if interactive else None,
    }
    hidden = {"aria-hidden": "true" if interactive else None}
    return document(
        opening,
        element("title", {}, escaped(scene.title)) + "\n",
        element("desc", {}, escaped(described(scene))) + "\n",
        group("ground", look.ground(arranged), **hidden),
        group("lines", _ties(arranged, look), **hidden),
        group("centre", look.centre(arranged), **hidden),
        group("items", _items(arranged, look, interactive, selected)),
        group("made", drawn_by_hand(scene.made, plane_of(arranged), interactive=interactive, selected=selected)),
        group("key", _key(arranged, look), **hidden),
    )


def to_png(arranged: Arranged, scale: float = 2) -> bytes:
    """PNG bytes at `scale` pixels to one pixel at 100 %, or at a lower scale where the picture is very large.

    >>> from kith.engines.drawing.scenes.arranging import arrange
    >>> to_png(arrange(Scene(kind="rings", title="", centre="Noor")), scale=0.1)[1:4]
    b'PNG'
    """
    return rendered(to_svg(arranged), fit_of(arranged.width, arranged.height, scale).scale)


def plane_of(arranged: Arranged) -> Plane:
    """On which is drawn by hand: the picture above its key."""
    return Plane(arranged.width, arranged.key_top or arranged.height)


def look_for(scene: Scene) -> Look:
    """The painters of a scene."""
    return LOOKS[f"ecomap.{look_of(scene)}" if scene.kind == "ecomap" else scene.kind]


def _items(arranged: Arranged, look: Look, interactive: bool, selected: str) -> Iterator[str]:
    things = {item.id: item for item in arranged.scene.items}
    stop = selected if selected in things else next(iter(things), "")
    for spot in arranged.spots:
        item = things[spot.item_id]
        attributes: dict[str, Value] = {"class": "item", "data-item": item.id, "data-kind": item.kind}
        if interactive:
            attributes |= _button(arranged.scene, item, is_stop=item.id == stop, is_selected=item.id == selected)
        plate = [_selected(spot, look)] if item.id == selected else []
        yield element("g", attributes, *plate, *look.item(spot, item))


def _button(scene: Scene, item: Item, *, is_stop: bool, is_selected: bool) -> dict[str, Value]:
    return {
        "tabindex": "0" if is_stop else "-1",
        "role": "button",
        "aria-label": spoken(scene, item),
        "aria-pressed": "true" if is_selected else "false",
    }


def _selected(spot: Spot, look: Look) -> str:
    """The yellow plate with an ink edge behind the one that is selected."""
    if look.is_plate:
        around = spot.label.box._replace(w=spot.label.box.w + 5 * AROUND, h=spot.label.box.h + 3 * AROUND)
        return rect(around, rx=14, fill=shade("focus"), stroke=shade("ink"), stroke_width=3)
    plate = Box(spot.x, spot.y, 2 * (spot.r + AROUND), 2 * (spot.r * look.plate + AROUND))
    return ellipse(plate, fill=shade("focus"), stroke=shade("ink"), stroke_width=3)


def _ties(arranged: Arranged, look: Look) -> Iterator[str]:
    for line in _beside_kinship(arranged):
        routed = arranged.courses.get(line.id, ())
        points = [*routed[0]] if routed else _ends(arranged, line, look)
        if points:
            kinds = [same_kind(kind) for kind in line.kinds] or [""]
            strands = routed or side_by_side(points, len(kinds), look.strand)
            drawn = [part for kind, strand in zip(kinds, strands, strict=True) for part in look.tie(kind, strand)]
            attributes: dict[str, Value] = {"class": "line", "data-line": line.id, "data-kind": " ".join(line.kinds)}
            yield element("g", attributes, *drawn, *_heads(line, points, look))


def _beside_kinship(arranged: Arranged) -> Iterator[Line]:
    """Without what the family lines of a genogram say already."""
    for line in arranged.scene.lines:
        if not arranged.ties:
            yield line
        elif feelings := feelings_of(line):
            yield replace(line, kinds=feelings)


def _heads(line: Line, points: list[Point], look: Look) -> Iterator[str]:
    """Arrow heads at the ends to which help goes."""
    ways = {"a": [points[::-1]], "b": [points], "both": [points, points[::-1]]}.get(line.towards, [])
    for *way, tip in ways:
        far = (one for one in reversed(way) if hypot(tip.x - one.x, tip.y - one.y) >= HEAD_FROM)
        back = next(far, way[0])
        edge: dict[str, Value] = {"stroke": shade("foam"), "stroke_width": 2.0, "stroke_linejoin": "round"}
        yield polygon(head_at(tip, back), fill=shade("ink"), **edge)


def _ends(arranged: Arranged, line: Line, look: Look) -> list[Point]:
    """From the edge of one symbol to the edge of the other; nothing where there is no room between, or no such end."""
    spots = {spot.item_id: spot for spot in arranged.spots}
    if line.b not in spots or not (line.a in spots if line.a else arranged.centre.w):
        return []
    b = spots[line.b]
    start, stop = arranged.middle, Point(b.x, b.y)
    reach = Point(arranged.centre.w / 2 * look.centre_reach.x, arranged.centre.h / 2 * look.centre_reach.y)
    if line.a:
        a = spots[line.a]
        start, reach = Point(a.x, a.y), Point(a.r * look.reach.x, a.r * look.reach.y)

    def towards(first: Point, last: Point) -> list[Point]:
        ends = _off(start, first, reach), _off(stop, last, Point(b.r * look.reach.x, b.r * look.reach.y))
        way = Point(ends[1].x - ends[0].x, ends[1].y - ends[0].y)
        is_apart = (stop.x - start.x) * way.x + (stop.y - start.y) * way.y > 0
        return [*ends] if is_apart and hypot(*way) > SHORTEST else []

    return course(arranged, line, (start, stop), towards)


def _off(a: Point, b: Point, reach: Point) -> Point:
    """The point on the way from a to b at which an ellipse around a ends."""
    dx, dy = b.x - a.x, b.y - a.y
    share = 1 / (hypot(dx / reach.x, dy / reach.y) or 1.0) + CLEAR / (hypot(dx, dy) or 1.0)
    return Point(a.x + dx * share, a.y + dy * share)


def _key(arranged: Arranged, look: Look) -> Iterator[str]:
    entries = key_entries(arranged.scene, arranged.width, arranged.key_top)
    if not entries:
        return
    high = arranged.height - arranged.key_top
    yield rect(Box(arranged.width / 2, arranged.key_top + high / 2, arranged.width, high), fill=shade(look.key_fill))
    for entry in entries:
        middle = Point(entry.at.x + entry.icon / 2, entry.at.y)
        words_at = entry.at.x + entry.icon + ICON_GAP
        base = entry.at.y + SIZE * BASE_LINE
        said = text(entry.sign.says, words_at, base, size=SIZE, fill=shade(look.key_ink), anchor="start")
        yield element("g", {"data-key": entry.sign.name}, *_icon(entry, middle, look), said)


def _icon(entry: Entry, middle: Point, look: Look) -> Iterator[str]:
    left, right = Point(middle.x - entry.icon / 2, middle.y), Point(middle.x + entry.icon / 2, middle.y)
    if entry.sign.name == "arrow":
        yield polygon(head_at(right, left), fill=shade(look.key_ink))
    elif entry.sign.kind == "line":
        yield from look.tie(same_kind(entry.sign.name), [left, right])
    else:
        yield from look.mark(entry.sign.name, middle)
